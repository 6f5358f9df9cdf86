import { unzipSync } from 'fflate'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, type CaseDesk } from '../../tests/support/cases.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { officeRoutes } from '../app.ts'
import { calendarOf } from '../calendar/calendar-queries.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import type { Actor } from '../people/actor.ts'
import { isoDayOf, monthOf, monthText } from '../web/dates.ts'
import { paceOf } from './pace.ts'
import { answeredCases, boardLines, boardTotal, openCounts } from './queries.ts'

let database: TestDatabase
let desk: CaseDesk
let office: TestOffice
let read: Reader
const month = monthText(monthOf(new Date()))
const canary = 'Chim Hoàng Yến báo mất nước'

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  office = testOffice({ db: database.db, routes: officeRoutes, keyring: desk.keyring })
  read = reader(database.delivery)
  await desk.upTo('answered', { title: canary, fieldId: desk.fields['cap-thoat-nuoc'] })
  await desk.upTo('answered', { fieldId: desk.fields['moi-truong'] })
  const late = await desk.upTo('submitted', { fieldId: desk.fields['moi-truong'] })
  await database.owner
    .updateTable('caseClock')
    .set({ dueAt: new Date(Date.now() - 1000) })
    .where('caseId', '=', late.caseId)
    .execute()
  await database.owner
    .updateTable('caseClock')
    .set({ state: 'missed', endedAt: new Date() })
    .where('caseId', '=', late.caseId)
    .where('purpose', '=', 'answer')
    .execute()
  const overdue = await desk.upTo('assigned')
  await database.owner
    .updateTable('citizenCase')
    .set({ dueAt: new Date(Date.now() - 1000) })
    .where('id', '=', overdue.caseId)
    .execute()
  await desk.upTo('received', { kind: 'sealed_letter' })
}, 60_000)
afterAll(() => database.drop())

const see = async (who: Actor, address: string): Promise<Response> => office.get(address, await office.cookieOf(who))
const asked = () => ({ sites: [desk.ward.id], from: month, until: month })

test('sums follow from every single answer: median, share and number, whatever the order', () => {
  const answer = fc.record({ workingDays: fc.integer({ min: 0, max: 60 }), onTime: fc.boolean() })
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 60 }), (answers) => {
      const rows = answers.map((one) => ({ ...one, answers: 1 }))
      const sorted = answers.map(({ workingDays }) => workingDays).toSorted((a, b) => a - b)
      expect(paceOf(rows)).toEqual({
        answers: answers.length,
        onTime: answers.filter(({ onTime }) => onTime).length,
        median: sorted[Math.ceil(sorted.length / 2) - 1],
      })
    }),
  )
  expect(paceOf([])).toEqual({ answers: 0, onTime: 0, median: undefined })
})

test('the database counts working days as the calendar does', async () => {
  const calendar = await calendarOf(database.db)
  const { rows } = await sql<{ from: string; to: string; days: number }>`
    select f::date::text as from, (f::date + n)::text as to, working_days_between(f::date, f::date + n) as days
    from generate_series('2025-12-20'::date, '2026-12-31', interval '9 days') f cross join (values (0), (1), (7), (23), (60)) v (n)`.execute(
    database.owner,
  )
  for (const { from, to, days } of rows)
    expect([from, to, days]).toEqual([from, to, workingDaysBetween(from, to, calendar)])
  expect(rows.length).toBeGreaterThan(100)
})

describe('the board of a portal', () => {
  test('counts answers in time and late, open and overdue cases, and no sealed letter', async () => {
    expect(await boardTotal(database.db, asked())).toMatchObject({ answers: 3, onTime: 2, median: 0 })
    expect(await openCounts(database.db, [desk.ward.id])).toMatchObject({ overdue: 1 })
    const fields = await boardLines(database.db, asked(), 'field')
    expect(fields.map(({ name, pace }) => [name, pace.answers, pace.onTime])).toEqual(
      expect.arrayContaining([
        ['Môi trường, rác thải', 2, 1],
        ['Cấp nước, thoát nước, chiếu sáng', 1, 1],
      ]),
    )
    const { rows } = await answeredCases(database.db, {
      siteId: desk.ward.id,
      from: month,
      until: month,
      onTime: false,
    })
    expect(rows).toHaveLength(1)
  })

  test('is read by leaders down to the cases, with the method beside the figures', async () => {
    const board = await see(desk.leader, `/cong/${desk.ward.id}/dieu-hanh`)
    const html = await board.text()
    expect(html).toContain('66% (2/3)')
    expect(html).toContain('Cách tính')
    expect(await htmlFaults(html)).toEqual([])
    const cases = await (
      await see(desk.leader, `/cong/${desk.ward.id}/dieu-hanh/ho-so?tu=${month}&den=${month}`)
    ).text()
    expect(cases).toContain(canary)
    expect(await htmlFaults(cases)).toEqual([])
    expect((await see(desk.leader, `/cong/${desk.ward.id}/dieu-hanh?tu=2026-05&den=2026-01`)).status).toBe(422)
  })

  test('auditors and administrators read numbers and no word of a sender; officers and strangers nothing', async () => {
    const cases = await (
      await see(desk.auditor, `/cong/${desk.ward.id}/dieu-hanh/ho-so?tu=${month}&den=${month}`)
    ).text()
    expect(cases).not.toContain('Chim')
    const boards = await (await see(desk.networkAdmin, '/dieu-hanh')).text()
    expect(await htmlFaults(boards)).toEqual([])
    expect((await see(desk.officer, `/cong/${desk.ward.id}/dieu-hanh`)).status).toBe(403)
    expect((await see(desk.otherLeader, `/cong/${desk.ward.id}/dieu-hanh`)).status).toBe(404)
  })

  test('is taken along as a workbook without titles', async () => {
    const file = await see(desk.leader, `/cong/${desk.ward.id}/dieu-hanh.xlsx?tu=${month}&den=${month}`)
    expect(file.headers.get('content-type')).toContain('spreadsheetml')
    const text = Object.values(unzipSync(new Uint8Array(await file.arrayBuffer())))
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('')
    expect(text).toContain('Môi trường, rác thải')
    expect(text).not.toContain('Chim')
  })
})

test('the public table stands where a portal turned it on, and tells no share of a few answers', async () => {
  expect((await read(desk.ward, '/ket-qua-tra-loi')).status).toBe(404)
  await database.owner
    .insertInto('caseSetting')
    .values({ siteId: desk.ward.id, league: true })
    .onConflict((c) => c.column('siteId').doUpdateSet({ league: true }))
    .execute()
  const few = await (await read(desk.ward, '/ket-qua-tra-loi')).text()
  expect(few).toContain('<td>–</td>')
  expect(await htmlFaults(few)).toEqual([])
  await database.owner
    .insertInto('casePace')
    .values({
      siteId: desk.ward.id,
      kind: 'question',
      divisionId: 0,
      fieldId: 0,
      month: `${month}-01`,
      workingDays: 4,
      onTime: true,
      answers: 20,
    })
    .execute()
  const other = reader(database.delivery)
  const html = await (await other(desk.ward, '/en/ket-qua-tra-loi')).text()
  expect(html).toContain('4 working days')
  expect(await htmlFaults(html)).toEqual([])
  expect(isoDayOf(new Date())).toContain(month)
})
