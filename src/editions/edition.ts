/** The lifecycle of everything the office publishes, as tables that can be printed (docs/lifecycle.md is generated from them). */

export const states = [
  'draft',
  'submitted',
  'reviewed',
  'returned',
  'approved',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
  'expired',
  'discarded',
] as const
export type State = (typeof states)[number]

/** States in which a text can still be written. */
export const editable = ['draft', 'submitted', 'reviewed', 'returned'] as const satisfies readonly State[]
/** States of an edition that is neither live nor over; an entry has at most one. */
export const open = [
  'draft',
  'submitted',
  'reviewed',
  'returned',
  'approved',
  'scheduled',
] as const satisfies readonly State[]

export type Chain = 'full' | 'short'

/** One line of the table. */
export interface Rule {
  from: readonly State[]
  to: State
  /** Only in this chain; both when absent. */
  chain?: Chain
  /** What must come with it. */
  needs?: 'comment' | 'reason' | 'time'
}

/**
 * Every step an edition can take. Who may take it stands in policy.ts, why it may be refused in why-not.ts.
 * In the full chain an editor reviews before the head approves; the short chain leaves the review out,
 * but never the second person.
 */
export const transitions = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  recall: { from: ['submitted', 'reviewed'], to: 'draft' },
  review: { from: ['submitted'], to: 'reviewed', chain: 'full' },
  return: { from: ['submitted', 'reviewed', 'approved', 'scheduled'], to: 'returned', needs: 'comment' },
  approve: { from: ['reviewed'], to: 'approved', chain: 'full' },
  approveSubmitted: { from: ['submitted'], to: 'approved', chain: 'short' },
  schedule: { from: ['approved', 'scheduled'], to: 'scheduled', needs: 'time' },
  unschedule: { from: ['scheduled'], to: 'approved' },
  publish: { from: ['approved', 'scheduled'], to: 'published' },
  publishInEmergency: { from: ['draft', 'submitted', 'reviewed', 'returned'], to: 'published', needs: 'reason' },
  supersede: { from: ['published'], to: 'superseded' },
  withdraw: { from: ['published'], to: 'withdrawn', needs: 'reason' },
  expire: { from: ['published'], to: 'expired' },
  discard: { from: ['draft', 'returned'], to: 'discarded' },
} as const satisfies Record<string, Rule>

export type Transition = keyof typeof transitions

/** Whether the table has this step for an edition in this state and chain. */
export function allows(transition: Transition, state: State, chain: Chain): boolean {
  const rule: Rule = transitions[transition]
  return rule.from.includes(state) && (rule.chain === undefined || rule.chain === chain)
}

/** The facts of an edition that rules look at. */
export interface EditionFacts {
  id: number
  entryId: number
  siteId: number
  kind: string
  version: number
  state: State
  chain: Chain
  revision: number
  authorId: string
  submittedBy: string | null
  publishedBy: string | null
  emergencyReason: string | null
  confirmedBy: string | null
  correctionNote: string | null
  approvedBy: string | null
  /** Everyone whose words this edition took over by restoring or continuing a text; never its approver. */
  textAuthors: readonly string[]
  /** Who changed the text since someone else handed it on (migrations/0030): their words no second person has seen. */
  unseenWriters: readonly string[]
  scheduledFor: Date | null
  expiresAt: Date | null
}

/** The step that approves in this chain. */
export const approvalIn = (chain: Chain): Transition => (chain === 'full' ? 'approve' : 'approveSubmitted')

/** The line of the table for a step, with every field a rule may have. */
export const ruleOf = (transition: Transition): Rule => transitions[transition]

export const isEditable = (state: State): boolean => (editable as readonly State[]).includes(state)
export const isOpen = (state: State): boolean => (open as readonly State[]).includes(state)
