import { sql } from 'kysely'
import type { ClockFacts, Duration } from '../calendar/deadline.ts'
import { isoDayOf } from '../web/dates.ts'
import type { ClockPurpose } from './kind.ts'

/** A clock with everything its deadline follows from. */
export interface ClockRow {
  id: number
  caseId: number
  purpose: ClockPurpose
  ruleId: string
  startedAt: Date
  amount: number
  unit: Duration['unit']
  dueAt: Date
  firstDueAt: Date
  calendarVersion: number
  state: 'running' | 'met' | 'missed' | 'stopped'
  endedAt: Date | null
  basis: unknown
  pack: string
  pauses: { from: string; to: string | null }[]
  extensions: Duration[]
}

/** What a deadline is worked out from, of a clock as the database keeps it. */
export const factsOf = (clock: ClockRow): ClockFacts => ({
  startedAt: clock.startedAt,
  duration: { amount: clock.amount, unit: clock.unit },
  pauses: clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) })),
  extensions: clock.extensions,
})

/** Columns of `case_clock k` with pauses and extensions beside them. */
export const clockColumns = sql`k.id, k.case_id, k.purpose, k.rule_id, k.pack, k.basis, k.started_at, k.amount, k.unit, k.due_at, k.first_due_at,
  k.calendar_version, k.state, k.ended_at,
  coalesce((select json_agg(json_build_object('from', p.from_at, 'to', p.to_at) order by p.id) from case_pause p where p.clock_id = k.id), '[]') as pauses,
  coalesce((select json_agg(json_build_object('amount', x.amount, 'unit', x.unit) order by x.id) from case_extension x where x.clock_id = k.id), '[]') as extensions`

/** The last day in time, of a first moment that is late. */
export const lastDayOf = (dueAt: Date): string => isoDayOf(new Date(dueAt.getTime() - 1))
