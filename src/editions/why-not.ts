import type { Content, Kinds, Reason } from './content.ts'
import { allows, ruleOf, transitions, type EditionFacts, type Transition } from './edition.ts'
import { mayTakeByRole, whyNotSecond, type By } from './policy.ts'
import { reason } from './reason.ts'
import { whyNotPublishContent, whyNotPublishFacts, whyNotSubmitContent, type PublishFacts } from './why-not-publish.ts'
import { stateMessages } from './why-not-messages.ts'

/** An edition as the rules look at it. With `publishFacts` what the text names is judged too. */
export type Judged = EditionFacts & { content: Content; publishFacts?: PublishFacts; now?: Date }

/** Steps from which on the text must be fit for the public. */
const publishing: readonly Transition[] = ['approve', 'approveSubmitted', 'schedule', 'publish', 'publishInEmergency']

/**
 * Every reason for which a step would be refused now, before anything is typed. Shown beside its button, and asked by its
 * command; empty means it may be taken. Pure.
 */
export function whyNot(step: Transition, edition: Judged, by: By, kinds: Kinds): Reason[] {
  return [...whyNotState(step, edition), ...whyNotPerson(step, edition, by), ...whyNotText(step, edition, kinds)]
}

/** What was typed into a step's form. */
export interface Typed {
  comment?: string
  reason?: string
  at?: Date
  expiresAt?: Date | null
}

/** Reasons in what was typed: the comment or reason that is missing, times that do not fit. Pure. */
export function whyNotTyped(step: Transition, edition: EditionFacts, typed: Typed, now: Date): Reason[] {
  const { needs } = ruleOf(step)
  const reasons: Reason[] = []
  if (needs === 'comment' && !typed.comment?.trim()) reasons.push(reason('comment-missing'))
  if (needs === 'reason' && !typed.reason?.trim()) reasons.push(reason('reason-missing'))
  if (needs === 'time') reasons.push(...whyNotAt(typed.at, now))
  const expiresAt = typed.expiresAt === undefined ? edition.expiresAt : typed.expiresAt
  if (needs === 'time' && typed.at && expiresAt && expiresAt <= typed.at)
    reasons.push(reason('expiry-before-publication'))
  return reasons
}

/** The steps whose buttons a person sees on an edition: those the state has and the role may take, each with its reasons. */
export const stepsFor = (edition: Judged, by: By, kinds: Kinds): { step: Transition; reasons: Reason[] }[] =>
  (Object.keys(transitions) as Transition[])
    .filter((step) => allows(step, edition.state, edition.chain) && mayTakeByRole(by, step, edition))
    .map((step) => ({ step, reasons: whyNot(step, edition, by, kinds) }))

const farthest = 366 * 86_400_000

function whyNotAt(at: Date | undefined, now: Date): Reason[] {
  if (!at || Number.isNaN(at.getTime())) return [reason('time-missing')]
  if (at <= now) return [reason('schedule-past')]
  return at.getTime() - now.getTime() > farthest ? [reason('schedule-too-far')] : []
}

function whyNotState(step: Transition, edition: Judged): Reason[] {
  const rule = ruleOf(step)
  if (rule.chain !== undefined && rule.chain !== edition.chain) return [reason('not-in-chain', 'state')]
  if (!rule.from.includes(edition.state))
    return [reason('wrong-state', 'state', { state: stateMessages[edition.state] })]
  return []
}

const ownReasons = {
  author: 'own-article',
  submitter: 'own-submission',
  'text-author': 'own-words',
  writer: 'own-changes',
} as const

function whyNotPerson(step: Transition, edition: Judged, by: By): Reason[] {
  if (!mayTakeByRole(by, step, edition)) return [reason('not-your-role', 'person')]
  const own = whyNotSecond(by, step, edition)
  return own ? [reason(ownReasons[own], 'person')] : []
}

function whyNotText(step: Transition, edition: Judged, kinds: Kinds): Reason[] {
  if (step === 'submit' || step === 'review') return whyNotSubmitContent(edition.content)
  if (!publishing.includes(step)) return []
  const kind = kinds.get(edition.kind)
  if (!kind) return [reason('kind-unknown')]
  const reasons = [...whyNotPublishContent(edition.content), ...kind.whyNotPublish(edition.content)]
  if (edition.publishFacts) reasons.push(...whyNotPublishFacts(edition.content, edition.publishFacts))
  if (edition.expiresAt && edition.expiresAt <= (edition.now ?? new Date())) reasons.push(reason('expiry-past'))
  return unrepeated(reasons.filter(({ code }) => !kind.optional?.some((one) => one === code)))
}

/** A kind may say the same as the rules for all kinds: the first sentence stands. */
function unrepeated(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>()
  return reasons.filter(({ code, field }) => {
    const key = `${code} ${field ?? ''}`
    return seen.has(key) ? false : seen.add(key)
  })
}
