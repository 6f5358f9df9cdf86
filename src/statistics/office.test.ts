import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder } from '../../tests/support/live.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import type { Actor } from '../people/actor.ts'
import { statisticsOfficeRoutes } from './office/routes.ts'

let database: TestDatabase
let desk: Newsroom
let office: TestOffice
let home: string

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  office = testOffice({ db: database.db, routes: statisticsOfficeRoutes })
  home = mkdtempSync(path.join(os.tmpdir(), 'khue-stats-'))
  const live = await liveBuilder(database.owner)
  const { entryId } = await live.publish(desk.ward, { title: 'Chợ Đồng Xuân mở cửa lại' })
  const day = (siteId: number, date: string, views: number, visits: number) => ({
    siteId,
    day: date,
    views,
    visits,
    visitors: visits - 1,
    botViews: 7,
    fromSearch: views - 2,
    fromNone: 2,
    onPhone: views,
  })
  await database.db
    .insertInto('siteDay')
    .values([
      day(desk.ward.id, '2025-03-03', 1200, 400),
      day(desk.ward.id, '2025-03-05', 90, 40),
      day(desk.ward.id, '2025-02-24', 645, 220),
      day(desk.otherWard.id, '2025-03-04', 500, 410),
    ])
    .execute()
  await database.db
    .insertInto('entryDay')
    .values({ siteId: desk.ward.id, day: '2025-03-03', entryId, views: 321, botViews: 1 })
    .execute()
  await database.db
    .insertInto('sectionDay')
    .values({
      siteId: desk.ward.id,
      day: '2025-03-03',
      sectionId: desk.ward.sections['tin-tuc']!,
      views: 654,
      botViews: 1,
    })
    .execute()
})
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const march = 'tu=2025-03-03&den=2025-03-09'
const get = async (who: Actor, address: string): Promise<{ status: number; text: string; headers: Headers }> => {
  const answer = await office.get(address, await office.cookieOf(who))
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('the statistics screen', () => {
  test('an editor sees the sums, the change, the peak day, sections and articles of the own portal', async () => {
    const { status, text } = await get(desk.editor, `/cong/${desk.ward.id}/thong-ke?${march}`)
    expect(status).toBe(200)
    const said = plain(text)
    expect(said).toContain('03/03/2025 – 09/03/2025 (7 ngày) , so với 24/02/2025 – 02/03/2025')
    expect(said).toContain('Lượt truy cập 440 tăng 100% (220)')
    expect(said).toContain('Lượt xem trang 1.290 tăng 100% (645)')
    expect(said).toContain('Ngày cao điểm 03/03/2025: 400 lượt truy cập, 1.200 lượt xem trang, 399 khách.')
    expect(said).toContain('Chợ Đồng Xuân mở cửa lại 321')
    expect(said).toContain('Tin tức 654')
    expect(said).toContain('Lượt truy cập: các trang cùng một khách mở')
    expect(await htmlFaults(text)).toEqual([])
  })

  test('the chart says in words what it shows, and all its figures stand in a table', async () => {
    const { text } = await get(desk.chief, `/cong/${desk.ward.id}/thong-ke?${march}`)
    expect(text).toMatch(
      /role="img" aria-label="Biểu đồ cột lượt truy cập từ 03\/03\/2025 đến 09\/03\/2025\. Cao nhất 400 \(03\/03\/2025\)/,
    )
    expect(plain(text)).toContain('05/03/2025 40 90 39 7 06/03/2025 0 0 0 0')
  })

  test('whoever works for one portal is led to it; another portal is hidden from them', async () => {
    const { status, headers } = await get(desk.editor, `/thong-ke?${march}`)
    expect([status, headers.get('location')]).toEqual([303, `/cong/${desk.ward.id}/thong-ke?${march}`])
    expect((await get(desk.editor, `/cong/${desk.otherWard.id}/thong-ke`)).status).toBe(404)
    expect((await get(desk.editor, `/cong/${desk.otherWard.id}/thong-ke/ban-xuat.csv`)).status).toBe(404)
  })

  test('the network’s administrator and its auditor see every portal, the peak of all together', async () => {
    for (const who of [desk.networkAdmin, desk.auditor]) {
      const { status, text } = await get(who, `/thong-ke?${march}`)
      expect(status).toBe(200)
      const said = plain(text)
      expect(said).toContain('Thống kê truy cập: Cả mạng lưới')
      expect(said).toContain('Lượt truy cập 850 ')
      expect(said).toContain('Ngày cao điểm 04/03/2025: 410 lượt truy cập')
      expect(text).toContain(`href="/cong/${desk.otherWard.id}/thong-ke?${march.replace('&', '&amp;')}"`)
      expect(await htmlFaults(text)).toEqual([])
    }
  })

  test.each([
    ['tu=2025-02-30&den=2025-03-01', 'Chưa đúng: hãy chọn một ngày trong lịch.', 'value="2025-02-30"'],
    ['tu=2025-03-09&den=2025-03-01', 'Ngày cuối phải bằng hoặc sau ngày đầu.', 'value="2025-03-09"'],
    ['tu=1990-01-01&den=2025-03-01', 'Dài quá 10 năm: hãy chọn khoảng ngắn hơn.', 'value="1990-01-01"'],
    ['tu=2099-01-01&den=2099-02-01', 'Ngày này chưa đến.', 'value="2099-01-01"'],
    ['tu=%27%3B--&den=', 'Chưa đúng: hãy chọn một ngày trong lịch.', 'id="o-tu"'],
  ])('%s is refused beside the field, and what was typed stays', async (query, message, kept) => {
    const { status, text } = await get(desk.editor, `/cong/${desk.ward.id}/thong-ke?${query}`)
    expect(status).toBe(422)
    expect(text).toContain(message)
    expect(text).toContain(kept)
    expect(await htmlFaults(text)).toEqual([])
  })

  test('a period without readers says so', async () => {
    const { status, text } = await get(desk.editor, `/cong/${desk.ward.id}/thong-ke?tu=2024-01-01&den=2024-01-31`)
    expect(status).toBe(200)
    expect(plain(text)).toContain('Chưa có lượt xem nào trong khoảng này.')
    expect(await htmlFaults(text)).toEqual([])
  })

  test('the download opens in a spreadsheet with its Vietnamese letters, one line a day', async () => {
    const answer = await office.get(
      `/cong/${desk.ward.id}/thong-ke/ban-xuat.csv?${march}`,
      await office.cookieOf(desk.editor),
    )
    const body = Buffer.from(await answer.arrayBuffer())
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = body.toString('utf8').slice(1).split('\r\n')
    expect(lines[0]).toMatch(/^ngay,ma_cong,cong,luot_truy_cap,luot_xem,khach,luot_xem_cua_may,/)
    expect(lines[1]).toBe(
      '2025-03-03,ba-dinh,Cổng thông tin điện tử phường Ba Đình,400,1200,399,7,2,0,0,1198,0,0,1200,0,0,0',
    )
    expect(lines).toHaveLength(4)
    expect(answer.headers.get('content-disposition')).toContain('2025-03-03-2025-03-09.csv')
  })
})

describe('khue stats', () => {
  const stats = (...given: string[]): Promise<{ code: number; out: string; error: string }> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', path.resolve(import.meta.dirname, '../../bin/khue.ts'), 'stats', ...given],
        { env: { ...process.env, DATABASE_URL: database.url, KHUE_HOME: home } },
        (error, out, stderr) => resolve({ code: error ? Number(error.code) : 0, out, error: stderr }),
      )
    })

  test('answers with the total, the peak day and every portal', { timeout: 120_000 }, async () => {
    const { code, out } = await stats('--from', '2025-03-01', '--to', '2025-03-31', '--json')
    expect(code).toBe(0)
    const answer = JSON.parse(out) as Record<string, unknown> & { sites: { key: string; visits: number }[] }
    expect(answer.total).toMatchObject({ visits: 850, views: 1790, visitors: 847, botViews: 21 })
    expect(answer.peakDay).toMatchObject({ day: '2025-03-04', visits: 410 })
    expect(answer.peakDayByViews).toMatchObject({ day: '2025-03-03', views: 1200 })
    expect(answer.sites.map(({ key, visits }) => `${key} ${visits}`)).toEqual([
      'ba-dinh 440',
      'ngoc-ha 410',
      'thanh-pho 0',
    ])
    const told = await stats('--from', '2025-03-01', '--to', '2025-03-31', '--site', 'ba-dinh')
    expect(told.out).toContain('Ngày cao điểm (peak day):    2025-03-03, 400 lượt truy cập, 1.200 lượt xem')
  })

  test.each([
    [['--from', '2025-02-30', '--to', '2025-03-01'], '--from 2025-02-30 không phải là một ngày'],
    [['--from', '2025-03-02', '--to', '2025-04-01', '--site', 'khong-co'], 'Không có cổng nào mang mã khong-co'],
  ])('refuses %j in one sentence', { timeout: 120_000 }, async (given, sentence) => {
    const { code, out, error } = await stats(...given)
    expect([code, out]).toEqual([1, ''])
    expect(error).toContain(sentence)
    expect(error.trim().split('\n')).toHaveLength(1)
  })
})
