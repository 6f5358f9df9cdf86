import { randomInt } from 'node:crypto'
import type { Message } from '../web/message.ts'

/** What is wrong, as readers choose it. */
export const errorKinds = {
  fact: { vi: 'Thông tin sai', en: 'Wrong fact' },
  spelling: { vi: 'Lỗi chính tả, trình bày', en: 'Spelling or layout' },
  link: { vi: 'Đường dẫn hoặc tệp không mở được', en: 'Broken link or file' },
  picture: { vi: 'Ảnh, video sai hoặc không xem được', en: 'Picture or video' },
  other: { vi: 'Lỗi khác', en: 'Something else' },
} as const satisfies Record<string, Message>
export type ErrorKind = keyof typeof errorKinds
export const isErrorKind = (text: string | undefined): text is ErrorKind =>
  text !== undefined && Object.hasOwn(errorKinds, text)

/** Where a report stands. The last three are how it ended. */
export const reportStates = {
  open: { vi: 'Chờ xử lý', en: 'Waiting' },
  taken: { vi: 'Đang xử lý', en: 'In hand' },
  corrected: { vi: 'Đã sửa', en: 'Corrected' },
  not_error: { vi: 'Không phải lỗi', en: 'Not an error' },
  spam: { vi: 'Thư rác', en: 'Spam' },
} as const satisfies Record<string, Message>
export type ReportState = keyof typeof reportStates

/** How a report may end. */
export const outcomes = ['corrected', 'not_error', 'spam'] as const
export type Outcome = (typeof outcomes)[number]
export const isOutcome = (text: string | undefined): text is Outcome => outcomes.some((one) => one === text)

export const isClosed = (state: ReportState): boolean => state !== 'open' && state !== 'taken'

/** Lengths of what readers type, in characters. */
export const lengths = {
  whatFrom: 10,
  what: 2000,
  passage: 500,
  name: 120,
  email: 254,
  note: 2000,
  answer: 4000,
} as const

/** A portal's own rule where it set none: hours to answer, and days for which who sent a report is kept after it is closed. */
export const defaultRule = { hours: 24, keepDays: 90 } as const

export interface ReportRule {
  hours: number
  keepDays: number
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** A new number of a report, which opens its receipt: eight letters and digits that are not mistaken for one another. */
export function newCode(): string {
  const some = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${some()}-${some()}`
}

/** A number of a report as people type it; undefined when it is none. */
export function readCode(text: string | undefined): string | undefined {
  const code = (text ?? '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code) ? code : undefined
}
