import { dateOf } from '../../web/dates.ts'
import { fill, type Language, type Say } from '../../web/message.ts'
import { messages } from '../messages.ts'
import { daysIn, type Period } from '../period.ts'

const locales = { vi: 'vi-VN', en: 'en-GB' } as const

/** 12.345, as the language writes it. */
export const countOf = (count: number, language: Language): string => count.toLocaleString(locales[language])

/** 12,3 %; of nothing, nothing. */
export const percentOf = (part: number, whole: number, language: Language): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toLocaleString(locales[language], { maximumFractionDigits: 1 })}%`

/** A day as people read it. */
export const dayOf = (day: string, language: Language): string => dateOf(new Date(`${day}T00:00:00+07:00`), language)

/** A day without its year, for the foot of a chart. */
export const shortDayOf = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`

/** How much more or less than before, in words. */
export function changeOf(now: number, before: number, { say, language }: { say: Say; language: Language }): string {
  if (before === 0) return say(now === 0 ? messages.same : messages.noneBefore)
  if (now === before) return say(messages.same)
  const percent = percentOf(Math.abs(now - before), before, language)
  return fill(say(now > before ? messages.more : messages.less), { percent })
}

/** A period as a sentence begins with it. */
export function rangeOf(period: Period, { say, language }: { say: Say; language: Language }): string {
  const [from, to] = [dayOf(period.from, language), dayOf(period.to, language)]
  const days = daysIn(period)
  return fill(say(days === 1 ? messages.rangeOne : messages.range), { from, to, days })
}
