import type { Language } from './message.ts'

export const timeZone = 'Asia/Ho_Chi_Minh'

const day = {
  vi: new Intl.DateTimeFormat('vi-VN', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
}
const weekday = {
  vi: new Intl.DateTimeFormat('vi-VN', { timeZone, weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }),
}
const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })

/** 23/11/2026 — English: 23 November 2026. */
export const dateOf = (at: Date, language: Language = 'vi'): string => day[language].format(at)

/** 14:05, Vietnamese time. */
export const timeOf = (at: Date): string => clock.format(at)

/** 14:05 23/11/2026. */
export const dateTimeOf = (at: Date, language: Language = 'vi'): string => `${timeOf(at)} ${dateOf(at, language)}`

/** Thứ Hai, ngày 23/11/2026 — English: Monday, 23 November 2026. */
export function longDateOf(at: Date, language: Language = 'vi'): string {
  const name = weekday[language].format(at)
  return language === 'vi'
    ? `${name.charAt(0).toUpperCase()}${name.slice(1)}, ngày ${dateOf(at)}`
    : `${name}, ${dateOf(at, 'en')}`
}

/** The value of an input of type datetime-local, in Vietnamese time (UTC+7 all year). */
export const toLocalInput = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)

/** The day in Vietnam a moment falls on, as 2026-11-23. */
export const isoDayOf = (at: Date): string => toLocalInput(at).slice(0, 10)

/** Whether a text is a day of the calendar, as 2026-11-23: what inputs of type date send. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Reads the value of an input of type datetime-local as Vietnamese time; undefined when it is no time. */
export function fromLocalInput(text: string): Date | undefined {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined
  const at = new Date(`${text}:00+07:00`)
  // 30 February would become 2 March.
  return Number.isNaN(at.getTime()) || toLocalInput(at) !== text ? undefined : at
}

/** A month of the calendar in Vietnam; months count from 1. */
export interface Month {
  year: number
  month: number
}

/** The month a time falls in, in Vietnam. */
export function monthOf(at: Date): Month {
  const there = toLocalInput(at)
  return { year: Number(there.slice(0, 4)), month: Number(there.slice(5, 7)) }
}

/** When a month begins in Vietnam. A thirteenth month is January of the next year. */
export const startOfMonth = ({ year, month }: Month): Date => new Date(Date.UTC(year, month - 1, 1) - 7 * 3_600_000)

/** 2026-10, as addresses have it. */
export const monthText = ({ year, month }: Month): string => `${year}-${String(month).padStart(2, '0')}`

/** Reads 2026-10; undefined when it is no month of a year from 1900 to 2199. */
export function readMonth(text: string): Month | undefined {
  const found = /^(19\d\d|2[01]\d\d)-(0[1-9]|1[0-2])$/.exec(text)
  return found ? { year: Number(found[1]), month: Number(found[2]) } : undefined
}

const monthName = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' })

/** Tháng 10 — English: October. */
export const monthNameOf = ({ year, month }: Month, language: Language = 'vi'): string =>
  language === 'vi' ? `Tháng ${month}` : monthName.format(new Date(Date.UTC(year, month - 1, 1)))

/** tháng 10/2026 — English: October 2026. As it stands within a sentence. */
export const monthYearOf = (month: Month, language: Language = 'vi'): string =>
  language === 'vi' ? `tháng ${month.month}/${month.year}` : `${monthNameOf(month, 'en')} ${month.year}`
