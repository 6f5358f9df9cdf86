import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeRoutes } from '../../src/app.ts'
import { announceDayOff } from '../../src/calendar/announce-day-off.ts'
import { calendarOf } from '../../src/calendar/calendar-queries.ts'
import { startOfDay } from '../../src/calendar/deadline.ts'
import { addWorkingDays } from '../../src/calendar/working-days.ts'
import { caseKinds } from '../../src/case-kinds.ts'
import { approveAnswer } from '../../src/cases/approve-answer.ts'
import { caseFiles } from '../../src/cases/attachments/case-files.ts'
import { takeAttachment } from '../../src/cases/attachments/take-attachment.ts'
import { eraseCaseSenders } from '../../src/cases/erase-case-senders.ts'
import { forwardCase } from '../../src/cases/forward-case.ts'
import { mergeCases } from '../../src/cases/merge-cases.ts'
import { morningDigest } from '../../src/cases/morning-digest.ts'
import { recomputeClocks } from '../../src/cases/recompute-clocks.ts'
import { tellSenders } from '../../src/cases/tell-senders.ts'
import { newFormToken } from '../../src/cases/tracking.ts'
import { watchClocks } from '../../src/cases/watch-clocks.ts'
import { readConfig } from '../../src/config.ts'
import { kinds } from '../../src/kinds.ts'
import { createLogger } from '../../src/logger.ts'
import type { SealedPart } from '../../src/outbox/queue-sealed-mail.ts'
import type { Actor } from '../../src/people/actor.ts'
import { open } from '../../src/sealing/seal.ts'
import { dateOf, isoDayOf } from '../../src/web/dates.ts'
import { caseDesk, someCase, type CaseDesk } from '../support/cases.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { reader, type Reader } from '../support/reader.ts'
import { testOffice, type TestOffice } from '../support/session.ts'
import { tracedPhoto } from '../support/traced-files.ts'

// What a citizen and an office see of time: on the page of a case, on its screen, and in the mails.
let database: TestDatabase
let d: CaseDesk
let office: TestOffice
let read: Reader
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-thoi-han-'))
const files = caseFiles({ home })
const desks = { officeUrl: 'http://localhost:3001' }

beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
  office = testOffice({ db: database.db, routes: officeRoutes, kinds, keyring: d.keyring })
  read = reader(database.delivery)
})
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;:)])/g, '')
/** The page of a case as its sender reads it. */
async function trackingPage(code: string): Promise<string> {
  const answer = await read(d.ward, `/theo-doi/${code}`)
  expect(answer.status).toBe(200)
  return wordsOf(await answer.text())
}
async function officeScreen(who: Actor, caseId: number): Promise<string> {
  const answer = await office.get(`/ho-so/${caseId}`, await office.cookieOf(who))
  expect(answer.status).toBe(200)
  return wordsOf(await answer.text())
}
const dueDay = async (caseId: number): Promise<string> => {
  const { dueAt } = await database.owner
    .selectFrom('citizenCase')
    .select('dueAt')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  return isoDayOf(new Date(dueAt!.getTime() - 1))
}
const inWords = (day: string): string => dateOf(startOfDay(day))

/** Mails to the sender of a case after that of its receipt, opened, once the job that writes them ran. */
async function mailsOf(caseId: number): Promise<{ subject: string; body: string }[]> {
  await tellSenders(database.db, {
    config: readConfig({ PUBLIC_PORT: '80' }),
    keyring: d.keyring,
    logger: createLogger('silent'),
  })
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
/** Whom the office's own mails since then went to. */
async function toldSince(mailId: number): Promise<string[]> {
  const rows = await database.owner
    .selectFrom('outboxMail')
    .select('recipient')
    .where('id', '>', mailId)
    .where('sealed', 'is', null)
    .execute()
  return rows.map(({ recipient }) => recipient).toSorted()
}
const lastMail = async (): Promise<number> =>
  (await sql<{ id: number }>`select coalesce(max(id), 0) as id from outbox_mail`.execute(database.owner)).rows[0]!.id

describe('the day an answer is due', () => {
  /*
   * Received on Monday 9 February 2026, 09:00; fifteen working days (Tết: 16 to 20 February, announced).
   * Counted from the day after: 10, 11, 12, 13 Feb are days 1 to 4; 14 and 15 are a weekend; 16 to 20 are Tết; 21 and 22 a weekend;
   * 23 to 27 Feb are days 5 to 9; 28 Feb and 1 March a weekend; 2 to 6 March are days 10 to 14; 7 and 8 a weekend; 9 March is day 15.
   */
  test('of a question received before Tết 2026 is what a hand works out, and both sides read why', async () => {
    const { caseId, code } = await someCase(database.db, d.key, {
      siteId: d.ward.id,
      channel: 'counter',
      by: d.coordinator,
      receivedAt: new Date('2026-02-09T09:00:00+07:00'),
    })
    expect(await dueDay(caseId)).toBe('2026-03-09')
    for (const page of [await trackingPage(code), await officeScreen(d.coordinator, caseId)]) {
      expect(page).toMatch(/hết ngày 0?9\/0?3\/2026/)
      expect(page).toContain('Vì sao là ngày này?')
      expect(page).toContain('15 ngày làm việc')
      expect(page).toMatch(/Tết Nguyên đán/i)
      expect(page).toMatch(/16\/0?2/)
    }
    // In the evening of the last day before the holidays the day itself still does not count: the first counted is 23 February.
    const late = await someCase(database.db, d.key, {
      siteId: d.ward.id,
      channel: 'counter',
      by: d.coordinator,
      receivedAt: new Date('2026-02-13T23:30:00+07:00'),
    })
    // 23 to 27 Feb are 1 to 5, 2 to 6 March 6 to 10, 9 to 13 March 11 to 15.
    expect(await dueDay(late.caseId)).toBe('2026-03-13')
  })

  test('moves when a day off is announced on its way: her page, the office and a mail say from when to when, and by whom', async () => {
    const { caseId, code, number } = await d.upTo('assigned')
    const [before, calendar] = [await dueDay(caseId), await calendarOf(database.db)]
    const day = addWorkingDays(isoDayOf(new Date()), 3, calendar)
    await d.act((tx) =>
      announceDayOff(tx, d.networkAdmin, {
        day,
        name: 'Quốc tang',
        nameEn: '',
        source: 'Thông báo số 15/TB-VPCP',
        announcedOn: isoDayOf(new Date()),
      }),
    )
    await recomputeClocks(database.db)
    const after = addWorkingDays(before, 1, calendar)
    expect(await dueDay(caseId)).toBe(after)
    const page = await trackingPage(code)
    expect(page).toContain(`hết ngày ${inWords(after)}`)
    expect(page).toContain('Quốc tang')
    expect(page).toContain('15/TB-VPCP')
    expect(await officeScreen(d.officer, caseId)).toContain('Quốc tang')
    const mail = (await mailsOf(caseId)).at(-1)!
    expect(mail.subject).toBe(`Cổng thông tin điện tử phường Ba Đình: tính lại thời hạn hồ sơ ${number}`)
    expect(mail.body).toContain(`từ hết ngày ${inWords(before)} sang hết ngày ${inWords(after)}`)
    expect(mail.body).toContain('Thông báo số 15/TB-VPCP')
    await recomputeClocks(database.db)
    expect((await mailsOf(caseId)).filter(({ subject }) => subject.includes('tính lại'))).toHaveLength(1)
  })
})

describe('a case that is late', () => {
  test('comes before the officer, the lead of the division, the leader and the portal above, each once, and stands on top in the morning', async () => {
    const { caseId, number, code } = await d.upTo('assigned', { title: 'Chỉ người giải quyết được đọc tiêu đề này' })
    // The clocks of the other stories would be late at the same time.
    await sql`update case_clock set state = 'stopped', ended_at = now() where case_id <> ${caseId} and state = 'running'`.execute(
      database.owner,
    )
    const calendar = await calendarOf(database.db)
    const today = isoDayOf(new Date())
    /** Moves the end of the clock, as if the case had come so many working days earlier. */
    const dueOn = async (day: string): Promise<string[]> => {
      const dueAt = new Date(startOfDay(day).getTime() + 86_400_000)
      await sql`update case_clock set due_at = ${dueAt} where case_id = ${caseId}`.execute(database.owner)
      await sql`update citizen_case set due_at = ${dueAt} where id = ${caseId}`.execute(database.owner)
      await sql`update case_escalation set due_at = ${dueAt} where clock_id in (select id from case_clock where case_id = ${caseId})`.execute(
        database.owner,
      )
      const from = await lastMail()
      await watchClocks(database.db, desks)
      await watchClocks(database.db, desks)
      return toldSince(from)
    }
    const mails = (...people: { email: string }[]): string[] => people.map(({ email }) => email).toSorted()
    expect(await dueOn(addWorkingDays(today, 5, calendar))).toEqual([])
    expect(await dueOn(addWorkingDays(today, 2, calendar))).toEqual(mails(d.officer))
    expect(await dueOn(addWorkingDays(today, -1, calendar))).toEqual(mails(d.officer, d.coordinator))
    expect(await dueOn(addWorkingDays(today, -2, calendar))).toEqual(mails(d.leader, d.deputy))
    expect(await dueOn(addWorkingDays(today, -4, calendar))).toEqual(mails(d.cityCoordinator, d.cityLeader))
    expect(await dueOn(addWorkingDays(today, -9, calendar))).toEqual([])
    await sql`update case_clock set started_at = started_at - interval '60 days' where case_id = ${caseId}`.execute(
      database.owner,
    )
    expect(await trackingPage(code)).toContain('Cơ quan xử lý đã quá thời hạn này')
    const workday = addWorkingDays(today, 1, calendar)
    const from = await lastMail()
    await morningDigest(database.db, desks, new Date(startOfDay(workday).getTime() + 7.5 * 3_600_000))
    const digest = await database.owner
      .selectFrom('outboxMail')
      .selectAll()
      .where('id', '>', from)
      .where('recipient', '=', d.officer.email)
      .executeTakeFirstOrThrow()
    expect(digest.body).toMatch(new RegExp(`Quá hạn \\(\\d+\\): .*${number}`))
    expect(`${digest.subject}${digest.body}`).not.toContain('Chỉ người giải quyết')
  })
})

describe('who sent a case', () => {
  test('is erased when the time to keep it is over: sender, words, files on disk and mails; a record stays, and her page says so', async () => {
    const formToken = newFormToken()
    const place = { intake: database.delivery, files, key: d.key }
    await takeAttachment(place, { name: 'nha-toi.jpg', body: await tracedPhoto(), formToken, visitor: '' })
    const { caseId, code, number } = await d.upTo('answered', { formToken })
    await mailsOf(caseId)
    const onDisk = (): number =>
      existsSync(files.folder)
        ? readdirSync(files.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
        : 0
    expect(onDisk()).toBe(1)
    const kept = caseKinds.get('question')!.keepDays
    const closeSo = (daysAgo: number) =>
      sql`update citizen_case set state = 'closed', outcome = 'answered', closed_at = now() - ${daysAgo} * interval '1 day' where id = ${caseId}`.execute(
        database.owner,
      )
    await closeSo(kept - 1)
    expect(await eraseCaseSenders(database.db, files, caseKinds)).toEqual({ erased: 0 })
    await sql`update citizen_case set closed_at = now() - ${kept + 1} * interval '1 day' where id = ${caseId}`.execute(
      database.owner,
    )
    expect(await eraseCaseSenders(database.db, files, caseKinds)).toEqual({ erased: 1 })
    expect(onDisk()).toBe(0)
    const { rows: left } = await sql<{ sealed: string | null; mails: number; files: number; body: string }>`
      select s.sealed, c.body, (select count(*)::integer from outbox_mail o where o.case_id = c.id) as mails,
        (select count(*)::integer from case_attachment a where a.case_id = c.id and a.state <> 'gone') as files
      from citizen_case c join case_sender s on s.case_id = c.id where c.id = ${caseId}`.execute(database.owner)
    expect(left).toEqual([{ sealed: null, body: '', mails: 0, files: 0 }])
    const record = await database.owner.selectFrom('deletionRecord').selectAll().executeTakeFirstOrThrow()
    expect(record).toMatchObject({ number, what: expect.arrayContaining(['sender', 'body', 'attachments', 'mails']) })
    expect(JSON.stringify(record)).not.toMatch(/Người gửi thử|nguoi\.gui|Đèn đường/)
    const page = await trackingPage(code)
    expect(page).toContain(number)
    expect(page).toContain('Dữ liệu của người gửi đã được xóa.')
    expect(await officeScreen(d.coordinator, caseId)).toMatch(/đã (?:được )?xóa/i)
  })
})

describe('a case that is not for this portal, or not alone', () => {
  test('keeps its clock when it is passed on, and her page names who is competent and why', async () => {
    const { caseId, code, number } = await d.upTo('received')
    const before = await dueDay(caseId)
    const agency = 'Sở Xây dựng thành phố'
    await d.act((tx) =>
      forwardCase(tx, d.coordinator, { caseId, siteId: d.city.id, agency, reason: 'Tuyến phố do thành phố quản lý' }),
    )
    await recomputeClocks(database.db)
    expect(await dueDay(caseId)).toBe(before)
    const { rows } = await sql<{ purpose: string; state: string }>`
      select purpose, state from case_clock where case_id = ${caseId} and purpose = 'answer'`.execute(database.owner)
    expect(rows).toEqual([{ purpose: 'answer', state: 'running' }])
    const page = await trackingPage(code)
    expect(page).toContain(agency)
    expect(page).toContain('Tuyến phố do thành phố quản lý')
    expect(page).toContain(`hết ngày ${inWords(before)}`)
    const mail = (await mailsOf(caseId)).at(-1)!
    expect(mail.body).toContain(agency)
    expect(mail.body).toContain(number)
    expect(await officeScreen(d.cityCoordinator, caseId)).toContain(number)
    const answer = await office.get(`/ho-so/${caseId}`, await office.cookieOf(d.coordinator))
    expect(answer.status).toBe(404)
  })

  test('is answered with the one it was joined to: both senders are told, on their pages and by mail', async () => {
    const main = await d.upTo('submitted')
    const other = await d.upTo('received', { sender: { name: 'Người thứ hai', email: 'thu.hai@thu.example' } })
    await d.act((tx) => mergeCases(tx, d.coordinator, { caseId: main.caseId, others: [other.caseId] }, caseKinds))
    expect(await trackingPage(other.code)).toContain(`xử lý chung trong hồ sơ ${main.number}`)
    await d.act((tx) => approveAnswer(tx, d.leader, { caseId: main.caseId }))
    for (const { caseId, code } of [main, other]) {
      expect(await trackingPage(code)).toContain('đèn được sửa trước ngày 30')
      const mails = await mailsOf(caseId)
      expect(mails.at(-1)!.body).toContain('đèn được sửa trước ngày 30')
      expect(mails.filter(({ body }) => body.includes('đèn được sửa'))).toHaveLength(1)
    }
    expect((await mailsOf(main.caseId)).map(({ body }) => body).join()).not.toContain('Người thứ hai')
  })
})
