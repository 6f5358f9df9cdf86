import type { Message } from '../web/message.ts'

/** How far a day or a figure of law is known. `computed`: it follows from the labour code and the lunar calendar alone. */
export type Mark = 'text' | 'codified' | 'second-hand' | 'unverified'
export type DayMark = 'computed' | Mark

/** A day off by law or announcement, which is no Saturday or Sunday by itself. */
export interface DayOff {
  name: Message
  /** What it rests on, in Vietnamese: a law, a notice, a decision. */
  source: string
  /** 2025-12-12; null where nobody announced it or the day of announcing is not known. */
  announcedOn: string | null
  verified: DayMark
}

/** A Saturday or Sunday that is worked in exchange for a day off. */
export type SwappedDay = DayOff

/** The days on which offices work, other than by the days of the week. Days are those of Vietnam, as 2026-11-24. */
export interface Calendar {
  /** Raised by every change. */
  version: number
  holidays: ReadonlyMap<string, DayOff>
  workdays: ReadonlyMap<string, SwappedDay>
}

/** A calendar that knows the days of the week alone. */
export const weekdaysOnly: Calendar = { version: 0, holidays: new Map(), workdays: new Map() }

const dayLength = 86_400_000

/** The day so many days after one (before, where negative); both as 2026-11-24. */
export const shiftDay = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * dayLength).toISOString().slice(0, 10)

export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay())

/** Whether offices work on a day. A swapped day is worked even where it is a day off by itself. */
export const isWorkingDay = (day: string, calendar: Calendar): boolean =>
  calendar.workdays.has(day) || !(isWeekend(day) || calendar.holidays.has(day))

/** The working day so many working days after a day, which itself is not counted; before it, where negative. 0 is the day itself. */
export function addWorkingDays(day: string, amount: number, calendar: Calendar): string {
  const step = Math.sign(amount)
  let at = day
  for (let counted = 0; counted < Math.abs(amount);) {
    at = shiftDay(at, step)
    if (isWorkingDay(at, calendar)) counted += 1
  }
  return at
}

/** How many working days lie after `from`, up to and with `to`; negative where `to` is the earlier one. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar)
  let found = 0
  for (let at = from; at < to;) {
    at = shiftDay(at, 1)
    if (isWorkingDay(at, calendar)) found += 1
  }
  return found
}

/** The last day on which something must be told, so that so many whole working days lie between it and the day it is about. */
export const lastDayToTell = (event: string, amount: number, calendar: Calendar): string =>
  shiftDay(amount === 0 ? event : addWorkingDays(event, -amount, calendar), -1)
