import { calendarOf, ruleFor } from '../calendar/calendar-queries.ts'
import { deadlineOf } from '../calendar/deadline.ts'
import type { RuleId } from '../calendar/rules.ts'
import { isoDayOf } from '../web/dates.ts'
import type { Database, Transaction } from '../database/connect.ts'
import type { ClockPurpose } from './kind.ts'

/** A clock that is about to begin, as the database takes it. */
export interface NewClock {
  purpose: ClockPurpose
  ruleId: RuleId
  pack: string
  /** The rule as it stands today, and what a portal or the network set instead. */
  basis: unknown
  startedAt: string
  amount: number
  unit: 'working_days' | 'days' | 'hours'
  dueAt: string
  calendarVersion: number
}

/** Works out a clock of a portal from the rule in force on its day, and when it runs out by the calendar known now. */
export async function startClock(
  db: Database | Transaction,
  { ruleId, purpose, siteId, startedAt }: { ruleId: RuleId; purpose: ClockPurpose; siteId: number; startedAt: Date },
): Promise<NewClock> {
  const [calendar, { pack, rule, override, duration }] = await Promise.all([
    calendarOf(db),
    ruleFor(db, ruleId, siteId, isoDayOf(startedAt)),
  ])
  const deadline = deadlineOf({ startedAt, duration, pauses: [], extensions: [] }, calendar, startedAt)
  return {
    purpose,
    ruleId,
    pack: pack.id,
    basis: { rule, override: override ?? null },
    startedAt: startedAt.toISOString(),
    amount: duration.amount,
    unit: duration.unit,
    dueAt: deadline.dueAt.toISOString(),
    calendarVersion: calendar.version,
  }
}
