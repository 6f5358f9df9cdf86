import { isMailAddress } from '../../web/mail-address.ts'
import { fill, type Message, type Say } from '../../web/message.ts'
import { cleanLine, cleanText } from '../../web/vietnamese.ts'
import { versionShown, type ConsentGiven, type ConsentPurpose } from '../consents.ts'
import type { CaseKind } from '../kind.ts'
import type { Sender } from '../receive-case.ts'
import type { FormErrors, Typed } from './case-form.ts'
import { messages } from './messages.ts'

/** Names of the fields that ask who sends a case. */
export const senderFields = {
  name: 'ho-ten',
  email: 'thu-dien-tu',
  phone: 'dien-thoai',
  address: 'dia-chi',
} as const satisfies Partial<Record<keyof Sender, string>>
/** Names of the ticks, by purpose. */
export const consentFields = { process: 'dong-y-xu-ly', publish: 'dong-y-dang' } as const satisfies Record<
  ConsentPurpose,
  string
>

/** Longest values of what tells who sends, in characters. */
const longest = { name: 120, email: 254, phone: 30, address: 300 } as const

/** Who sends, as typed; fields left empty are absent. */
export function readSender(typed: Typed): Sender {
  const sender: Sender = {}
  for (const [key, field] of Object.entries(senderFields) as [keyof typeof senderFields, string][]) {
    const value = cleanLine(typed[field] ?? '')
    if (value !== '') sender[key] = value
  }
  return sender
}

export const isTicked = (typed: Typed, purpose: ConsentPurpose): boolean => typed[consentFields[purpose]] === '1'

/** What was agreed to and what was not, with the versions of the words shown. Where nothing tells who sends, nobody was asked about it. */
export function readConsents(typed: Typed, kind: CaseKind, keepDays: number): ConsentGiven[] {
  const asked: ConsentPurpose[] = kind.publishable ? ['publish'] : []
  if (Object.keys(readSender(typed)).length > 0) asked.unshift('process')
  return asked.map((purpose) => ({
    purpose,
    given: isTicked(typed, purpose),
    textVersion: versionShown(purpose, keepDays),
  }))
}

/** What is wrong with who sends it and what they agree to. */
export function whyNotSender(typed: Typed, say: Say, identity: CaseKind['identity']): FormErrors {
  const errors: Record<string, string> = {}
  const sender = readSender(typed)
  const set = (field: keyof typeof senderFields, message: string): void => {
    errors[senderFields[field]] ??= message
  }
  for (const field of Object.keys(longest) as (keyof typeof longest)[])
    if ((sender[field]?.length ?? 0) > longest[field])
      set(
        field,
        fill(say(messages.labelled), {
          label: say(messages[field]),
          error: fill(say(messages.tooLong), { max: longest[field] }),
        }),
      )
  if (sender.email !== undefined && !isMailAddress(sender.email)) set('email', say(messages.emailForm))
  if (sender.phone !== undefined && !isPhone(sender.phone)) set('phone', say(messages.phoneForm))
  const required = identity === 'required'
  if (required && sender.name === undefined) set('name', say(messages.nameMissing))
  if (required && !sender.email && !sender.phone && !sender.address) set('email', say(messages.contactMissing))
  if (Object.keys(sender).length > 0 && !isTicked(typed, 'process'))
    errors[consentFields.process] = say(required ? messages.consentMissingRequired : messages.consentMissing)
  return errors
}

const isPhone = (text: string): boolean =>
  /^\+?[\d\s().-]+$/.test(text) && /^\d{8,15}$/.test(text.replaceAll(/\D/g, ''))

/** How long a text may be, and how its field is called in what is said about it. */
export interface TextRule {
  from: number
  to: number
  label?: Message
}

/** A field of several lines: its exact text, and what is wrong with its length. */
export function readText(typed: Typed, name: string, rule: TextRule, say: Say): { text: string; error?: string } {
  const text = cleanText(typed[name] ?? '')
  const { from, to, label } = rule
  const refused = (error: string): { text: string; error: string } => ({
    text,
    error: label
      ? fill(say(messages.labelled), { label: say(label), error })
      : error[0]!.toUpperCase() + error.slice(1),
  })
  if (text === '' && from > 0) return refused(say(messages.missing))
  if (text.length < from) return refused(fill(say(messages.tooShort), { from }))
  if (text.length > to) return refused(fill(say(messages.tooLong), { max: to.toLocaleString('vi-VN') }))
  return { text }
}

/** The same for a field of one line. */
export const readLine = (typed: Typed, name: string, rule: TextRule, say: Say): { text: string; error?: string } =>
  readText({ [name]: cleanLine(typed[name] ?? '') }, name, rule, say)

/** Of errors by name of the field those that are there. */
export const errorsOf = (found: Record<string, string | undefined>): FormErrors =>
  Object.fromEntries(Object.entries(found).filter((pair): pair is [string, string] => pair[1] !== undefined))
