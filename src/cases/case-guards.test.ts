import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, someAnswer, someCase, type CaseDesk } from '../../tests/support/cases.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { answeredCases } from '../case-board/queries.ts'
import { caseKinds } from '../case-kinds.ts'
import { nameHandler } from '../denunciations/name-handler.ts'
import { lettersOf } from '../denunciations/queries.ts'
import { sealCase } from '../denunciations/seal-case.ts'
import { publishFeedback } from '../feedback/publish-feedback.ts'
import { classifyRequest } from '../information-requests/classify-request.ts'
import { emptyAccessSetting } from '../information-requests/live-queries.ts'
import { saveAccessSetting } from '../information-requests/save-access-setting.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { sendAct } from '../tracking/send-act.ts'
import { workOfPerson } from './office/work-queries.ts'
import { askSender } from './ask-sender.ts'
import { assignCase } from './assign-case.ts'
import { eraseCase } from './erase-case-senders.ts'
import { extendCase } from './extend-case.ts'
import { forwardCase } from './forward-case.ts'
import { lapseCase } from './lapse-case.ts'
import { caseById } from './load-case.ts'
import { mergeCases } from './merge-cases.ts'
import { myWork } from './queries.ts'
import { rejectCase } from './reject-case.ts'
import { returnAnswer } from './return-answer.ts'
import { saveAnswer } from './save-answer.ts'
import { startClock } from './start-clock.ts'
import { watchClocks } from './watch-clocks.ts'

let database: TestDatabase
let d: CaseDesk
beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
  for (const { id } of [d.officer, d.colleague])
    await d.act((tx) => nameHandler(tx, d.leader, { siteId: d.ward.id, personId: id }))
})
afterAll(() => database.drop())

const view = async (id: number) => (await caseById(database.db, id))!
const codesOf = (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error: unknown) => {
      if (error instanceof Refused) return error.codes
      throw error
    },
  )
/** The officer as they are once they work for the city alone. */
const moved = (): Actor => ({ ...d.officer, memberships: [{ siteId: d.city.id, role: 'case_officer' }] })
const sealed = async () => {
  const made = await d.upTo('received')
  await d.act((tx) => sealCase(tx, d.coordinator, { caseId: made.caseId }))
  return made
}
const reopened = () =>
  startClock(database.db, { ruleId: 'reopen.answer', purpose: 'answer', siteId: d.ward.id, startedAt: new Date() })

describe('a sealed case', () => {
  test('takes no step but being settled, not even by the handlers named for it', async () => {
    const { caseId } = await sealed()
    await expect(d.act((tx) => assignCase(tx, d.officer, { caseId, divisionId: d.urban }))).rejects.toThrow(Forbidden)
    const away = { caseId, siteId: d.city.id, agency: 'UBND thành phố', reason: 'Đúng thẩm quyền' }
    await expect(d.act((tx) => forwardCase(tx, d.officer, away))).rejects.toThrow(Forbidden)
    await expect(d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId }))).rejects.toThrow(Forbidden)
    expect(await view(caseId)).toMatchObject({ state: 'received', handlingSiteId: d.ward.id })
  })

  test('is gone for a handler who has no role left on its portal', async () => {
    const { caseId } = await sealed()
    await expect(d.act((tx) => assignCase(tx, moved(), { caseId, divisionId: d.urban }))).rejects.toThrow(NotFound)
    const numbersOf = async (actor: Actor) => (await lettersOf(database.db, actor)).map(({ id }) => id)
    expect(await numbersOf(d.officer)).toContain(caseId)
    expect(await numbersOf(moved())).toEqual([])
    expect((await workOfPerson(database.db, d.officer)).map(({ id }) => id)).toContain(caseId)
    expect((await workOfPerson(database.db, moved())).map(({ id }) => id)).not.toContain(caseId)
  })

  test('leaves nothing of its words in the clear: neither on the map nor in its place', async () => {
    const place = { address: 'Số 12 phố Thử', latitude: 21.03, longitude: 105.85, precision: 'point' }
    const { caseId } = await d.upTo('assigned', {
      kind: 'feedback',
      publicWanted: true,
      taking: { by: 'take_feedback', more: { place } },
    })
    const words = { title: 'Ổ gà', words: 'Ổ gà lớn giữa đường', place: 'Đường Thử', answer: '', stand: '' }
    await d.act((tx) => publishFeedback(tx, d.officer, { caseId, ...words, exact: false }))
    await d.act((tx) => sealCase(tx, d.coordinator, { caseId }))
    const { rows } = await sql`select case_id from live_feedback where case_id = ${caseId}
      union select case_id from feedback_place where case_id = ${caseId}`.execute(database.owner)
    expect(rows).toEqual([])
  })

  test('nobody was named for is brought before who names handlers, by its number alone', async () => {
    const made = await someCase(database.db, d.key, { siteId: d.otherWard.id })
    await d.act((tx) => sealCase(tx, d.otherCoordinator, { caseId: made.caseId }))
    await sql`update case_clock set started_at = now() - interval '9 days', due_at = now() - interval '1 hour' where case_id = ${made.caseId} and state = 'running'`.execute(
      database.owner,
    )
    await watchClocks(database.db, { officeUrl: 'http://office.test' })
    const mails = await database.db
      .selectFrom('outboxMail')
      .select('recipient')
      .where('subject', 'like', `%${made.number}%`)
      .where('recipient', '<>', '')
      .execute()
    expect(mails.map(({ recipient }) => recipient)).toEqual([d.otherLeader.email])
  })

  test('takes no words in the clear from a page its sender opened before', async () => {
    const { caseId, code } = await sealed()
    expect(await sendAct(database.delivery, code, 'add', { body: 'Lời bổ sung gõ từ trước khi niêm phong' })).toBe(
      'not-now',
    )
    const messages = await database.db.selectFrom('caseMessage').select('id').where('caseId', '=', caseId).execute()
    expect(messages).toEqual([])
  })
})

describe('who left the desk of a portal', () => {
  test('finds no case of it among their work, although cases and divisions still name them', async () => {
    await d.upTo('assigned')
    const work = await myWork(database.db, moved())
    expect([work.mine, work.division]).toEqual([[], []])
    expect((await myWork(database.db, d.officer)).mine).not.toEqual([])
  })

  test('is not told of a case that runs late; the division’s lead and who assigns are', async () => {
    const { caseId, number } = await d.upTo('received')
    await d.act((tx) => assignCase(tx, d.coordinator, { caseId, divisionId: d.urban, officerId: d.colleague.id }))
    await sql`update membership set valid_to = current_date - 2, valid_from = current_date - 9 where person_id = ${d.colleague.id}`.execute(
      database.owner,
    )
    await sql`update case_clock set started_at = now() - interval '9 days', due_at = now() + interval '1 hour' where case_id = ${caseId}`.execute(
      database.owner,
    )
    await watchClocks(database.db, { officeUrl: 'http://office.test' })
    const mails = await database.db
      .selectFrom('outboxMail')
      .select('recipient')
      .where('subject', 'like', `%${number}%`)
      .execute()
    expect(mails.map(({ recipient }) => recipient)).toContain(d.officer.email)
    expect(mails.map(({ recipient }) => recipient)).not.toContain(d.colleague.email)
    await sql`update membership set valid_to = null where person_id = ${d.colleague.id}`.execute(database.owner)
  })
})

describe('a portal that answered a case and then passed it on', () => {
  test('keeps the figure on its board, and no word of the sender', async () => {
    const { caseId, code } = await d.upTo('answered', { title: 'Chuyện riêng của người gửi' })
    const lines = async () => {
      const { rows } = await answeredCases(database.db, { siteId: d.ward.id, from: '2020-01', until: '2099-12' })
      return rows.filter((line) => line.caseId === caseId).map(({ title }) => title)
    }
    expect(await lines()).toEqual(['Chuyện riêng của người gửi'])
    await sendAct(database.delivery, code, 'reopen', { body: 'Chưa thỏa đáng', clock: await reopened() })
    const away = { caseId, siteId: d.city.id, agency: 'UBND thành phố', reason: 'Đúng thẩm quyền' }
    await d.act((tx) => forwardCase(tx, d.coordinator, away))
    expect(await lines()).toEqual([''])
  })
})

describe('the public face', () => {
  test('takes no case in the name of somebody of an office, nor back in time', async () => {
    const forged = someCase(database.delivery, d.key, {
      siteId: d.ward.id,
      by: d.leader,
      receivedAt: new Date('2020-01-02T03:00:00Z'),
    })
    await expect(forged).rejects.toThrow('readers alone')
  })

  test('adds nothing to a case whose sender was erased: it would never be erased again', async () => {
    const { caseId, code } = await d.upTo('answered')
    await d.act((tx) => eraseCase(tx, caseId, 'Theo yêu cầu'))
    const { delivery } = database
    expect(await sendAct(delivery, code, 'rate', { choice: 'satisfied', comment: 'Tôi là người gửi' })).toBe('not-now')
    expect(await sendAct(delivery, code, 'reopen', { body: 'Chưa thỏa đáng', clock: await reopened() })).toBe('not-now')
  })
})

describe('what is erased with its sender', () => {
  test('are notes of colleagues, drafts that were never sent, and the call it was taken down from', async () => {
    const { caseId } = await d.upTo('submitted', { kind: 'call', channel: 'hotline', by: d.operator })
    await d.act((tx) => returnAnswer(tx, d.leader, { caseId, reason: 'Gọi lại bà Yến 0912 345 678' }))
    await database.db
      .insertInto('hotlineCall')
      .values({ siteId: d.ward.id, question: 'Bà Yến hỏi', guidance: 'Đã hẹn', minutes: 2, followUp: 'case', caseId })
      .execute()
    await d.act((tx) => eraseCase(tx, caseId, 'Theo yêu cầu'))
    const { rows } = await sql<{ left: string }>`
      select coalesce((select string_agg(note, '') from case_event where case_id = ${caseId}), '')
        || coalesce((select string_agg(body, '') from case_answer where case_id = ${caseId}), '')
        || (select question || guidance from hotline_call where case_id = ${caseId}) as left`.execute(database.owner)
    expect(rows[0]!.left).toBe('Nội dung đã xóa')
    const record = await database.db
      .selectFrom('deletionRecord')
      .select('what')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(record?.what).toContain('notes')
  })
})

describe('the number of a case', () => {
  test('goes on after the millionth of a year', async () => {
    const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear()
    await d.upTo('received')
    await sql`select setval(${`case_number_${year}`}, 999999)`.execute(database.owner)
    expect((await d.upTo('received')).number).toBe(`KH-${year}-1000000`)
  })
})

describe('a case others were joined to', () => {
  const joined = async () => {
    const [main, other] = [await d.upTo('assigned'), await d.upTo('received')]
    await d.act((tx) => mergeCases(tx, d.coordinator, { caseId: main.caseId, others: [other.caseId] }, caseKinds))
    return main
  }

  test('is not withdrawn by its sender, since the others wait for its answer', async () => {
    const { caseId, code } = await joined()
    expect(await sendAct(database.delivery, code, 'withdraw')).toBe('not-now')
    expect((await view(caseId)).state).toBe('assigned')
  })

  test('is neither closed for silence nor as spam', async () => {
    const { caseId } = await joined()
    await d.act((tx) => askSender(tx, d.officer, { caseId, question: 'Cột đèn nào?' }))
    expect(await codesOf(d.act((tx) => lapseCase(tx, d.coordinator, { caseId })))).toEqual(['form:leads'])
    const [fresh, other] = [await d.upTo('received'), await d.upTo('received')]
    await d.act((tx) => mergeCases(tx, d.coordinator, { caseId: fresh.caseId, others: [other.caseId] }, caseKinds))
    const spam = { caseId: fresh.caseId, note: 'Quảng cáo' }
    expect(await codesOf(d.act((tx) => rejectCase(tx, d.coordinator, spam)))).toEqual(['form:leads'])
  })
})

describe('acts beside the steps', () => {
  test('an outcome of a report is public only once a leader approved an answer', async () => {
    const { caseId } = await d.upTo('assigned', { kind: 'feedback', publicWanted: true })
    const words = { title: 'Ổ gà', words: 'Ổ gà lớn giữa đường', place: 'Đường Thử', stand: '', exact: false }
    const publishing = { caseId, ...words, answer: 'Phường không làm gì cả.' }
    expect(await codesOf(d.act((tx) => publishFeedback(tx, d.officer, publishing)))).toEqual(['answer:not-approved'])
    await d.act((tx) => publishFeedback(tx, d.officer, { ...publishing, answer: '' }))
  })

  test('what a portal says of access to information is set by who sets up its cases', async () => {
    const act = { siteId: d.ward.id, setting: emptyAccessSetting }
    await expect(d.act((tx) => saveAccessSetting(tx, d.officer, act))).rejects.toThrow(Forbidden)
    await expect(d.act((tx) => saveAccessSetting(tx, d.otherLeader, act))).rejects.toThrow(Forbidden)
    await d.act((tx) => saveAccessSetting(tx, d.leader, act))
  })
})

describe('the time to answer', () => {
  test('of a request taken up again is not counted from the day the request first came', async () => {
    const { caseId, code } = await d.upTo('answered', { kind: 'information_request' })
    await sendAct(database.delivery, code, 'reopen', { body: 'Thiếu phụ lục', clock: await reopened() })
    const { dueAt } = await view(caseId)
    await d.act((tx) => classifyRequest(tx, d.officer, { caseId, complexity: 'simple', subject: 'Quy hoạch' }))
    expect((await view(caseId)).dueAt).toEqual(dueAt)
  })

  test('is not extended once it has run out', async () => {
    const { caseId } = await d.upTo('assigned', { kind: 'information_request' })
    await sql`update case_clock set due_at = now() where case_id = ${caseId} and purpose = 'answer'`.execute(
      database.owner,
    )
    const extending = { caseId, amount: 1, reason: 'Cần thêm thời gian thu thập' }
    expect(await codesOf(d.act((tx) => extendCase(tx, d.leader, extending)))).toEqual(['form:over'])
  })
})
