import { calendarOf, ruleFor, type RuleInForce } from '../calendar/calendar-queries.ts'
import { lastDayToTell, type Calendar } from '../calendar/working-days.ts'
import type { Database, Transaction } from '../database/connect.ts'
import { isoDayOf } from '../web/dates.ts'

export interface ReceptionSession {
  id: number
  startsAt: Date
  endsAt: Date
  host: string
  place: string
  content: string
  participants: string
  isOnline: boolean
  publishedAt: Date
  changedAt: Date | null
  changeNote: string
  cancelledAt: Date | null
  cancelReason: string | null
  lateReason: string | null
  sequence: number
}
export interface ReceptionPlace {
  place: string
  hours: string
  phone: string
  note: string
}

const most = 200

/** Sessions that end after a time, the soonest first; at most 200. */
export const sessionsAfter = (db: Database, siteId: number, after: Date): Promise<ReceptionSession[]> =>
  sessions(db, siteId).where('endsAt', '>', after).orderBy('startsAt').orderBy('id').limit(most).execute() as Promise<
    ReceptionSession[]
  >

/** Sessions that are over, the latest first; at most as many as asked for. */
export const sessionsBefore = (
  db: Database,
  siteId: number,
  before: Date,
  count: number,
): Promise<ReceptionSession[]> =>
  sessions(db, siteId)
    .where('endsAt', '<=', before)
    .orderBy('startsAt', 'desc')
    .orderBy('id', 'desc')
    .limit(count)
    .execute() as Promise<ReceptionSession[]>

const sessions = (db: Database, siteId: number) =>
  db
    .selectFrom('liveReception')
    .select([
      'id',
      'startsAt',
      'endsAt',
      'host',
      'place',
      'content',
      'participants',
      'isOnline',
      'publishedAt',
      'changedAt',
      'changeNote',
      'cancelledAt',
      'cancelReason',
      'lateReason',
      'sequence',
    ])
    .where('siteId', '=', siteId)

/** Where and when a portal's agency receives citizens as a rule; undefined where nobody wrote it down. */
export const placeOf = async (db: Database, siteId: number): Promise<ReceptionPlace | undefined> =>
  (await db
    .selectFrom('liveReceptionPlace')
    .select(['place', 'hours', 'phone', 'note'])
    .where('siteId', '=', siteId)
    .executeTakeFirst()) as ReceptionPlace | undefined

/** The rule of how long before a session is announced, and the calendar it is counted by. */
export async function receptionRule(
  db: Database | Transaction,
  siteId: number,
  now: Date,
): Promise<RuleInForce & { calendar: Calendar }> {
  const [calendar, rule] = await Promise.all([calendarOf(db), ruleFor(db, 'reception.publish', siteId, isoDayOf(now))])
  return { ...rule, calendar }
}

/** The last day on which a session could be announced in time. */
export const lastDayFor = (
  startsAt: Date,
  { duration, calendar }: Pick<RuleInForce, 'duration'> & { calendar: Calendar },
): string => lastDayToTell(isoDayOf(startsAt), duration.amount, calendar)
