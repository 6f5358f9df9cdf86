import { afterAll, beforeAll, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { inTransaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { auditOfficeRoutes } from './office/routes.ts'
import { recordEvent, type AuditEvent } from './record-event.ts'

let database: TestDatabase
let desk: Newsroom
let office: TestOffice

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  office = testOffice({ db: database.db, routes: auditOfficeRoutes })
  const write = (event: Partial<AuditEvent>) =>
    inTransaction(database.db, (tx) =>
      recordEvent(tx, { action: 'edition.approved', by: desk.chief, subject: { kind: 'edition', id: 1 }, ...event }),
    )
  await write({
    siteId: desk.ward.id,
    summary: 'Duyệt bài Chợ Đồng Xuân',
    before: { state: 'reviewed', content: { title: 'Cũ' } },
    after: { state: 'approved', content: { title: 'Mới <b>' } },
  })
  await write({
    siteId: desk.otherWard.id,
    by: desk.stranger,
    action: 'edition.returned',
    subject: { kind: 'edition', id: 2 },
    summary: 'Trả lại bài Ngọc Hà',
  })
  await write({
    siteId: null,
    by: desk.networkAdmin,
    action: 'topic.created',
    subject: { kind: 'topic', id: 3 },
    summary: '=cmd|nguy hiểm, "có phẩy"',
  })
})
afterAll(() => database.drop())

const get = async (who: Actor, path: string): Promise<{ status: number; text: string; headers: Headers }> => {
  const answer = await office.office.request(`http://localhost:3001${path}`, {
    headers: { cookie: await office.cookieOf(who) },
  })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const shown = (text: string): string[] =>
  ['Chợ Đồng Xuân', 'Ngọc Hà</a>', 'nguy hiểm'].filter((each) => text.includes(each))

test('heads and administrators read the log of their portal, auditors and the network’s administrators all of it, others none', async () => {
  expect(shown((await get(desk.chief, '/nhat-ky')).text)).toEqual(['Chợ Đồng Xuân'])
  expect(shown((await get(desk.admin, '/nhat-ky')).text)).toEqual(['Chợ Đồng Xuân'])
  for (const who of [desk.auditor, desk.networkAdmin]) expect(shown((await get(who, '/nhat-ky')).text)).toHaveLength(3)
  for (const who of [desk.writer, desk.editor, desk.secretary]) expect((await get(who, '/nhat-ky')).status).toBe(403)
})

test('the log is narrowed by person, act, subject, portal, day and words, without their diacritics too', async () => {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const narrowed = async (query: string): Promise<string[]> =>
    shown((await get(desk.auditor, `/nhat-ky?${query}`)).text)
  expect(await narrowed('nguoi=truong+ban+ba+dinh')).toEqual(['Chợ Đồng Xuân'])
  expect(await narrowed('viec=topic.created')).toEqual(['nguy hiểm'])
  expect(await narrowed('doi-tuong=edition+2')).toEqual(['Ngọc Hà</a>'])
  expect(await narrowed('doi-tuong=B%C3%A0i+2')).toEqual(['Ngọc Hà</a>'])
  expect(await narrowed(`cong=${desk.ward.id}`)).toEqual(['Chợ Đồng Xuân'])
  expect(await narrowed('chu=cho+dong+xuan')).toEqual(['Chợ Đồng Xuân'])
  expect(await narrowed(`tu=${today}&den=${today}`)).toHaveLength(3)
  expect(await narrowed('den=2020-01-01')).toEqual([])
  expect((await get(desk.auditor, '/nhat-ky?tu=hom-qua')).text).toContain('Ngày không đúng')
  expect((await get(desk.auditor, '/nhat-ky?chu=khongcogi')).text).toContain('Không có dòng nào khớp')
})

test('an event shows what changed side by side; one of another portal is not there', async () => {
  const { text } = await get(desk.chief, '/nhat-ky/1')
  expect(text).toContain('content.title')
  expect(text).toMatch(/Cũ<\/td><td[^>]*>Mới &lt;b&gt;/)
  expect(text).toContain('Tiêu đề <code>content.title</code>')
  expect(text).toMatch(/Chờ duyệt<\/td><td[^>]*>Đã duyệt/)
  expect(text).toContain('href="/ban-thao/1/duyet"')
  expect((await get(desk.admin, '/nhat-ky/1')).text, 'who edits no texts gets no link to one').not.toContain(
    'href="/ban-thao/1/duyet"',
  )
  expect((await get(desk.chief, '/nhat-ky/2')).status).toBe(404)
  for (const id of ['0', '999', 'x', '1e9']) expect((await get(desk.auditor, `/nhat-ky/${id}`)).status).toBe(404)
})

test('taking the log out is itself recorded, and no cell runs in a spreadsheet', async () => {
  const { text, headers } = await get(desk.auditor, '/nhat-ky/ban-xuat.csv?viec=topic.created')
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(text).toContain(`"'=cmd|nguy hiểm, ""có phẩy"""\r\n`)
  expect(text.split('\r\n')).toHaveLength(3)
  expect(text, 'in words and in Vietnamese time, the code beside them').toMatch(
    /T\d\d:\d\d:\d\d\+07:00,Quản trị mạng lưới,Tạo chuyên đề,topic\.created,Chuyên đề,/,
  )
  const last = await database.owner
    .selectFrom('auditEvent')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect([last.action, last.actor, last.after]).toEqual([
    'audit.exported',
    desk.auditor.name,
    { viec: 'topic.created' },
  ])
})
