import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseDesk, caseBody, type CaseDesk } from '../../tests/support/cases.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { caseKinds } from '../case-kinds.ts'
import { readConfig } from '../config.ts'
import type { SealedPart } from '../outbox/queue-sealed-mail.ts'
import { keyringOf } from '../sealing/keyring.ts'
import { open } from '../sealing/seal.ts'
import { approveAnswer } from './approve-answer.ts'
import { askSender } from './ask-sender.ts'
import { forwardCase } from './forward-case.ts'
import { guideCase } from './guide-case.ts'
import { mergeCases } from './merge-cases.ts'
import { tellSenders, type Telling } from './tell-senders.ts'
import { digestOf } from './tracking.ts'

let database: TestDatabase
let d: CaseDesk
let parts: Telling
const said: string[] = []
beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
  const logger = pino({ level: 'info' }, { write: (line: string) => void said.push(line) })
  parts = { config: readConfig({ PUBLIC_PORT: '80' }), keyring: d.keyring, logger }
})
afterAll(() => database.drop())

interface Read extends SealedPart {
  subject: string
}
/** The mails about a case after that of its receipt, opened. */
async function mailsOf(caseId: number): Promise<Read[]> {
  const rows = await database.owner
    .selectFrom('outboxMail')
    .select(['subject', 'sealed'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute()
  const mails = await Promise.all(
    rows.map(async ({ subject, sealed }) => ({ subject, ...(await open<SealedPart>(d.keyring, sealed!)) })),
  )
  return mails.slice(1)
}
const untold = async (caseId: number): Promise<number> =>
  (
    await database.owner
      .selectFrom('caseEvent')
      .select('id')
      .where('caseId', '=', caseId)
      .where('isPublic', '=', true)
      .where('toldAt', 'is', null)
      .execute()
  ).length

test('each public step reaches its sender once, by two workers at the same time, with the words of the step and never in the subject', async () => {
  const cases = await Promise.all(Array.from({ length: 6 }, () => d.upTo('answered')))
  const runs = await Promise.all([tellSenders(database.db, parts), tellSenders(database.db, parts)])
  expect(runs[0].mails + runs[1].mails).toBe(12)
  expect(await tellSenders(database.db, parts)).toEqual({ mails: 0, left: 0 })
  for (const { caseId, number, code } of cases) {
    const mails = await mailsOf(caseId)
    expect(mails.map(({ subject }) => subject)).toEqual([
      `Cổng thông tin điện tử phường Ba Đình: đã giao xử lý hồ sơ ${number}`,
      `Cổng thông tin điện tử phường Ba Đình: đã trả lời hồ sơ ${number}`,
    ])
    expect(mails[0]?.body).toContain('Phòng Đô thị')
    expect(mails[1]?.body).toContain('đèn được sửa trước ngày 30')
    expect(mails.every(({ to }) => to === 'nguoi.gui@thu.example')).toBe(true)
    expect(mails[1]?.body).toContain(`/theo-doi/${code}`)
    expect(mails[1]?.body).toContain('xử lý lại một lần')
    expect(mails[1]?.body).not.toContain(caseBody)
    expect(await untold(caseId)).toBe(0)
  }
})

test('who left no address is told by the page alone, and nothing waits for ever', async () => {
  const { caseId } = await d.upTo('assigned', { sender: { phone: '0900 000 000' } })
  expect(await tellSenders(database.db, parts)).toEqual({ mails: 0, left: 0 })
  expect(await untold(caseId)).toBe(0)
})

test('with the key missing a step is left for later, and the log names the number alone', async () => {
  const { caseId, number } = await d.upTo('assigned')
  said.length = 0
  expect(await tellSenders(database.db, { ...parts, keyring: keyringOf([]) })).toEqual({ mails: 0, left: 1 })
  expect(said.join()).toContain(number)
  expect(said.join()).not.toMatch(/nguoi\.gui|Người gửi thử|Đèn đường/)
  expect(await untold(caseId)).toBe(1)
  expect(await tellSenders(database.db, parts)).toEqual({ mails: 1, left: 0 })
  expect(await mailsOf(caseId)).toHaveLength(1)
})

test('a question, a referral, guidance and a shared answer carry their words', async () => {
  const asked = await d.upTo('assigned')
  await d.act((tx) => askSender(tx, d.officer, { caseId: asked.caseId, question: 'Cột đèn số mấy?' }))
  const passed = await d.upTo('received')
  const agency = 'UBND Thành phố Thử'
  await d.act((tx) =>
    forwardCase(tx, d.coordinator, {
      caseId: passed.caseId,
      siteId: d.city.id,
      agency,
      reason: 'Đường do Thành phố quản lý',
    }),
  )
  const guided = await d.upTo('received')
  await d.act((tx) =>
    guideCase(tx, d.coordinator, { caseId: guided.caseId, agency: 'Công ty Chiếu sáng', how: 'Số 3 phố Thử' }),
  )
  const main = await d.upTo('submitted')
  const joined = [await d.upTo('received'), await d.upTo('received')]
  await d.act((tx) =>
    mergeCases(tx, d.coordinator, { caseId: main.caseId, others: joined.map(({ caseId }) => caseId) }, caseKinds),
  )
  await d.act((tx) => approveAnswer(tx, d.leader, { caseId: main.caseId }))
  await tellSenders(database.db, parts)
  expect((await mailsOf(asked.caseId)).at(-1)?.body).toContain('Cột đèn số mấy?')
  expect((await mailsOf(passed.caseId)).at(-1)?.body).toMatch(/UBND Thành phố Thử[^]*Đường do Thành phố quản lý/)
  expect((await mailsOf(guided.caseId)).at(-1)?.body).toMatch(/Công ty Chiếu sáng[^]*Số 3 phố Thử/)
  for (const { caseId, code } of joined) {
    const mails = await mailsOf(caseId)
    expect(mails).toHaveLength(2)
    expect(mails[0]?.body).toContain(main.number)
    expect(mails[1]?.body).toContain('đèn được sửa trước ngày 30')
    // A case that was joined is not taken up again by itself.
    expect(mails[1]?.body).not.toContain('xử lý lại một lần')
    expect(mails[1]?.body).toContain(code)
    // The page of the one who joined shows the answer too.
    const { rows } = await sql<{
      page: { answers: { body: string }[] }
    }>`select tracked_case(${digestOf(code)}) as page`.execute(database.delivery)
    expect(rows[0]?.page.answers).toMatchObject([{ body: expect.stringContaining('đèn được sửa') }])
  }
})

test('what a sender does themselves is confirmed, but a rating is not', async () => {
  const { caseId, code } = await d.upTo('answered')
  const act = (name: string, words: object) =>
    sql`select sender_act(${digestOf(code)}, ${name}, ${JSON.stringify(words)}::jsonb)`.execute(database.delivery)
  await act('rate', { choice: 'satisfied' })
  await tellSenders(database.db, parts)
  expect(await untold(caseId)).toBe(0)
  expect((await mailsOf(caseId)).map(({ subject }) => subject).join()).not.toContain('đánh giá')
})
