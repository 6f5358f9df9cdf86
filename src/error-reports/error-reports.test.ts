import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { hostileText } from '../../tests/support/hostile.ts'
import { liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { officeRoutes } from '../app.ts'
import type { Actor } from '../people/actor.ts'
import { eraseSenders } from './erase-senders.ts'

let database: TestDatabase
let newsroom: Newsroom
let live: LiveBuilder
let read: Reader
let office: TestOffice
let made = 0

/** Words of the reader that must turn up nowhere but before those who answer. */
const canary = { name: 'Chim Hoàng Yến', email: 'hoang.yen@canary.example' }
const good = { loai: 'fact', 'noi-dung': 'Bài ghi sai ngày họp tổ dân phố.' }

beforeAll(async () => {
  database = await freshDatabase()
  newsroom = await newsroomOf(database.db)
  live = await liveBuilder(database.db)
  read = reader(database.delivery)
  office = testOffice({ db: database.db, routes: officeRoutes })
})
afterAll(() => database.drop())

const send = (fields: Record<string, string>, who = `doc-${++made}`): Promise<Response> =>
  read(newsroom.ward, '/bao-loi', {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': who },
  })
const article = (title = `Bài số ${++made}`): Promise<{ path: string; entryId: number; editionId: number }> =>
  live.publish(newsroom.ward, { title })
const reports = () => database.owner.selectFrom('errorReport').selectAll().orderBy('id').execute()
const newest = async () => (await reports()).at(-1)!
const events = () => database.owner.selectFrom('auditEvent').selectAll().orderBy('id').execute()
const screen = async (who: Actor, address: string): Promise<Response> => office.get(address, await office.cookieOf(who))
const press = async (who: Actor, address: string, fields: Record<string, string> = {}): Promise<Response> =>
  office.post(address, fields, await office.cookieOf(who))
/** A report with an address, and where the office shows it. */
async function reported(): Promise<{ id: number; code: string; at: string; path: string; entryId: number }> {
  const { path, entryId } = await article()
  await send({ ...good, bai: path, 'ho-ten': canary.name, 'thu-dien-tu': canary.email })
  const { id, code } = await newest()
  return { id, code, path, entryId, at: `/cong/${newsroom.ward.id}/bao-loi/${id}` }
}

describe('a reader reports an error', () => {
  test('from the article to a receipt with a number and a time, without script or cookie', async () => {
    const { path } = await article('Bài có lỗi')
    const page = await (await read(newsroom.ward, path)).text()
    expect(page).toContain(`href="/bao-loi?bai=${encodeURIComponent(path)}"`)
    const form = await read(newsroom.ward, `/bao-loi?bai=${path}`)
    const html = await form.text()
    expect(form.headers.get('cache-control')).toContain('no-store')
    expect(html).toContain('Bài có lỗi')
    expect(html).toContain('trong 24 giờ')
    expect(html).toContain('xóa 90 ngày sau khi')
    expect(await htmlFaults(html)).toEqual([])
    const answer = await send({ ...good, bai: path, doan: 'Câu thứ hai.' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const { code, kind, what, passage, dueAt, receivedAt } = await newest()
    expect({ kind, what, passage }).toEqual({ kind: 'fact', what: good['noi-dung'], passage: 'Câu thứ hai.' })
    expect(dueAt.getTime() - receivedAt.getTime()).toBe(24 * 3_600_000)
    expect(answer.headers.get('location')).toBe(`/bao-loi/${code}`)
    const receipt = await read(newsroom.ward, `/bao-loi/${code.toLowerCase()}`)
    const words = await receipt.text()
    expect(receipt.status).toBe(200)
    expect(words).toContain(code)
    expect(words).toContain('Xử lý xong trước')
    expect(words).not.toContain(good['noi-dung'])
    expect(await htmlFaults(words)).toEqual([])
    expect((await read(newsroom.otherWard, `/bao-loi/${code}`)).status).toBe(404)
    expect((await read(newsroom.ward, '/bao-loi/0000-0000')).status).toBe(404)
  })

  test('what is wrong stands beside its field, and everything typed is kept', async () => {
    const { path } = await article()
    const typed = {
      bai: path,
      'noi-dung': 'Ngắn',
      doan: 'Đoạn "trích" <b>',
      'ho-ten': canary.name,
      'thu-dien-tu': 'không phải thư',
    }
    const answer = await send(typed)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const message of ['Hãy chọn loại lỗi.', 'ít nhất 10 ký tự', 'ten@vidu.vn'])
      expect(html.split(message).length, message).toBe(3)
    for (const kept of ['Ngắn', 'Đoạn &quot;trích&quot; &lt;b&gt;', canary.name, 'không phải thư'])
      expect(html).toContain(kept)
    expect(await htmlFaults(html)).toEqual([])
    expect((await send({ ...good, bai: path, 'noi-dung': 'x'.repeat(2001) })).status).toBe(422)
    expect((await send({ ...good, bai: path, 'ho-ten': 'Chỉ có tên' })).status).toBe(422)
    expect((await send({ ...good, bai: path, loai: 'constructor' })).status).toBe(422)
  })

  test('an article of another portal, withdrawn, unknown or forged is answered politely and takes nothing', async () => {
    const other = await live.publish(newsroom.otherWard, { title: 'Bài phường khác' })
    const gone = await article()
    await live.withdraw(gone.entryId, 'Sai')
    const before = (await reports()).length
    const said = async (bai: string): Promise<[number, number]> => [
      (await read(newsroom.ward, `/bao-loi?bai=${encodeURIComponent(bai)}`)).status,
      (await send({ ...good, bai })).status,
    ]
    expect(await said(gone.path)).toEqual([410, 410])
    for (const bai of [
      other.path,
      '/bai-viet/khong-co',
      '/',
      '//evil.example/x',
      'javascript:alert(1)',
      '/a\u2028b',
      '',
    ])
      expect(await said(bai), bai).toEqual([404, 404])
    expect((await read(newsroom.ward, '/bao-loi')).status).toBe(404)
    expect((await reports()).length).toBe(before)
  })

  test('ten a day from one reader, sixty an hour on a portal; the refusal keeps what was typed', async () => {
    const { path } = await article()
    for (let n = 0; n < 10; n++) expect((await send({ ...good, bai: path }, 'sieng')).status).toBe(303)
    const refused = await send({ ...good, bai: path, 'ho-ten': canary.name, 'thu-dien-tu': canary.email }, 'sieng')
    expect(refused.status).toBe(429)
    const html = await refused.text()
    expect(html).toContain('gửi vào ngày mai')
    expect(html).toContain(good['noi-dung'])
    expect(await htmlFaults(html)).toEqual([])
    expect((await send({ ...good, bai: path }, 'nguoi-khac')).status).toBe(303)
    const { siteId, ...row } = await newest()
    const flood = Array.from({ length: 60 }, (_, n) => ({
      ...row,
      id: undefined,
      siteId: newsroom.city.id,
      code: `ZZZZ-${String(n).padStart(4, '0')}`,
    }))
    await database.db.insertInto('errorReport').values(flood).execute()
    const there = await live.publish(newsroom.city, { title: 'Bài của thành phố' })
    const busy = await read(newsroom.city, '/bao-loi', {
      method: 'POST',
      body: new URLSearchParams({ ...good, bai: there.path }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(busy.status).toBe(429)
    expect(await busy.text()).toContain('gửi lại sau một giờ')
    expect(siteId).toBe(newsroom.ward.id)
  })

  test('whatever is typed into either form, it is answered, never with a failure', async () => {
    const { path } = await article()
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 6, maxLength: 6 }), fc.boolean(), async (typed, sound) => {
        const [kind = '', what = '', passage = '', name = '', email = '', page = ''] = typed
        const fields = {
          loai: sound ? 'fact' : kind,
          'noi-dung': what,
          doan: passage,
          'ho-ten': name,
          'thu-dien-tu': email,
        }
        const answer = await send({ ...fields, bai: sound ? path : page })
        expect(answer.status, JSON.stringify(typed).slice(0, 300)).toBeLessThan(500)
        const rated = await read(newsroom.ward, '/danh-gia', {
          method: 'POST',
          body: new URLSearchParams({ trang: sound ? path : page, muc: 'hai-long', 'y-kien': what }).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': `ai-${++made}` },
        })
        expect(rated.status, what.slice(0, 300)).toBeLessThan(500)
      }),
      { numRuns: 40, seed: 11 },
    )
  })

  test('what a machine or an advertiser sends is flagged, not lost', async () => {
    const { path } = await article()
    expect((await send({ ...good, bai: path, 'bo-trong': 'https://x' })).status).toBe(303)
    expect((await newest()).suspect).toBe('trap')
    await send({ ...good, bai: path, 'noi-dung': 'Nhà cái số một châu Á' })
    expect((await newest()).suspect).toBe('gambling')
    const queue = await (await screen(newsroom.editor, `/cong/${newsroom.ward.id}/bao-loi`)).text()
    expect(queue).not.toContain('châu Á')
    const suspected = await screen(newsroom.editor, `/cong/${newsroom.ward.id}/bao-loi?loc=nghi-ngo`)
    expect(await suspected.text()).toContain('châu Á')
  })
})

describe('the desk deals with it', () => {
  test('it is taken, closed with a note and an answer by mail; each act is one event', async () => {
    const { id, code, at } = await reported()
    const before = (await events()).length
    expect((await press(newsroom.editor, `${at}/nhan`)).status).toBe(303)
    expect((await press(newsroom.editor, `${at}/nhan`)).status).toBe(303)
    const html = await (await screen(newsroom.editor, at)).text()
    expect(html).toContain(canary.email)
    expect(await htmlFaults(html)).toEqual([])
    const fields = { outcome: 'corrected', note: 'Đã sửa ngày họp.', answer: 'Cảm ơn bạn, bài đã được sửa.' }
    expect((await press(newsroom.editor, `${at}/xong`, fields)).status).toBe(303)
    const done = (await events()).slice(before)
    expect(done.map(({ action }) => action)).toEqual(['error-report.taken', 'error-report.closed'])
    const mail = await database.owner.selectFrom('outboxMail').selectAll().orderBy('id', 'desc').executeTakeFirst()
    expect(mail).toMatchObject({ recipient: canary.email, siteId: newsroom.ward.id })
    expect(mail?.subject).toBe(`Cổng thông tin điện tử phường Ba Đình: trả lời phiếu báo lỗi ${code}`)
    expect(mail?.body).toContain('bài đã được sửa')
    const row = (await reports()).find((report) => report.id === id)
    expect(row).toMatchObject({ state: 'corrected', closedBy: newsroom.editor.id, note: 'Đã sửa ngày họp.' })
    const receipt = await (await read(newsroom.ward, `/bao-loi/${code}`)).text()
    expect(receipt).toContain('Đã sửa')
    expect(receipt).not.toContain('Đã sửa ngày họp.')
    expect((await press(newsroom.editor, `${at}/xong`, fields)).status).toBe(422)
  })

  test('without an outcome, a note or an answer it stays open, says why, and leaves no trace', async () => {
    const { at } = await reported()
    const before = (await events()).length
    const answer = await press(newsroom.editor, `${at}/xong`, { answer: ' ', note: '' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const message of ['Hãy chọn kết quả xử lý.', 'Hãy ghi đã sửa gì', 'hãy viết thư trả lời'])
      expect(html).toContain(message)
    expect(await htmlFaults(html)).toEqual([])
    expect((await events()).length).toBe(before)
    expect((await newest()).state).toBe('open')
    const silent = { outcome: 'not_error', note: 'Bài đúng.', silent: 'on' }
    expect((await press(newsroom.editor, `${at}/xong`, silent)).status).toBe(303)
    expect((await newest()).answeredAt).toBeNull()
  })

  test('the most pressing stands first, the late one says so, and the first page of the office counts them', async () => {
    const late = await reported()
    await database.owner
      .updateTable('errorReport')
      .set({ dueAt: new Date(Date.now() - 7_200_000) })
      .where('id', '=', late.id)
      .execute()
    const html = await (await screen(newsroom.chief, `/cong/${newsroom.ward.id}/bao-loi`)).text()
    const first = /bao-loi\/(\d+)"/.exec(html)?.[1]
    expect(Number(first)).toBe(late.id)
    expect(html).toMatch(/Trễ|Quá hạn|trễ/)
    expect(await htmlFaults(html)).toEqual([])
    const home = await (await screen(newsroom.chief, '/')).text()
    expect(home).toContain('Báo lỗi của bạn đọc')
    expect((await screen(newsroom.chief, '/ban-doc')).headers.get('location')).toBe(`/cong/${newsroom.ward.id}/bao-loi`)
    expect(await htmlFaults(await (await screen(newsroom.auditor, '/ban-doc')).text())).toEqual([])
    for (const query of ['sau=x', 'sau=1_99999999999', 'sau=9999999999.999999_1', 'loc=constructor'])
      expect((await screen(newsroom.chief, `/cong/${newsroom.ward.id}/bao-loi?${query}`)).status, query).toBe(200)
  })

  test('a long queue is walked whole, each report once', async () => {
    const row = await newest()
    const same = Array.from({ length: 120 }, (_, n) => ({
      ...row,
      id: undefined,
      suspect: null,
      state: 'open',
      closedAt: null,
      closedBy: null,
      siteId: newsroom.otherWard.id,
      code: `YYYY-${String(n).padStart(4, '0')}`,
    }))
    await database.db.insertInto('errorReport').values(same).execute()
    const seen: string[] = []
    let at: string | undefined = `/cong/${newsroom.otherWard.id}/bao-loi`
    while (at) {
      const html: string = await (await screen(newsroom.stranger, at)).text()
      seen.push(...[...html.matchAll(/bao-loi\/(\d+)"/g)].map(([, id]) => id!))
      at = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen.length).toBe(120)
    expect(new Set(seen).size).toBe(120)
  })

  test('other portals never see it, auditors read it without the sender, contributors do not', async () => {
    const { at, id } = await reported()
    expect((await screen(newsroom.stranger, at)).status).toBe(404)
    expect((await screen(newsroom.stranger, `/cong/${newsroom.otherWard.id}/bao-loi/${id}`)).status).toBe(404)
    expect((await press(newsroom.stranger, `/cong/${newsroom.otherWard.id}/bao-loi/${id}/nhan`)).status).toBe(404)
    expect((await screen(newsroom.writer, at)).status).toBe(403)
    expect((await press(newsroom.auditor, `${at}/nhan`)).status).toBe(403)
    for (const who of [newsroom.auditor, newsroom.admin]) {
      const html = await (await screen(who, at)).text()
      expect(html).not.toContain(canary.email)
      expect(html).not.toContain(canary.name)
      expect(html).not.toContain('/xong"')
    }
  })

  test('the portal sets its own hours; reports at hand keep theirs', async () => {
    const { id } = await reported()
    const there = `/cong/${newsroom.ward.id}/bao-loi`
    expect((await press(newsroom.editor, `${there}/thoi-han`, { hours: '8', keepDays: '30' })).status).toBe(403)
    const refused = await press(newsroom.admin, `${there}/thoi-han`, { hours: '0', keepDays: 'x' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('từ 1 đến 720')
    expect((await press(newsroom.admin, `${there}/thoi-han`, { hours: '8', keepDays: '30' })).status).toBe(303)
    const { path } = await article()
    expect(await (await read(newsroom.ward, `/bao-loi?bai=${path}`)).text()).toContain('trong 8 giờ')
    await send({ ...good, bai: path })
    const [old, young] = [(await reports()).find((report) => report.id === id)!, await newest()]
    expect(old.dueAt.getTime() - old.receivedAt.getTime()).toBe(24 * 3_600_000)
    expect(young.dueAt.getTime() - young.receivedAt.getTime()).toBe(8 * 3_600_000)
  })
})

describe('who sent a report', () => {
  test('is erased with the answer after the time the portal keeps it, on record and only once', async () => {
    const { id, at } = await reported()
    await press(newsroom.editor, `${at}/xong`, { outcome: 'corrected', note: 'Đã sửa.', answer: 'Cảm ơn bạn.' })
    const fresh = await reported()
    await press(newsroom.editor, `${fresh.at}/xong`, { outcome: 'corrected', note: 'Đã sửa.', answer: 'Cảm ơn bạn.' })
    await database.owner
      .updateTable('errorReport')
      .set({ closedAt: new Date(Date.now() - 31 * 86_400_000) })
      .where('id', '=', id)
      .execute()
    const answered = await database.owner
      .selectFrom('errorReportSender')
      .select('mailId')
      .where('reportId', '=', id)
      .executeTakeFirst()
    expect(answered?.mailId).toBeGreaterThan(0)
    const before = (await events()).length
    expect(await eraseSenders(database.db)).toEqual({ erased: 1 })
    expect(await eraseSenders(database.db)).toEqual({ erased: 0 })
    const left = await database.owner.selectFrom('errorReportSender').selectAll().execute()
    expect(left.map(({ reportId }) => reportId)).not.toContain(id)
    expect(left.map(({ reportId }) => reportId)).toContain(fresh.id)
    const [erased] = (await events()).slice(before)
    expect(erased).toMatchObject({ action: 'error-report.sender-erased', after: { reports: [id] } })
    const mails = (await database.owner.selectFrom('outboxMail').select('id').execute()).map((mail) => mail.id)
    expect(mails).not.toContain(answered?.mailId)
    expect(mails).toContain(left.find(({ reportId }) => reportId === fresh.id)?.mailId)
    expect(await (await screen(newsroom.editor, at)).text()).toContain('đã được xóa khi hết thời hạn lưu')
  })

  test('turns up in no event, subject, address or public page', async () => {
    await reported()
    const told = JSON.stringify(await events())
    const subjects = (await database.owner.selectFrom('outboxMail').select('subject').execute()).map((m) => m.subject)
    for (const word of Object.values(canary)) {
      expect(told).not.toContain(word)
      expect(subjects.join()).not.toContain(word)
      for (const { code, path } of (await reports()).filter((report) => report.siteId === newsroom.ward.id).slice(-5))
        for (const address of [path, `/bao-loi/${code}`, `/bao-loi?bai=${path}`])
          expect(await (await read(newsroom.ward, address)).text()).not.toContain(word)
    }
    expect(told).not.toContain(good['noi-dung'])
  })

  test('is out of reach of the public face, as is every report', async () => {
    for (const table of ['errorReport', 'errorReportSender', 'errorReportVoice'] as const)
      await expect(database.delivery.selectFrom(table).selectAll().execute()).rejects.toThrow(/permission denied/)
  })
})
