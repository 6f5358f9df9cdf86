import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, someCase, type CaseDesk, type SomeCase } from '../../tests/support/cases.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { assignCase } from '../cases/assign-case.ts'
import type { Actor } from '../people/actor.ts'
import { trackingPublicRoutes } from '../tracking/public.tsx'
import { dataRights } from './data-request.ts'
import { dataRequestOfficeRoutes } from './office/routes.ts'
import { dataRequestPublicRoutes } from './public.tsx'
import { readCases } from './read-cases.ts'

let database: TestDatabase
let desk: CaseDesk
let read: Reader
let office: TestOffice
let made = 0

const canary = { name: 'Chim Hoàng Yến', email: 'hoang.yen@canary.example', phone: '0912 345 678' }
const at = '/du-lieu-ca-nhan/gui-yeu-cau'
const typed = {
  quyen: 'delete',
  'noi-dung': 'Xin xóa dữ liệu của tôi trong các hồ sơ đã xong.',
  'ho-ten': canary.name,
  'thu-dien-tu': canary.email,
  'dien-thoai': canary.phone,
  'dong-y-xu-ly': '1',
}

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  read = reader(database.delivery, [...dataRequestPublicRoutes, ...trackingPublicRoutes])
  office = testOffice({ db: database.db, routes: dataRequestOfficeRoutes, keyring: desk.keyring })
})
afterAll(() => database.drop())

const look = (address: string): Promise<Response> =>
  read(desk.ward, address, { headers: { 'user-agent': `doc-${++made}` } })
const press = (fields: Record<string, string>): Promise<Response> =>
  read(desk.ward, at, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': `doc-${++made}` },
  })
const screen = async (who: Actor, address: string): Promise<Response> => office.get(address, await office.cookieOf(who))
const save = async (who: Actor, address: string, fields: Record<string, string> = {}): Promise<Response> =>
  office.post(address, fields, await office.cookieOf(who))
const newest = () =>
  database.owner
    .selectFrom('citizenCase')
    .selectAll()
    .where('kind', '=', 'data_request')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
const clocksOf = (caseId: number) =>
  database.owner
    .selectFrom('caseClock')
    .select(['purpose', 'ruleId', 'state'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute()

/** A request in the officer's hands about these cases. */
async function request(details: { right: string; proved?: string[]; named?: string[] }): Promise<SomeCase> {
  const found = await someCase(database.db, desk.key, {
    kind: 'data_request',
    siteId: desk.ward.id,
    sender: canary,
    details: { proved: [], named: [], ...details },
  })
  const { caseId } = found
  await desk.act((tx) =>
    assignCase(tx, desk.coordinator, { caseId, divisionId: desk.urban, officerId: desk.officer.id }),
  )
  return found
}

describe('somebody asks about their data', () => {
  test('the page says rights, who is responsible, times with their marks, and how data is found', async () => {
    await database.owner
      .insertInto('accessSetting')
      .values({ siteId: desk.ward.id, dataUnit: 'Bộ phận bảo vệ dữ liệu' })
      .execute()
    const html = await (await look('/du-lieu-ca-nhan')).text()
    for (const words of [
      'Bộ phận bảo vệ dữ liệu',
      'Xóa dữ liệu',
      '2 ngày làm việc',
      '20 ngày',
      'theo nguồn thứ cấp',
      'chưa kiểm chứng',
      'số hồ sơ và mã tra cứu',
    ])
      expect(html).toContain(words)
    expect(await htmlFaults(html)).toEqual([])
    expect(await htmlFaults(await (await look('/en/du-lieu-ca-nhan')).text())).toEqual([])
  })

  test('each right runs on the clock of its own rule', async () => {
    for (const [quyen, { rule }] of Object.entries(dataRights)) {
      const sent = await press({ ...typed, quyen, buoc: '3', di: 'gui' })
      expect(sent.status, quyen).toBe(303)
      const row = await newest()
      expect((await clocksOf(row.id)).map(({ purpose, ruleId }) => [purpose, ruleId])).toEqual([
        ['acknowledge', 'data.acknowledge'],
        ['answer', rule],
      ])
      for (const secret of Object.values(canary)) expect(JSON.stringify(row)).not.toContain(secret)
    }
  })

  test('codes prove that cases are theirs and are kept nowhere; numbers alone are only named', async () => {
    const [mine, other] = [await desk.upTo('answered'), await desk.upTo('answered')]
    const lines = `${mine.number} mã ${mine.code.toLowerCase()}\n${other.number}\nKhông nhớ, ABCD-1111-2222-3333`
    const check = await press({ ...typed, 'ho-so': lines, buoc: '2', di: '3' })
    expect(await htmlFaults(await check.text())).toEqual([])
    expect((await press({ ...typed, 'ho-so': lines, buoc: '3', di: 'gui' })).status).toBe(303)
    const row = await newest()
    expect(row.details).toEqual({ right: 'delete', proved: [mine.number], named: [other.number] })
    expect(JSON.stringify(row)).not.toContain(mine.code)
    for (const wrong of [
      { ...typed, quyen: 'constructor' },
      { ...typed, 'noi-dung': 'ngắn' },
    ])
      expect((await press({ ...wrong, buoc: '1', di: '2' })).status).toBe(422)
    expect((await press({ ...typed, 'dong-y-xu-ly': '', buoc: '2', di: '3' })).status).toBe(422)
  })

  test('numbers and codes are read out of whatever was typed', () => {
    expect(readCases('hn-2026-000123: abcd efgh 1234 5678; KH-2026-000009')).toEqual({
      numbers: ['HN-2026-000123', 'KH-2026-000009'],
      codes: ['ABCD-EFGH-1234-5678'],
    })
    expect(readCases('0912 345 678, không có gì')).toEqual({ numbers: [], codes: [] })
  })
})

describe('the office answers it', () => {
  test('acknowledges once, in time, and the sender is told', async () => {
    const found = await request({ right: 'access' })
    const address = `/ho-so/${found.caseId}/du-lieu`
    const html = await (await screen(desk.officer, address)).text()
    expect(html).toContain('Người gửi không nêu hồ sơ nào')
    expect(await htmlFaults(html)).toEqual([])
    expect((await save(desk.socialOfficer, `${address}/xac-nhan`)).status).toBe(404)
    expect((await save(desk.officer, `${address}/xac-nhan`)).status).toBe(303)
    expect((await save(desk.officer, `${address}/xac-nhan`)).status).toBe(422)
    expect((await clocksOf(found.caseId)).map(({ purpose, state }) => [purpose, state])).toEqual([
      ['acknowledge', 'met'],
      ['answer', 'running'],
    ])
    const told = await database.owner
      .selectFrom('caseEvent')
      .select(['step', 'isPublic', 'toldAt'])
      .where('caseId', '=', found.caseId)
      .where('step', '=', 'acknowledge')
      .execute()
    expect(told).toEqual([{ step: 'acknowledge', isPublic: true, toldAt: null }])
    expect(await (await look(`/theo-doi/${found.code}`)).text()).toContain('Cơ quan xác nhận đã nhận yêu cầu.')
  })

  test('erases the sender of a named case, on record; the case stays with its number and its answer', async () => {
    const mine = await desk.upTo('answered', { sender: canary })
    const found = await request({ right: 'delete', proved: [mine.number] })
    const address = `/ho-so/${found.caseId}/du-lieu`
    const before = await (await screen(desk.officer, address)).text()
    expect(before).toContain('thông tin liên hệ (niêm phong); nội dung đã gửi')
    for (const secret of Object.values(canary)) expect(before).not.toContain(secret)
    expect((await save(desk.officer, `${address}/xoa`, { number: mine.number })).status).toBe(303)
    const after = await (await screen(desk.officer, address)).text()
    expect(after).toContain('Đã xóa ngày')
    expect(await htmlFaults(after)).toEqual([])
    const row = await database.owner
      .selectFrom('citizenCase')
      .selectAll()
      .where('id', '=', mine.caseId)
      .executeTakeFirstOrThrow()
    expect([row.number, row.title, row.body, row.erasedAt !== null]).toEqual([mine.number, '', '', true])
    const sender = await database.owner
      .selectFrom('caseSender')
      .selectAll()
      .where('caseId', '=', mine.caseId)
      .executeTakeFirstOrThrow()
    expect(sender.sealed).toBeNull()
    const record = await database.owner
      .selectFrom('deletionRecord')
      .selectAll()
      .where('number', '=', mine.number)
      .execute()
    expect(record).toHaveLength(1)
    expect(record[0]!.ground).toBe(`Theo yêu cầu của người gửi, hồ sơ ${found.number}`)
    const mails = await database.owner.selectFrom('outboxMail').select('id').where('caseId', '=', mine.caseId).execute()
    expect(mails).toEqual([])
    const page = await look(`/theo-doi/${mine.code}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Phường đã giao đơn vị chiếu sáng')
    const refused = await save(desk.officer, `${address}/xoa`, { number: mine.number })
    expect([refused.status, (await refused.text()).includes('đã được xóa')]).toEqual([422, true])
  })

  test('not without proof or a reason, not what is still in hand, not of another portal, not unasked', async () => {
    const [named, open] = [await desk.upTo('answered'), await desk.upTo('assigned')]
    const away = await someCase(database.db, desk.key, { siteId: desk.otherWard.id })
    const stranger = await desk.upTo('answered')
    const found = await request({ right: 'withdraw', proved: [open.number, away.number], named: [named.number] })
    const erase = async (number: string, reason = ''): Promise<string> =>
      (await save(desk.officer, `/ho-so/${found.caseId}/du-lieu/xoa`, { number, reason })).text()
    expect(await erase(named.number)).toContain('Người yêu cầu không đưa mã của hồ sơ này')
    expect(await erase(open.number)).toContain('còn đang xử lý')
    expect(await erase(away.number)).toContain('do cổng khác xử lý')
    expect(await erase(stranger.number, 'Đã gọi lại số của hồ sơ để xác minh.')).toContain('không có trong yêu cầu')
    const unasked = await request({ right: 'access', proved: [named.number] })
    const refused = await save(desk.officer, `/ho-so/${unasked.caseId}/du-lieu/xoa`, { number: named.number })
    expect(refused.status).toBe(422)
    expect(
      await database.owner
        .selectFrom('citizenCase')
        .select('id')
        .where('erasedAt', 'is not', null)
        .where('number', 'in', [named.number, open.number, away.number, stranger.number])
        .execute(),
    ).toEqual([])
    const act = { number: named.number, reason: 'Đã gọi lại số của hồ sơ để xác minh.' }
    expect((await save(desk.officer, `/ho-so/${found.caseId}/du-lieu/xoa`, act)).status).toBe(303)
    expect((await screen(desk.otherOfficer, `/ho-so/${found.caseId}/du-lieu`)).status).toBe(404)
  })
})
