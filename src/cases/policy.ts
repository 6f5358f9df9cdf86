import { holds, type Actor, type Role } from '../people/actor.ts'
import { caseSteps, stepOf, type CaseState, type CaseStepName } from './case.ts'

/** What seeing and dealing with a case depends on. */
export interface CaseFacts {
  handlingSiteId: number
  siteId: number
  state: CaseState
  kind: string
  officerId: string | null
  divisionId: number | null
  /** Who may deal with it as its holder today: its officer, substitutes of an absent one, or its division while no officer is named. */
  holders: readonly string[]
  /** Sealed cases: the handlers named for it. */
  handlers: readonly string[]
  sealed: boolean
  /** Who wrote the answer at hand. */
  writerId: string | null
}

/** A job or the command line. */
export type CaseBy = Actor | { system: string }
export const isSystem = (by: CaseBy): by is { system: string } => 'system' in by

/** Roles that see every case of their portal that is not sealed. Officers see those of their divisions and their own. */
export const seesAll = ['case_coordinator', 'case_leader'] as const satisfies readonly Role[]
/** Roles with a queue of cases. */
export const caseDesk = ['case_coordinator', 'case_officer', 'case_leader'] as const satisfies readonly Role[]
/** Roles that read the board; auditors read numbers and cases without who sent them. */
export const boardReaders = [
  'case_coordinator',
  'case_leader',
  'site_admin',
  'network_admin',
  'auditor',
] as const satisfies readonly Role[]
/** Roles that set up divisions, templates, routing and settings of a portal. */
export const caseAdmins = [
  'site_admin',
  'network_admin',
  'case_coordinator',
  'case_leader',
] as const satisfies readonly Role[]

/** Whether the person sees a case at all. Who is not named sees nothing of a sealed one, whatever their role. */
export function maySee(actor: Actor, c: CaseFacts, memberOf: readonly number[] = []): boolean {
  if (c.sealed) return handlesSealed(actor, c)
  if (holds(actor, c.handlingSiteId, ...seesAll)) return true
  if (!holds(actor, c.handlingSiteId, 'case_officer')) return false
  return (
    c.holders.includes(actor.id) ||
    c.officerId === actor.id ||
    (c.divisionId !== null && memberOf.includes(c.divisionId))
  )
}

/** Whether the person was named for a sealed case, and still has a role for cases where it is dealt with. */
const handlesSealed = (actor: Actor, c: CaseFacts): boolean =>
  c.handlers.includes(actor.id) && holds(actor, c.handlingSiteId, ...caseDesk)

/** All that is done with a sealed case by steps: it has no queue, no division and no answer in the clear. */
const sealedSteps: readonly CaseStepName[] = ['settle']

/** Whether role and part in the case allow the step; says nothing of the state it is in. */
export function mayTakeByRole(by: CaseBy, name: CaseStepName, c: CaseFacts): boolean {
  const step = stepOf(name)
  if (isSystem(by)) return step.system === 'may'
  if (c.sealed) return sealedSteps.includes(name) && handlesSealed(by, c)
  if (step.roles.length > 0 && holds(by, c.handlingSiteId, ...step.roles)) return true
  return step.holder === 'may' && c.holders.includes(by.id) && holds(by, c.handlingSiteId, ...caseDesk)
}

/** Whether the step leads on from the state. */
export const leadsOn = (name: CaseStepName, state: CaseState): boolean =>
  (caseSteps[name].from as readonly CaseState[]).includes(state)

/** Whether the person wrote the answer they would approve or publish. */
export const isOwnAnswer = (by: CaseBy, name: CaseStepName, c: CaseFacts): boolean =>
  stepOf(name).second === 'not-the-writer' && !isSystem(by) && c.writerId === by.id

/** Whether the person may take the step now: for the buttons of a screen. */
export const mayTake = (by: CaseBy, name: CaseStepName, c: CaseFacts): boolean =>
  leadsOn(name, c.state) && mayTakeByRole(by, name, c) && !isOwnAnswer(by, name, c)

/** Who reads who sent a case: whoever deals with it, never an auditor. */
export const maySeeSender = (actor: Actor, c: CaseFacts, memberOf: readonly number[] = []): boolean =>
  maySee(actor, c, memberOf)

/** Whether a case is in the person's hands: as its holder, or as one who hands out the cases of the portal. For acts beside the steps. */
export const dealsWith = (actor: Actor, c: CaseFacts): boolean =>
  !c.sealed &&
  (holds(actor, c.handlingSiteId, ...seesAll) ||
    (c.holders.includes(actor.id) && holds(actor, c.handlingSiteId, ...caseDesk)))
