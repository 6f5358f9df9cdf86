import { fill } from '../web/message.ts'
import { Refused } from '../refusals.ts'
import type { Reason } from './content.ts'
import { reasonMessages, type ReasonCode } from './why-not-messages.ts'

/** One reason for refusal; `values` fill the places of its sentence in both languages. */
export function reason(code: ReasonCode, field?: Reason['field'], values: Values = {}): Reason {
  const { vi, en } = reasonMessages[code]
  const filled = (language: 'vi' | 'en', text: string): string =>
    fill(
      text,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
      ),
    )
  return { code, field, message: { vi: filled('vi', vi), en: filled('en', en) } }
}
type Values = Record<string, string | number | { vi: string; en: string }>

/** Throws a refusal of the act for a single reason. */
export function refuse(act: string, code: ReasonCode, field?: Reason['field']): never {
  throw new Refused(act, [reason(code, field)])
}

/** Throws a refusal when there is any reason. */
export function refuseFor(act: string, reasons: readonly Reason[]): void {
  if (reasons.length > 0) throw new Refused(act, reasons)
}
