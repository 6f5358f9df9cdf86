import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, someCase, type CaseDesk } from '../../tests/support/cases.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { announceDayOff } from '../calendar/announce-day-off.ts'
import { calendarOf } from '../calendar/calendar-queries.ts'
import { startOfDay } from '../calendar/deadline.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { isoDayOf } from '../web/dates.ts'
import { approveAnswer } from './approve-answer.ts'
import { askSender } from './ask-sender.ts'
import { assignCase } from './assign-case.ts'
import { caseScreen, deadlineOfCase } from './case-queries.ts'
import { changeCaseSettings } from './change-case-settings.ts'
import { lastDayOf } from './clock.ts'
import { endSubstitution } from './end-substitution.ts'
import { extendCase } from './extend-case.ts'
import { caseById } from './load-case.ts'
import { morningDigest } from './morning-digest.ts'
import { nameSubstitute } from './name-substitute.ts'
import { recomputeClocks } from './recompute-clocks.ts'
import { saveAnswer } from './save-answer.ts'
import { startClock } from './start-clock.ts'
import { submitAnswer } from './submit-answer.ts'
import { takeCase } from './take-case.ts'
import { digestOf } from './tracking.ts'
import { watchClocks } from './watch-clocks.ts'
import { someAnswer } from '../../tests/support/cases.ts'

let database: TestDatabase
let d: CaseDesk
beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
})
afterAll(() => database.drop())

const office = { officeUrl: 'http://office.test' }
const view = async (id: number) => (await caseById(database.db, id))!
const lastDay = async (id: number) => lastDayOf((await view(id)).dueAt!)
const events = async (id: number, step: string) =>
  (await caseScreen(database.db, id))!.events.filter((event) => event.step === step)

/** As if the case had come at another time, by the calendar known now. */
async function asIfReceived(caseId: number, startedAt: Date): Promise<void> {
  const clock = await startClock(database.db, {
    ruleId: 'question.answer',
    purpose: 'answer',
    siteId: d.ward.id,
    startedAt,
  })
  const times = { startedAt, dueAt: clock.dueAt, firstDueAt: clock.dueAt, calendarVersion: clock.calendarVersion }
  await database.owner.updateTable('caseClock').set(times).where('caseId', '=', caseId).execute()
  await database.owner.updateTable('citizenCase').set({ dueAt: clock.dueAt }).where('id', '=', caseId).execute()
}
/** The sender acts with the code, as the public face lets them. */
const senderActs = (code: string, act: string, words: object = {}) =>
  sql<{ outcome: string }>`select sender_act(${digestOf(code)}, ${act}, ${JSON.stringify(words)}::jsonb) as outcome`
    .execute(database.delivery)
    .then(({ rows }) => rows[0]!.outcome)
const mailsSince = async (id: number) =>
  database.owner
    .selectFrom('outboxMail')
    .select(['id', 'recipient', 'subject', 'body'])
    .where('id', '>', id)
    .orderBy('id')
    .execute()
const lastMail = async (): Promise<number> => {
  const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0) as id from outbox_mail`.execute(database.owner)
  return rows[0]!.id
}

describe('a deadline', () => {
  test('passes over Tết, and says so', async () => {
    const { caseId } = await d.upTo('received')
    await asIfReceived(caseId, new Date('2026-02-09T09:00:00+07:00'))
    expect(await lastDay(caseId)).toBe('2026-03-09')
    const why = (await deadlineOfCase(database.db, caseId))!
    expect(why.deadline.lastDay).toBe('2026-03-09')
    expect(why.deadline.steps.flatMap((step) => (step.kind === 'holiday' ? [step.day] : []))).toEqual([
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
    ])
    expect(why.rule.basis.instrument).not.toBe('')
    await asIfReceived(caseId, new Date('2027-01-29T23:30:00+07:00'))
    expect(await lastDay(caseId)).toBe('2027-02-25')
  })

  test('stands still while the sender is asked, and is counted on by the job once they answer; they are told why', async () => {
    const { caseId, code } = await d.upTo('assigned')
    await asIfReceived(caseId, new Date('2026-03-02T09:00:00+07:00'))
    expect(await lastDay(caseId)).toBe('2026-03-23')
    await d.act((tx) => askSender(tx, d.officer, { caseId, question: 'Ở đoạn nào?' }))
    // As if asked on Thursday, and answered on Tuesday.
    const clock = sql`(select id from case_clock where case_id = ${caseId})`
    await sql`update case_pause set from_at = '2026-03-05T10:00:00+07:00' where clock_id = ${clock}`.execute(
      database.owner,
    )
    expect(await senderActs(code, 'clarify', { body: '', sealed: null })).toBe('done')
    await sql`update case_pause set to_at = '2026-03-10T15:00:00+07:00' where clock_id = ${clock}`.execute(
      database.owner,
    )
    await sql`update case_clock set due_at = '2026-03-24T00:00:00+07:00' where case_id = ${caseId}`.execute(
      database.owner,
    )
    await recomputeClocks(database.db)
    // Thursday, Friday and Monday ended in the pause.
    expect(await lastDay(caseId)).toBe('2026-03-26')
    expect(await events(caseId, 'clock-moved')).toMatchObject([
      { isPublic: true, facts: { from: '2026-03-23', to: '2026-03-26', why: 'pause' } },
    ])
    expect(await view(caseId)).toMatchObject({ state: 'assigned' })
    expect(await recomputeClocks(database.db)).toMatchObject({ moved: 0 })
  })

  test('moves when a day off is announced on its way, once, and the announcement is named', async () => {
    const [moves, ended] = [await d.upTo('assigned'), await d.upTo('answered')]
    const calendar = await calendarOf(database.db)
    const before = await lastDay(moves.caseId)
    const day = addWorkingDays(isoDayOf(new Date()), 4, calendar)
    await d.act((tx) =>
      announceDayOff(tx, d.networkAdmin, {
        day,
        name: 'Nghỉ lễ theo thông báo',
        nameEn: '',
        source: 'Thông báo số 12/TB-BNV',
        announcedOn: isoDayOf(new Date()),
      }),
    )
    const stopped = await view(ended.caseId)
    const audits = await d.events()
    expect((await recomputeClocks(database.db)).moved).toBeGreaterThan(0)
    const after = addWorkingDays(before, 1, await calendarOf(database.db))
    expect(await lastDay(moves.caseId)).toBe(after)
    expect(await events(moves.caseId, 'clock-moved')).toMatchObject([
      {
        facts: {
          from: before,
          to: after,
          why: 'calendar',
          reasons: [expect.stringMatching(/Nghỉ lễ theo thông báo, nghỉ ngày .*, theo Thông báo số 12\/TB-BNV/)],
        },
      },
    ])
    expect(await d.events()).toBeGreaterThan(audits)
    // What was answered in time stays answered in time.
    expect(await view(ended.caseId)).toEqual(stopped)
    expect(await recomputeClocks(database.db)).toEqual({ counted: 0, moved: 0 })
    expect(await events(moves.caseId, 'clock-moved')).toHaveLength(1)
  })

  test('is extended by a leader alone, once, and only as far as a law or the portal’s own decision allows', async () => {
    const codes = (caseId: number, amount: number, by = d.leader) =>
      d
        .act((tx) => extendCase(tx, by, { caseId, amount, reason: 'Phải đo đạc lại' }))
        .then(
          () => [],
          (error: unknown) => {
            if (error instanceof Refused) return error.codes
            throw error
          },
        )
    const question = await d.upTo('assigned')
    expect(await codes(question.caseId, 3)).toEqual(['form:no-extension'])
    const settings = { openKinds: ['question'], league: false, warnDays: 2, reopenDays: 15, leaderId: null }
    const allow = (extensionDays: number, extensionBasis: string) =>
      d.act((tx) =>
        changeCaseSettings(tx, d.siteAdmin, { siteId: d.ward.id, ...settings, extensionDays, extensionBasis }),
      )
    await expect(allow(5, ' ')).rejects.toThrow('extensionBasis:missing')
    await allow(5, 'Quyết định số 7/QĐ-UBND')
    await expect(codes(question.caseId, 3, d.coordinator)).rejects.toThrow(Forbidden)
    expect(await codes(question.caseId, 6)).toEqual(['amount:range'])
    expect(await codes(question.caseId, 0)).toEqual(['amount:range'])
    const before = await lastDay(question.caseId)
    expect(await codes(question.caseId, 3)).toEqual([])
    expect(await lastDay(question.caseId)).toBe(addWorkingDays(before, 3, await calendarOf(database.db)))
    expect(await codes(question.caseId, 1)).toEqual(['form:extended'])
    expect(await events(question.caseId, 'extend')).toMatchObject([
      { isPublic: true, facts: { amount: 3, unit: 'working_days', basis: 'Quyết định số 7/QĐ-UBND' } },
    ])
    const request = await d.upTo('assigned', { kind: 'information_request' })
    expect(await codes(request.caseId, 16)).toEqual(['amount:range'])
    expect(await codes(request.caseId, 15)).toEqual([])
    expect((await events(request.caseId, 'extend'))[0]?.facts).toMatchObject({
      unit: 'days',
      basis: expect.stringContaining('Luật Tiếp cận thông tin'),
    })
    expect(await codes((await d.upTo('answered')).caseId, 1)).toEqual(['form:state', 'form:no-clock'])
  })
})

describe('who looks after a case', () => {
  test('hears of its clock: the officer before, the lead at its end, then the leader, then the portal above; once each', async () => {
    const { caseId, number } = await d.upTo('assigned', { title: 'Bí mật của người gửi' })
    // Apart from the others, which would be late too.
    await sql`update case_clock set state = 'stopped', ended_at = now() where case_id <> ${caseId} and state = 'running'`.execute(
      database.owner,
    )
    const calendar = await calendarOf(database.db)
    const last = await lastDay(caseId)
    const watchOn = async (days: number) => {
      const from = await lastMail()
      await Promise.all(
        [1, 2].map(() => watchClocks(database.db, office, noonOf(addWorkingDays(last, days, calendar)))),
      )
      return (await mailsSince(from)).map(({ recipient }) => recipient).toSorted()
    }
    const noonOf = (day: string): Date => new Date(startOfDay(day).getTime() + 12 * 3_600_000)
    const mails = (...people: { email: string }[]) => people.map(({ email }) => email).toSorted()
    expect(await watchOn(-3)).toEqual([])
    expect(await watchOn(-2)).toEqual(mails(d.officer))
    expect(await watchOn(-1)).toEqual([])
    expect(await watchOn(0)).toEqual([])
    expect(await watchOn(1)).toEqual(mails(d.officer, d.coordinator))
    expect(await watchOn(2)).toEqual(mails(d.leader, d.deputy))
    expect(await watchOn(3)).toEqual([])
    expect(await watchOn(4)).toEqual(mails(d.cityCoordinator, d.cityLeader))
    expect(await watchOn(9)).toEqual([])
    const sent = (await mailsSince(0)).filter(({ subject }) => subject.includes(number) && subject.includes('hạn'))
    expect(sent).toHaveLength(7)
    expect(sent.every(({ body, subject }) => !`${body}${subject}`.includes('Bí mật'))).toBe(true)
  })

  test('is silent about a case that waits for its sender', async () => {
    const { caseId } = await d.upTo('assigned')
    await sql`update case_clock set state = 'stopped', ended_at = now() where case_id <> ${caseId} and state = 'running'`.execute(
      database.owner,
    )
    await d.act((tx) => askSender(tx, d.officer, { caseId, question: 'Ở đâu?' }))
    expect(await watchClocks(database.db, office, new Date(Date.now() + 200 * 86_400_000))).toEqual({ told: 0 })
  })

  test('gets one mail on the morning of a working day, with numbers alone, and none with nothing to do', async () => {
    await sql`update citizen_case set state = 'closed', outcome = 'spam', closed_at = now() where state in ('received', 'assigned', 'clarifying')`.execute(
      database.owner,
    )
    await sql`update citizen_case set state = 'assigned' where state = 'submitted'`.execute(database.owner)
    await sql`update citizen_case set state = 'closed', outcome = 'spam', closed_at = now() where state = 'assigned'`.execute(
      database.owner,
    )
    const [mine, approval] = [await d.upTo('assigned', { title: 'Nhà bà Tư ở ngõ 5' }), await d.upTo('submitted')]
    const fresh = await d.upTo('received')
    const calendar = await calendarOf(database.db)
    const day = await lastDay(mine.caseId)
    const saturday = nextSaturday(day)
    expect(await morningDigest(database.db, office, saturday)).toEqual({ sent: 0 })
    const from = await lastMail()
    const morning = new Date(startOfDay(day).getTime() + 7.5 * 3_600_000)
    const runs = await Promise.all([1, 2].map(() => morningDigest(database.db, office, morning)))
    expect(runs[0]!.sent + runs[1]!.sent).toBe(4)
    expect(await morningDigest(database.db, office, morning)).toEqual({ sent: 0 })
    const got = new Map((await mailsSince(from)).map((mail) => [mail.recipient, mail]))
    expect([...got.keys()].toSorted()).toEqual(
      [d.officer, d.coordinator, d.leader, d.deputy].map(({ email }) => email).toSorted(),
    )
    expect(got.get(d.officer.email)?.body).toMatch(new RegExp(`Hết hạn hôm nay \\(2\\): .*${mine.number}`))
    expect(got.get(d.leader.email)?.body).toMatch(new RegExp(`Chờ bạn duyệt \\(1\\): ${approval.number}`))
    expect(got.get(d.coordinator.email)?.body).toMatch(new RegExp(`Chờ phân công \\(1\\): ${fresh.number}`))
    expect([...got.values()].every(({ body, subject }) => !`${body}${subject}`.includes('bà Tư'))).toBe(true)
    const late = new Date(startOfDay(addWorkingDays(day, 1, calendar)).getTime() + 7.5 * 3_600_000)
    await morningDigest(database.db, office, late)
    expect((await mailsSince(from)).findLast(({ recipient }) => recipient === d.officer.email)?.body).toContain(
      'Quá hạn (2)',
    )
  })

  test('is stood in for while away, and not longer', async () => {
    const { caseId } = await d.upTo('assigned')
    const today = isoDayOf(new Date())
    await expect(d.act((tx) => saveAnswer(tx, d.socialOfficer, { ...someAnswer, caseId }))).rejects.toThrow()
    const away = { siteId: d.ward.id, personId: d.officer.id, fromDay: today, toDay: today }
    const name = (part: object, by = d.officer) =>
      d.act((tx) => nameSubstitute(tx, by, { ...away, substituteId: d.socialOfficer.id, ...part }))
    await expect(name({}, d.colleague)).rejects.toThrow(Forbidden)
    await expect(name({ substituteId: d.officer.id })).rejects.toThrow('substituteId:same')
    await expect(name({ substituteId: d.operator.id, toDay: '2020-01-01' })).rejects.toThrow(
      'substituteId:missing, toDay:early',
    )
    const { substitutionId } = await name({})
    await expect(name({ substituteId: d.colleague.id })).rejects.toThrow('form:overlap')
    await d.act((tx) => saveAnswer(tx, d.socialOfficer, { ...someAnswer, caseId }))
    await d.act((tx) => endSubstitution(tx, d.coordinator, { substitutionId }))
    await expect(d.act((tx) => submitAnswer(tx, d.socialOfficer, { caseId }))).rejects.toThrow()
    await name({ fromDay: today })
    await d.act((tx) => takeCase(tx, d.socialOfficer, { caseId }))
    expect(await view(caseId)).toMatchObject({ officerId: d.socialOfficer.id })
    await d.act((tx) => submitAnswer(tx, d.socialOfficer, { caseId }))
    await d.act((tx) => approveAnswer(tx, d.leader, { caseId }))
  })
})

test('a case entered at the counter by the office has the same clocks, and is assigned like any other', async () => {
  const made = await someCase(database.db, d.key, { siteId: d.ward.id, channel: 'counter', by: d.coordinator })
  await d.act((tx) => assignCase(tx, d.coordinator, { caseId: made.caseId, divisionId: d.social }))
  expect((await view(made.caseId)).dueAt).toEqual(made.dueAt)
})

function nextSaturday(day: string): Date {
  const from = startOfDay(day).getTime() + 7.5 * 3_600_000
  const left = (6 - new Date(`${day}T00:00:00Z`).getUTCDay() + 7) % 7
  return new Date(from + left * 86_400_000)
}
