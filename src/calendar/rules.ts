import type { Message } from '../web/message.ts'
import type { Duration } from './deadline.ts'
import { vn2011 } from './packs/vn-2011.ts'
import { vn2022 } from './packs/vn-2022.ts'
import { vn2026 } from './packs/vn-2026.ts'
import type { Mark } from './working-days.ts'

/** Everything a clock may run for. */
export const ruleIds = [
  'question.answer',
  'question.out-of-scope',
  'feedback.answer',
  'feedback.transfer',
  'feedback.legal-document.transfer',
  'feedback.legal-document.answer',
  'petition.inform',
  'reopen.answer',
  'error-report',
  'information.simple',
  'information.complex.notice',
  'information.complex',
  'information.extension',
  'information.post.simple',
  'information.wrong',
  'information.wrong.check',
  'complaint.accept',
  'complaint.first',
  'complaint.first.complex',
  'complaint.second',
  'complaint.second.complex',
  'complaint.second.publish',
  'complaint.shown',
  'denunciation.classify',
  'denunciation.transfer',
  'denunciation.publish',
  'reception.publish',
  'outage.notice',
  'data.acknowledge',
  'data.withdraw',
  'data.access',
  'data.delete',
  'data.extension',
  'breach.notify',
] as const
export type RuleId = (typeof ruleIds)[number]
export const isRuleId = (text: string | undefined): text is RuleId => ruleIds.some((id) => id === text)

/**
 * What a figure is: `law`, in force on the day; `preset`, of a text no longer in force, kept as a default; `own`, set by this
 * software where no text names a figure.
 */
export type RuleStatus = 'law' | 'preset' | 'own'

/** Where a figure stands in the law. */
export interface Basis {
  /** The law or decree with its number, in Vietnamese. */
  instrument: string
  article?: string
  clause?: string
  point?: string
  note?: Message
}

/** How long something may take, and what says so. */
export interface Rule {
  id: RuleId
  label: Message
  duration: Duration
  basis: Basis
  status: RuleStatus
  verified: Mark
  /** Both as 2026-07-01; the last day included. */
  effectiveFrom: string
  effectiveTo: string | null
}

/** The rules of one regime of portals, by the day it began. */
export interface RulePack {
  id: 'vn-2011' | 'vn-2022' | 'vn-2026'
  name: Message
  /** The decree the pack is named for. */
  instrument: string
  verified: Mark
  effectiveFrom: string
  effectiveTo: string | null
  rules: readonly Rule[]
}

/** Oldest first. */
export const packs: readonly RulePack[] = [vn2011, vn2022, vn2026]

/** The pack in force on a day; before the first, the first. */
export const packOn = (day: string): RulePack => packs.findLast((pack) => pack.effectiveFrom <= day) ?? vn2011

/**
 * The rule for something on a day, and the pack it is from. Where the pack of the day has none in force, the latest older one is
 * carried on as a preset; before there was any, the first there ever was.
 */
export function ruleOn(id: RuleId, day: string): { pack: RulePack; rule: Rule } {
  const current = packOn(day)
  const known = packs.flatMap((pack) => pack.rules.filter((rule) => rule.id === id).map((rule) => ({ pack, rule })))
  const inForce = known.find(({ pack, rule }) => pack === current && covers(rule, day))
  if (inForce) return inForce
  const older = known.filter(
    ({ pack, rule }) => pack.effectiveFrom <= current.effectiveFrom && rule.effectiveFrom <= day,
  )
  const carried = older.at(-1) ?? known[0]
  if (!carried) throw new Error(`no pack has a rule ${id}`)
  return { pack: carried.pack, rule: { ...carried.rule, status: carried.rule.status === 'own' ? 'own' : 'preset' } }
}

/** Every rule as it stands on a day, in the order of `ruleIds`. */
export const rulesOn = (day: string): { pack: RulePack; rule: Rule }[] => ruleIds.map((id) => ruleOn(id, day))

/** What a rule is about, in Vietnamese; a rule no pack has any more keeps its code. */
export const labelOf = (id: string): string =>
  packs.flatMap(({ rules }) => rules).findLast((rule) => rule.id === id)?.label.vi ?? id

const covers = (rule: Rule, day: string): boolean =>
  rule.effectiveFrom <= day && (rule.effectiveTo === null || day <= rule.effectiveTo)
