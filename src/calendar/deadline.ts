import { isoDayOf } from '../web/dates.ts'
import { isWeekend, isWorkingDay, shiftDay, workingDaysBetween } from './working-days.ts'
import type { Calendar, DayOff } from './working-days.ts'

export interface Duration {
  amount: number
  unit: 'working_days' | 'days' | 'hours'
}

/** A time in which a clock stood still; `to` null: it still does. */
export interface Pause {
  from: Date
  to: Date | null
}

/** All that a deadline is worked out from, beside the calendar. */
export interface ClockFacts {
  startedAt: Date
  duration: Duration
  pauses: readonly Pause[]
  extensions: readonly Duration[]
}

/** Something on the way from start to deadline that a reader would stumble over. In order of time. */
export type DeadlineStep =
  | { kind: 'weekend'; from: string; to: string }
  | { kind: 'holiday'; day: string; off: DayOff }
  | { kind: 'swapped'; day: string; off: DayOff }
  /** Days (or, for hours, a stretch of time) a pause kept from being counted. */
  | { kind: 'pause'; from: Date; to: Date | null; days: readonly string[] }
  /** The next days are those of an extension, counted after `after`. */
  | { kind: 'extension'; amount: number; unit: Duration['unit']; after: string }
  /** The period ended on a day on which nobody works, or on one that was paused. */
  | { kind: 'moved'; from: string; to: string }

export interface Deadline {
  /** The first moment that is late: midnight in Vietnam after the last day; for hours the exact moment. */
  dueAt: Date
  /** The last day in time, as 2026-11-24. */
  lastDay: string
  /** Units that were counted: those of the rule and of its extensions. */
  counted: number
  /** A pause is still open: the deadline is what it would be if the clock went on now. */
  provisional: boolean
  steps: readonly DeadlineStep[]
}

/**
 * Works out a deadline. The day of receipt is not counted; a period of calendar days that ends on a day off ends on the next
 * working day (Bộ luật Dân sự 2015, Điều 147 khoản 2, Điều 148 khoản 5 và 6; known second-hand). A day at whose end the clock was
 * paused is not counted, so that a pause never shortens; an extension is counted on from the last day counted. An open pause
 * is taken to end at `now`, and the deadline is provisional.
 */
export function deadlineOf(facts: ClockFacts, calendar: Calendar, now: Date): Deadline {
  const walk = new Walk(facts, calendar, now)
  for (const [index, part] of [facts.duration, ...facts.extensions].entries()) {
    if (index > 0) walk.note({ kind: 'extension', ...part, after: walk.day })
    walk.count(part)
  }
  return walk.end()
}

/** Working days from today to the last day, today not counted: 0 on the last day, negative once it is over. */
export function workingDaysLeft(deadline: Pick<Deadline, 'dueAt' | 'lastDay'>, now: Date, calendar: Calendar): number {
  const left = workingDaysBetween(isoDayOf(now), deadline.lastDay, calendar)
  return now < deadline.dueAt ? Math.max(0, left) : Math.min(-1, left)
}

/** Midnight in Vietnam at which a day begins. Vietnam keeps UTC+7 all year. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+07:00`)

/** One way from a start to a deadline: where it has come to, and what it met. */
class Walk {
  readonly #calendar: Calendar
  readonly #pauses: readonly { from: Date; to: Date; open: boolean }[]
  readonly #steps: DeadlineStep[] = []
  /** The exact moment reached while hours are counted; undefined while days are. */
  #moment: Date | undefined
  day: string
  #counted = 0

  constructor(facts: ClockFacts, calendar: Calendar, now: Date) {
    this.#calendar = calendar
    this.#moment = facts.startedAt
    this.day = isoDayOf(facts.startedAt)
    this.#pauses = facts.pauses
      .map(({ from, to }) => ({ from, to: later(from, to ?? now), open: to === null }))
      .toSorted((a, b) => a.from.getTime() - b.from.getTime())
  }

  note(step: DeadlineStep): void {
    this.#steps.push(step)
  }

  count(part: Duration): void {
    if (part.unit === 'hours') this.#countHours(part.amount)
    else this.#countDays(part.amount, part.unit === 'working_days')
    this.#counted += part.amount
  }

  #countDays(amount: number, workingOnly: boolean): void {
    this.#moment = undefined
    for (let counted = 0; counted < amount;) {
      this.day = shiftDay(this.day, 1)
      if (workingOnly && !isWorkingDay(this.day, this.#calendar)) this.#noteDayOff()
      else if (!this.#pausedAtEnd()) {
        counted += 1
        if (workingOnly) this.#noteSwapped()
      }
    }
  }

  #countHours(amount: number): void {
    let at = (this.#moment ?? startOfDay(shiftDay(this.day, 1))).getTime()
    let left = amount * 3_600_000
    for (const { from, to, open } of this.#pauses) {
      if (to.getTime() <= at) continue
      if (at + left <= from.getTime()) break
      left -= Math.max(0, from.getTime() - at)
      at = to.getTime()
      this.note({ kind: 'pause', from, to: open ? null : to, days: [] })
    }
    this.#moment = new Date(at + left)
    this.day = isoDayOf(this.#moment)
  }

  /** Notes that the clock was paused when this day ended, and says whether it was. */
  #pausedAtEnd(): boolean {
    const midnight = startOfDay(shiftDay(this.day, 1))
    const pause = this.#pauses.find(({ from, to }) => from < midnight && to >= midnight)
    if (!pause) return false
    const last = this.#steps.findLast((step) => step.kind === 'pause')
    if (last?.kind === 'pause' && last.from === pause.from) {
      this.#steps[this.#steps.indexOf(last)] = { ...last, days: [...last.days, this.day] }
    } else this.note({ kind: 'pause', from: pause.from, to: pause.open ? null : pause.to, days: [this.day] })
    return true
  }

  #noteDayOff(): void {
    const off = this.#calendar.holidays.get(this.day)
    if (off) {
      this.note({ kind: 'holiday', day: this.day, off })
      return
    }
    const last = this.#steps.at(-1)
    if (last?.kind === 'weekend' && last.to === shiftDay(this.day, -1))
      this.#steps[this.#steps.length - 1] = { ...last, to: this.day }
    else this.note({ kind: 'weekend', from: this.day, to: this.day })
  }

  #noteSwapped(): void {
    const off = isWeekend(this.day) ? this.#calendar.workdays.get(this.day) : undefined
    if (off) this.note({ kind: 'swapped', day: this.day, off })
  }

  end(): Deadline {
    const common = { counted: this.#counted, provisional: this.#pauses.some(({ open }) => open), steps: this.#steps }
    if (this.#moment) return { dueAt: this.#moment, lastDay: this.day, ...common }
    const ended = this.day
    while (!isWorkingDay(this.day, this.#calendar) || this.#pausedAtEnd()) {
      if (!isWorkingDay(this.day, this.#calendar)) this.#noteDayOff()
      this.day = shiftDay(this.day, 1)
    }
    if (this.day !== ended) this.note({ kind: 'moved', from: ended, to: this.day })
    return { dueAt: startOfDay(shiftDay(this.day, 1)), lastDay: this.day, ...common }
  }
}

const later = (one: Date, other: Date): Date => (one > other ? one : other)
