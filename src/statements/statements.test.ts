import { afterAll, beforeAll, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { statementPages } from '../delivery/statement-pages.ts'
import { statementsOfficeRoutes } from './office/routes.ts'
import { readChannelHref, securityExpiry } from './statement.ts'

let database: TestDatabase
let desk: Newsroom
let read: Reader
let office: TestOffice
let admin: string

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  read = reader(database.delivery)
  office = testOffice({ db: database.db, routes: statementsOfficeRoutes })
  admin = await office.cookieOf(desk.admin)
}, 60_000)
afterAll(() => database.drop())

const page = async (path: string): Promise<string> => (await read(desk.ward, path)).text()
const at = (path: string): string => `/cong/${desk.ward.id}${path}`

test('the statements stand on every portal in both languages, in its footer, on its map and in sitemap.xml', async () => {
  const [home, map, xml] = await Promise.all([page('/'), page('/so-do-cong'), page('/sitemap.xml')])
  for (const { path } of statementPages) {
    for (const each of [path, `/en${path}`]) {
      const answer = await read(desk.ward, each)
      expect(answer.status, each).toBe(200)
      expect(await htmlFaults(await answer.text()), each).toEqual([])
    }
    expect(
      [home, map].every((html) => html.includes(`href="${path}"`)),
      path,
    ).toBe(true)
    expect(xml).toContain(`ba-dinh.test:3000${path}</loc>`)
  }
})

test('a reader learns what the last self-assessment found, and that there was none before', async () => {
  expect(await page('/tuyen-bo-tiep-can')).toContain('chưa công bố kết quả tự đánh giá')
  const form = { assessedOn: '2026-11-02', result: 'partly', method: 'Dùng bàn phím', gaps: '' }
  const refused = await office.post(at('/tu-danh-gia'), form, admin)
  const screen = await refused.text()
  expect(refused.status).toBe(422)
  expect(screen).toContain('id="o-gaps-error"')
  expect(await htmlFaults(screen)).toEqual([])
  const gaps = 'Bản chụp chưa có lớp chữ\nVideo cũ chưa có phụ đề'
  expect((await office.post(at('/tu-danh-gia'), { ...form, gaps }, admin)).status).toBe(303)
  const statement = await page('/tuyen-bo-tiep-can')
  expect(statement).toContain('02/11/2026')
  expect(statement).toContain('<li>Video cũ chưa có phụ đề</li>')
  expect(statement).toContain('WCAG 2.2')
  await office.post(at('/tu-danh-gia'), { ...form, gaps, assessedOn: '2020-02-30' }, admin)
  expect(await page('/tuyen-bo-tiep-can')).not.toContain('30/02/2020')
})

test('a reader finds the channels in the order the administrator gave them', async () => {
  const add = (name: string, href: string) =>
    office.post(at('/kenh'), { kind: 'zalo', name, href, purpose: 'Báo tin' }, admin)
  expect((await add('Zalo phường', 'https://zalo.me/phuong')).status).toBe(303)
  expect((await add('Đường dây nóng', '024.0000.1022')).status).toBe(303)
  expect((await add('Xấu', 'javascript:alert(1)')).status).toBe(422)
  const rows = await database.owner.selectFrom('siteChannel').selectAll().orderBy('position').execute()
  await office.post(at(`/kenh/${rows[1]!.id}/vi-tri`), { direction: 'up' }, admin)
  const list = await page('/kenh-thong-tin')
  expect(list.indexOf('href="tel:02400001022"')).toBeLessThan(list.indexOf('https://zalo.me/phuong'))
  expect(list).toContain('Nghị định 224/2026/NĐ-CP, Điều 10')
  expect(await htmlFaults(await (await office.get(at('/kenh'), admin)).text())).toEqual([])
  await office.post(at(`/kenh/${rows[0]!.id}/bo`), {}, admin)
  expect(await page('/kenh-thong-tin')).not.toContain('zalo.me')
  expect((await office.post(at(`/kenh/${rows[1]!.id}/bo`), {}, await office.cookieOf(desk.stranger))).status).toBe(404)
})

test('whoever finds a weakness finds whom to tell, by RFC 9116', async () => {
  const answer = await read(desk.ward, '/.well-known/security.txt')
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(text).toMatch(/^Contact: mailto:thu@example\.vn$/m)
  expect(text).toMatch(/^Canonical: http:\/\/ba-dinh\.test:3000\/\.well-known\/security\.txt$/m)
  expect(text).toMatch(/^Preferred-Languages: vi, en$/m)
  const expires = new Date(/^Expires: (.+)$/m.exec(text)![1]!)
  for (const now of [new Date(), new Date('2026-12-31T23:59:59Z'), new Date('2028-01-31T00:00:00Z')]) {
    const ahead = (securityExpiry(now).getTime() - now.getTime()) / 86_400_000
    expect(ahead > 150 && ahead < 365).toBe(true)
  }
  expect(expires > new Date()).toBe(true)
})

test('an address of a channel is https or a telephone number', () => {
  expect(readChannelHref('1022')).toBe('tel:1022')
  expect(readChannelHref('(024) 3825.1234')).toBe('tel:02438251234')
  expect(readChannelHref('https://zalo.me/a')).toBe('https://zalo.me/a')
  for (const bad of ['http://a.vn', '//a', '/a', 'mailto:a@b.vn', 'tel:abc'])
    expect(readChannelHref(bad)).toBeUndefined()
})
