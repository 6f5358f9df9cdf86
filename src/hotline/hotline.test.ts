import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { sealingFor } from '../../tests/support/sealing.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { officeRoutes } from '../app.ts'
import { readTrackingCode } from '../cases/tracking.ts'
import type { Actor } from '../people/actor.ts'

let database: TestDatabase
let newsroom: Newsroom
let office: TestOffice
let operator: Actor
let at: string
let field: number

beforeAll(async () => {
  database = await freshDatabase()
  newsroom = await newsroomOf(database.db)
  await sealingFor(database)
  operator = await person(database.db, 'Điện thoại viên', [{ siteId: newsroom.ward.id, role: 'hotline_operator' }])
  office = testOffice({ db: database.db, routes: officeRoutes })
  at = `/cong/${newsroom.ward.id}/tong-dai`
  field = (
    await database.db.selectFrom('caseField').select('id').where('slug', '=', 'moi-truong').executeTakeFirstOrThrow()
  ).id
})
afterAll(() => database.drop())

const call = (part: Record<string, string> = {}): Record<string, string> => ({
  fieldId: String(field),
  question: 'Mấy giờ xe thu gom rác đến ngõ?',
  guidance: 'Xe đến lúc 18 giờ các ngày trong tuần.',
  minutes: '3',
  followUp: 'none',
  ...part,
})
const save = async (fields: Record<string, string>, who = operator): Promise<Response> =>
  office.post(at, fields, await office.cookieOf(who))
const screen = async (address: string, who = operator): Promise<Response> =>
  office.get(address, await office.cookieOf(who))
const calls = () => database.owner.selectFrom('hotlineCall').selectAll().orderBy('id').execute()
const events = (action: string) =>
  database.owner.selectFrom('auditEvent').selectAll().where('action', '=', action).execute()

describe('the operator writes a call down', () => {
  test('a call that was answered is kept without who called', async () => {
    const answer = await save(call())
    expect(answer.status).toBe(303)
    expect((await calls()).at(-1)).toMatchObject({ fieldId: field, minutes: 3, followUp: 'none', caseId: null })
    const html = await (await screen(`${at}?da=luu`)).text()
    expect(html).toContain('Đã lưu cuộc gọi')
    expect(html).toContain('Mấy giờ xe thu gom rác đến ngõ?')
    expect(await htmlFaults(html)).toEqual([])
    expect(await events('hotline.call-logged')).toHaveLength(1)
  })

  test('what is missing stands beside its field, and what was typed is kept', async () => {
    const answer = await save({ ...call(), fieldId: '', guidance: '', minutes: '0' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const words of ['Hãy chọn lĩnh vực', 'Hãy ghi đã hướng dẫn', 'Số phút là số nguyên', 'Mấy giờ xe thu gom'])
      expect(html).toContain(words)
    expect(await htmlFaults(html)).toEqual([])
  })

  test('one key makes a case of it: sealed caller, a code to read out, the clock of a question', async () => {
    const before = (await calls()).length
    const fields = call({
      followUp: 'case',
      question: 'Cột đèn đầu ngõ hỏng đã một tuần, bao giờ sửa?',
      guidance: '',
      name: 'Chim Hoàng Yến',
      phone: '0912 345 678',
      email: 'hoang.yen@canary.example',
      token: 'a'.repeat(32),
    })
    const answer = await save(fields)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const code = readTrackingCode(/Đọc cho người gọi mã tra cứu: ([0-9A-Z-]+)/.exec(html)?.[1])
    expect(code).toBeDefined()
    const made = await database.owner
      .selectFrom('citizenCase')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(made).toMatchObject({
      kind: 'call',
      channel: 'hotline',
      state: 'received',
      siteId: newsroom.ward.id,
      fieldId: field,
    })
    expect((await calls()).at(-1)).toMatchObject({ caseId: made.id, followUp: 'case' })
    const clocks = await database.owner.selectFrom('caseClock').selectAll().where('caseId', '=', made.id).execute()
    expect(clocks).toMatchObject([{ purpose: 'answer', ruleId: 'question.answer', amount: 15, unit: 'working_days' }])
    const dump = JSON.stringify([
      made,
      await calls(),
      await database.owner.selectFrom('caseSender').selectAll().execute(),
      await database.owner.selectFrom('outboxMail').selectAll().execute(),
      await database.owner.selectFrom('auditEvent').selectAll().execute(),
    ])
    expect(dump).not.toMatch(/Hoàng Yến|0912 345 678|canary/)
    await save(fields)
    expect((await calls()).length).toBe(before + 1)
  })

  test('who is to be called back waits in a list until it is done', async () => {
    await save(call({ followUp: 'call-back', guidance: '', question: 'Hỏi lịch tiêm chủng của trạm y tế.' }))
    const list = await (await screen(`${at}?loc=cho-goi-lai`)).text()
    expect(list).toContain('Hỏi lịch tiêm chủng')
    const { id } = (await calls()).at(-1)!
    expect((await office.post(`${at}/${id}/goi-lai`, {}, await office.cookieOf(operator))).status).toBe(303)
    expect(await (await screen(`${at}?loc=cho-goi-lai`)).text()).toContain('Không còn ai chờ gọi lại')
    await office.post(`${at}/${id}/goi-lai`, {}, await office.cookieOf(operator))
    expect(await events('hotline.called-back')).toHaveLength(1)
  })
})

test('calls are counted by field for any period, and can be taken along as a workbook', async () => {
  const all = await calls()
  const html = await (await screen(`${at}/tong-hop`)).text()
  expect(html).toContain('Môi trường, rác thải')
  expect(html).toContain(`>${all.length}<`)
  expect(await htmlFaults(html)).toEqual([])
  const empty = await (await screen(`${at}/tong-hop?tu=2014-01-01&den=2014-06-30`)).text()
  expect(empty).toContain('Không có cuộc gọi nào trong khoảng này')
  expect((await screen(`${at}/tong-hop?tu=2014-07-01&den=2014-06-30`)).status).toBe(422)
  const today = new Date().toISOString().slice(0, 4)
  const file = await screen(`${at}/tong-hop.xlsx?tu=${today}-01-01&den=${today}-12-31`)
  expect(file.headers.get('content-type')).toContain('spreadsheetml')
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const text = Object.values(parts)
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('')
  expect(text).toContain('Môi trường, rác thải')
})

test('only the roles of the hotline write; auditors read the counts and no words', async () => {
  expect((await save(call(), newsroom.editor)).status).toBe(403)
  expect((await screen(at, newsroom.auditor)).status).toBe(403)
  expect((await screen(`${at}/tong-hop`, newsroom.auditor)).status).toBe(200)
  expect((await save(call(), newsroom.stranger)).status).toBe(404)
})

test('what a caller says, and who they are, stand in no address while an answer is looked for', async () => {
  const cookie = await office.cookieOf(operator)
  const screen = await (await office.get(at, cookie)).text()
  const button = /<button[^>]*formaction="[^"]*\/goi-y"[^>]*>/.exec(screen)?.[0]
  expect(button).toBeDefined()
  expect(button).not.toContain('formmethod')
  const typed = call({ name: 'Người gọi thử', phone: '0900 000 000' })
  const shown = await office.post(`${at}/goi-y`, typed, cookie)
  expect(shown.status).toBe(200)
  const page = await shown.text()
  expect(page).toContain(typed.question)
  expect(page).toContain('0900 000 000')
  const fragment = await office.post(`${at}/goi-y`, { question: typed.question!, doan: '1' }, cookie)
  expect(await fragment.text()).not.toContain('<html')
})

test('a denunciation said on the telephone becomes a sealed letter, and stands in no list of calls', async () => {
  const said = 'Tôi muốn tố cáo ông Yến ở phòng đăng ký nhận tiền'
  const answer = await save(call({ question: said, guidance: 'Đã nghe hết', followUp: 'case', phone: '0900 000 000' }))
  expect(answer.status).toBe(200)
  const logged = (await calls()).at(-1)!
  expect(`${logged.question} ${logged.guidance}`).not.toMatch(/Yến|nghe hết/)
  const row = await database.owner
    .selectFrom('citizenCase')
    .select(['kind', 'title', 'body', 'sealedWords', 'channel'])
    .where('id', '=', logged.caseId!)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ kind: 'sealed_letter', title: '', body: '', channel: 'hotline' })
  expect(row.sealedWords).toMatch(/^eyJ/)
  expect(await (await screen(at)).text()).not.toContain('nhận tiền')
})
