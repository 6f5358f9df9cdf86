import { deadlineOf, type Deadline } from '../calendar/deadline.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { TrackedCase, TrackedClock } from './queries.ts'

/** The clock an answer runs on, and when it runs out by the calendar known now. */
export interface Due {
  clock: TrackedClock
  deadline: Deadline
}

/** When the answer to a case is due, or was; undefined where no clock counts for it. A reopened case has a second clock: the last one counts. */
export function dueOf({ clocks }: TrackedCase, calendar: Calendar, now: Date): Due | undefined {
  const clock = clocks.findLast(({ purpose, state }) => purpose === 'answer' && state !== 'stopped')
  if (!clock) return undefined
  const { startedAt, duration, pauses, extensions } = clock
  return { clock, deadline: deadlineOf({ startedAt, duration, pauses, extensions }, calendar, now) }
}
