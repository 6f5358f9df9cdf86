import { calendarOf, daysWaiting, ruleFor, type RuleInForce } from '../calendar/calendar-queries.ts'
import type { Database, Transaction } from '../database/connect.ts'
import { isoDayOf } from '../web/dates.ts'
import { earliestStart } from './suspension-rule.ts'

export interface AlertRow {
  id: number
  words: string
  tone: string
  href: string
  startsAt: Date
  endsAt: Date
  endedAt: Date | null
  by: string | null
}
export interface OutageRow {
  id: number
  startsAt: Date
  restoresAt: Date
  affects: string
  reason: string
  forced: boolean
  ground: string
  publishedAt: Date
  restoredAt: Date | null
  cancelledAt: Date | null
}

const newest = 50

/** Alerts of a portal, those that end last first: the newest fifty. */
export const alertsOf = (db: Database, siteId: number): Promise<AlertRow[]> =>
  db
    .selectFrom('siteAlert as a')
    .leftJoin('person as p', 'p.id', 'a.createdBy')
    .select(['a.id', 'a.words', 'a.tone', 'a.href', 'a.startsAt', 'a.endsAt', 'a.endedAt', 'p.name as by'])
    .where('a.siteId', '=', siteId)
    .orderBy('a.endsAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(newest)
    .execute()

/** Suspensions of a portal as anyone may read them, the latest first: the newest fifty. */
export const outagesOf = async (db: Database, siteId: number): Promise<OutageRow[]> =>
  (await db
    .selectFrom('liveOutage')
    .select([
      'id',
      'startsAt',
      'restoresAt',
      'affects',
      'reason',
      'forced',
      'ground',
      'publishedAt',
      'restoredAt',
      'cancelledAt',
    ])
    .where('siteId', '=', siteId)
    .orderBy('startsAt', 'desc')
    .orderBy('id', 'desc')
    .limit(newest)
    .execute()) as OutageRow[]

/** How long before a planned suspension of a portal must be announced today, and so when one may begin at the earliest; `waiting`: days in between that may yet turn out to be off. */
export async function suspensionNotice(
  db: Database | Transaction,
  siteId: number,
  now: Date,
): Promise<RuleInForce & { earliest: Date; waiting: readonly string[] }> {
  const today = isoDayOf(now)
  const [calendar, rule] = await Promise.all([calendarOf(db), ruleFor(db, 'outage.notice', siteId, today)])
  const earliest = earliestStart(now, rule.duration, calendar)
  return { ...rule, earliest, waiting: await daysWaiting(db, today, isoDayOf(earliest)) }
}
