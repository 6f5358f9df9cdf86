import { startOfDay, type Duration } from '../calendar/deadline.ts'
import { addWorkingDays, shiftDay, type Calendar } from '../calendar/working-days.ts'
import { isoDayOf } from '../web/dates.ts'

/**
 * The earliest start of a planned suspension announced at `now`: midnight in Vietnam after as many whole days as the rule asks.
 * The day of the notice itself does not count. Hours count from `now`.
 */
export function earliestStart(now: Date, { amount, unit }: Duration, calendar: Calendar): Date {
  if (unit === 'hours') return new Date(now.getTime() + amount * 3_600_000)
  const today = isoDayOf(now)
  const last = unit === 'days' ? shiftDay(today, amount) : addWorkingDays(today, amount, calendar)
  return startOfDay(shiftDay(last, 1))
}
