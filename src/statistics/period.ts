/** Days from and to, both included, as 2026-11-23 in Vietnamese time. */
export interface Period {
  from: string
  to: string
}

/** What leaders ask for, in the order of the screen. */
export const periodNames = [
  'tuan-nay',
  'tuan-truoc',
  'thang-nay',
  'thang-truoc',
  'nua-nam',
  'nua-nam-truoc',
  'nam-nay',
] as const
export type PeriodName = (typeof periodNames)[number]

/** The longest period that is asked for at once, in days: ten years. */
export const longestPeriod = 3660

const dayLength = 86_400_000
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The day so many days later, or earlier when negative. */
export const addDays = (day: string, days: number): string => dayOf(timeOf(day) + days * dayLength)
/** How many days a period has. */
export const daysIn = ({ from, to }: Period): number => (timeOf(to) - timeOf(from)) / dayLength + 1
/** The first day of the month so many months later, or earlier when negative. */
export const monthStart = (day: string, months = 0): string =>
  dayOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1))

/** Every day of a period, in order. */
export const daysOf = (period: Period): string[] =>
  Array.from({ length: daysIn(period) }, (_, index) => addDays(period.from, index))

/** A named period as it stands on a day, and the one it is compared with: just as far into the one before it. */
export function namedPeriod(name: PeriodName, today: string): { period: Period; before: Period } {
  const monday = addDays(today, -((new Date(timeOf(today)).getUTCDay() + 6) % 7))
  const month = monthStart(today)
  const half = monthStart(today, -((Number(today.slice(5, 7)) - 1) % 6))
  const year = `${today.slice(0, 4)}-01-01`
  switch (name) {
    case 'tuan-nay':
      return soFar(monday, today, addDays(monday, -7))
    case 'tuan-truoc':
      return whole(addDays(monday, -7), monday, addDays(monday, -14))
    case 'thang-nay':
      return soFar(month, today, monthStart(today, -1))
    case 'thang-truoc':
      return whole(monthStart(today, -1), month, monthStart(today, -2))
    case 'nua-nam':
      return soFar(half, today, monthStart(half, -6))
    case 'nua-nam-truoc':
      return whole(monthStart(half, -6), half, monthStart(half, -12))
    case 'nam-nay':
      return soFar(year, today, monthStart(year, -12))
  }
}

/** The period of the same length just before. */
export const periodBefore = (period: Period): Period => ({
  from: addDays(period.from, -daysIn(period)),
  to: addDays(period.from, -1),
})

const whole = (from: string, next: string, before: string): { period: Period; before: Period } => ({
  period: { from, to: addDays(next, -1) },
  before: { from: before, to: addDays(from, -1) },
})

function soFar(from: string, to: string, before: string): { period: Period; before: Period } {
  const end = addDays(before, daysIn({ from, to }) - 1)
  return { period: { from, to }, before: { from: before, to: end < from ? end : addDays(from, -1) } }
}
