import { holds, type Actor, type Role } from '../people/actor.ts'
import type { EditionFacts, State, Transition } from './edition.ts'

/** A job or the command line, where no person acts. */
export interface System {
  system: string
}
export type By = Actor | System
export const isSystem = (by: By): by is System => 'system' in by

/** What reading and writing depend on. */
export interface Owned {
  siteId: number
  authorId: string
  state: State
}

const desk = ['editor', 'desk_secretary', 'chief_editor'] as const satisfies readonly Role[]
const publishers = ['desk_secretary', 'chief_editor'] as const satisfies readonly Role[]

/**
 * Who may take a step, printable: roles on the edition's site, and whether its author or its submitter may take it too.
 * `second`: someone other than author, submitter, everyone whose words it took over, and who changed it since it was handed on.
 */
export interface StepPolicy {
  roles: readonly Role[]
  author?: 'may'
  submitter?: 'may'
  second?: 'not-the-author' | 'second-person'
  system?: 'may'
}
export const stepPolicy = {
  submit: { roles: desk, author: 'may' },
  recall: { roles: [], author: 'may', submitter: 'may' },
  review: { roles: desk, second: 'not-the-author' },
  return: { roles: desk },
  approve: { roles: ['chief_editor'], second: 'second-person' },
  approveSubmitted: { roles: ['chief_editor'], second: 'second-person' },
  schedule: { roles: publishers },
  unschedule: { roles: publishers },
  publish: { roles: publishers, system: 'may' },
  publishInEmergency: { roles: publishers },
  supersede: { roles: [] },
  withdraw: { roles: ['chief_editor'] },
  expire: { roles: [], system: 'may' },
  discard: { roles: desk, author: 'may' },
} as const satisfies Record<Transition, StepPolicy>

/** Contributors read their own and what is live on their site; the desk reads all of its site, auditors everything. */
export function mayRead(actor: Actor, e: Owned): boolean {
  if (holds(actor, e.siteId, ...desk, 'auditor')) return true
  return holds(actor, e.siteId, 'contributor') && (e.authorId === actor.id || e.state === 'published')
}

/** Contributors write their own, the desk every text of its site. Administrators and auditors write none. */
export function mayWrite(actor: Actor, e: Pick<Owned, 'siteId' | 'authorId'>): boolean {
  if (holds(actor, e.siteId, ...desk)) return true
  return holds(actor, e.siteId, 'contributor') && e.authorId === actor.id
}

/** Whether role and part in the text allow the step; says nothing of the state the edition is in. */
export const mayTake = (by: By, transition: Transition, e: TakenStep): boolean =>
  mayTakeByRole(by, transition, e) && whyNotSecond(by, transition, e) === undefined

type TakenStep = Pick<EditionFacts, 'siteId' | 'authorId' | 'submittedBy' | 'textAuthors' | 'unseenWriters'>

/** The same without the second-person rule: screens show such a step greyed, with its reason. */
export function mayTakeByRole(by: By, transition: Transition, e: TakenStep): boolean {
  const policy: StepPolicy = stepPolicy[transition]
  if (isSystem(by)) return policy.system === 'may'
  if (holds(by, e.siteId, ...policy.roles)) return true
  if (!holds(by, e.siteId, 'contributor', ...desk)) return false
  return (policy.author === 'may' && e.authorId === by.id) || (policy.submitter === 'may' && e.submittedBy === by.id)
}

/** Which part in the text forbids this person the step, if any. */
export function whyNotSecond(
  by: By,
  transition: Transition,
  e: TakenStep,
): 'author' | 'submitter' | 'text-author' | 'writer' | undefined {
  const { second }: StepPolicy = stepPolicy[transition]
  if (second === undefined || isSystem(by)) return undefined
  if (e.authorId === by.id) return 'author'
  if (second === 'not-the-author') return undefined
  if (e.submittedBy === by.id) return 'submitter'
  if (e.textAuthors.includes(by.id)) return 'text-author'
  return e.unseenWriters.includes(by.id) ? 'writer' : undefined
}

type Emergency = Pick<EditionFacts, 'siteId' | 'authorId' | 'publishedBy' | 'textAuthors' | 'unseenWriters'>

/** Whether the person may be the second one for an emergency publication: a head who neither wrote nor published it. */
export const mayConfirm = (actor: Actor, e: Emergency): boolean =>
  holds(actor, e.siteId, 'chief_editor') &&
  e.authorId !== actor.id &&
  e.publishedBy !== actor.id &&
  !e.textAuthors.includes(actor.id) &&
  !e.unseenWriters.includes(actor.id)

/** Whether the person writes for this site at all: begins entries, offers none. */
export const mayCreate = (actor: Actor, siteId: number): boolean => holds(actor, siteId, 'contributor', ...desk)

/** The desk of a site: offers its entries, and decides on those offered to it. */
export const mayPlace = (actor: Actor, siteId: number): boolean => holds(actor, siteId, ...desk)

/** Who chooses what stands at the top of a site. */
export const mayFeature = (actor: Actor, siteId: number): boolean => holds(actor, siteId, ...publishers)
