import { isMailAddress } from '../../web/mail-address.ts'
import { fill, type Say } from '../../web/message.ts'
import { cleanLine, cleanText } from '../../web/vietnamese.ts'
import { isErrorKind, lengths, type ErrorKind } from '../error-report.ts'
import { messages } from '../public-messages.ts'

/** What a reader typed, made exact. */
export interface TypedReport {
  kind: string
  what: string
  passage: string
  name: string
  email: string
}
export type ReportErrors = Partial<Record<keyof TypedReport | 'form', string>>

export const typedReport = (typed: Record<string, string>): TypedReport => ({
  kind: cleanLine(typed.loai ?? ''),
  what: cleanText(typed['noi-dung'] ?? ''),
  passage: cleanText(typed.doan ?? ''),
  name: cleanLine(typed['ho-ten'] ?? ''),
  email: cleanLine(typed['thu-dien-tu'] ?? ''),
})

/** A report that can be handed in, or a message beside each field at fault. */
export function whyNotReport(
  typed: TypedReport,
  say: Say,
): { errors: ReportErrors; value?: undefined } | { value: TypedReport & { kind: ErrorKind } } {
  const errors: ReportErrors = {}
  const long = (text: string, max: number): string | undefined =>
    text.length > max ? fill(say(messages.tooLong), { max }) : undefined
  const set = (field: keyof TypedReport, message: string | undefined): void => {
    if (message) errors[field] ??= message
  }
  if (!isErrorKind(typed.kind)) set('kind', say(messages.kindMissing))
  if (typed.what.length < lengths.whatFrom) set('what', fill(say(messages.whatMissing), { from: lengths.whatFrom }))
  set('what', long(typed.what, lengths.what))
  set('passage', long(typed.passage, lengths.passage))
  set('name', long(typed.name, lengths.name))
  set('email', long(typed.email, lengths.email))
  if (typed.email !== '' && !isMailAddress(typed.email)) set('email', say(messages.emailForm))
  if (typed.email === '' && typed.name !== '') set('email', say(messages.emailForName))
  const { kind } = typed
  return Object.keys(errors).length > 0 || !isErrorKind(kind) ? { errors } : { value: { ...typed, kind } }
}
