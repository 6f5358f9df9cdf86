import type { RuleId } from '../calendar/rules.ts'
import type { Message } from '../web/message.ts'

export const caseKindNames = [
  'question',
  'feedback',
  'information_request',
  'data_request',
  'call',
  'sealed_letter',
] as const
export type CaseKindName = (typeof caseKindNames)[number]
export const isCaseKind = (text: string | undefined): text is CaseKindName =>
  caseKindNames.some((name) => name === text)

/** What a clock of a case measures. */
export type ClockPurpose = 'acknowledge' | 'answer' | 'transfer' | 'publish'

/** A kind of case: plain data. case-kinds.ts hands the list to the engine, which knows no feature. */
export interface CaseKind {
  name: CaseKindName
  label: Message
  /** Where its public form stands; empty: people cannot send one themselves. */
  formPath: string
  /** Rules of the clocks that begin when it arrives. */
  clocks: Partial<Record<ClockPurpose, RuleId>>
  /** Whether its answer may be published. */
  publishable: boolean
  /** Its words are sealed, and only handlers named one by one see it. */
  sealed: boolean
  identity: 'optional' | 'required'
  /** Days after closing for which who sent it, and words that were not published, are kept: our own default. */
  keepDays: number
}
export type CaseKinds = ReadonlyMap<CaseKindName, CaseKind>
