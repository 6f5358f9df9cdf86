import type { Selectable } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import type { CalendarDay, RuleOverride } from '../database/schema.ts'
import { startOfDay, type Duration } from './deadline.ts'
import { ruleOn, type Rule, type RuleId, type RulePack } from './rules.ts'
import { shiftDay, type Calendar, type DayMark, type DayOff } from './working-days.ts'

type Reader = Database | Transaction

/** The last calendar read, by the version it is of. The time of the version keeps databases apart that share a number. */
let last: { version: string; calendar: Calendar } | undefined

/** The calendar every clock reckons with: days that count alone. One short query where it has not changed since it was last read. */
export async function calendarOf(db: Reader): Promise<Calendar> {
  const version = await db
    .selectFrom('calendarVersion')
    .select(['id', 'at'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const key = `${version?.id ?? 0} ${version?.at.toISOString() ?? ''}`
  if (last?.version === key) return last.calendar
  const rows = await db.selectFrom('calendarDay').selectAll().where('counts', '=', true).execute()
  const ofKind = (kind: string): ReadonlyMap<string, DayOff> =>
    new Map(rows.filter((row) => row.kind === kind).map((row) => [row.day, dayOff(row)]))
  const calendar: Calendar = { version: version?.id ?? 0, holidays: ofKind('off'), workdays: ofKind('work') }
  last = { version: key, calendar }
  return calendar
}

export type CalendarDayRow = Selectable<CalendarDay>

const dayOff = (row: CalendarDayRow): DayOff => ({
  name: { vi: row.name, en: row.nameEn || row.name },
  source: row.source,
  announcedOn: row.announcedOn,
  verified: row.verified as DayMark,
})

/** Every day of a year that was ever set, counting or not, by date. */
export const daysOfYear = (db: Reader, year: number): Promise<CalendarDayRow[]> =>
  db
    .selectFrom('calendarDay')
    .selectAll()
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute()

/** Days off that nobody confirmed yet, from one day to another: they do not count, and may turn out to. */
export async function daysWaiting(db: Reader, from: string, to: string): Promise<string[]> {
  const rows = await db
    .selectFrom('calendarDay')
    .select('day')
    .where('kind', '=', 'off')
    .where('counts', '=', false)
    .where('withdrawnAt', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()
  return rows.map(({ day }) => day)
}

/** The last changes of the calendar and of overrides, newest first. */
export const latestVersions = (
  db: Reader,
  limit: number,
): Promise<{ id: number; at: Date; by: string; reason: string }[]> =>
  db.selectFrom('calendarVersion').select(['id', 'at', 'by', 'reason']).orderBy('id', 'desc').limit(limit).execute()

/** How long something may take by decision of a network (`siteId` null) or a portal. */
export interface Override {
  id: number
  siteId: number | null
  duration: Duration
  reason: string
  document: string
  decidedBy: string
  fromDay: string
  endedAt: Date | null
}

/** The override of a rule for a portal (null: the network alone) on a day: the portal's own before the network's, the latest of each. */
export async function overrideOf(
  db: Reader,
  ruleId: RuleId,
  siteId: number | null,
  day: string,
): Promise<Override | undefined> {
  const row = await inForce(db, siteId, day)
    .where('ruleId', '=', ruleId)
    .orderBy('siteId', (o) => o.asc().nullsLast())
    .orderBy('fromDay', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && overrideFrom(row)
}

export interface RuleInForce {
  pack: RulePack
  rule: Rule
  override: Override | undefined
  /** What counts: the override's, else the rule's. */
  duration: Duration
}

/** What rules a clock that starts on a day: a portal's override before the network's, before the pack of that day. */
export async function ruleFor(db: Reader, ruleId: RuleId, siteId: number | null, day: string): Promise<RuleInForce> {
  const found = ruleOn(ruleId, day)
  const override = await overrideOf(db, ruleId, siteId, day)
  return { ...found, override, duration: override?.duration ?? found.rule.duration }
}

/** Overrides of the network, or of one portal, that have not ended, those to come among them; by rule and day. */
export async function overridesOf(db: Reader, siteId: number | null): Promise<(Override & { ruleId: string })[]> {
  const rows = await db
    .selectFrom('ruleOverride')
    .selectAll()
    .where('siteId', siteId === null ? 'is' : '=', siteId)
    .where('endedAt', 'is', null)
    .orderBy('ruleId')
    .orderBy('fromDay')
    .execute()
  return rows.map((row) => ({ ...overrideFrom(row), ruleId: row.ruleId }))
}

const inForce = (db: Reader, siteId: number | null, day: string) =>
  db
    .selectFrom('ruleOverride')
    .selectAll()
    .where('fromDay', '<=', day)
    // One that ends today rules today's clocks no more.
    .where((e) => e.or([e('endedAt', 'is', null), e('endedAt', '>=', startOfDay(shiftDay(day, 1)))]))
    .where((e) =>
      siteId === null ? e('siteId', 'is', null) : e.or([e('siteId', '=', siteId), e('siteId', 'is', null)]),
    )

const overrideFrom = (row: Selectable<RuleOverride>): Override => ({
  id: row.id,
  siteId: row.siteId,
  duration: { amount: row.amount, unit: row.unit as Duration['unit'] },
  reason: row.reason,
  document: row.document,
  decidedBy: row.decidedBy,
  fromDay: row.fromDay,
  endedAt: row.endedAt,
})
