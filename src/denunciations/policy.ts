import { holds, type Actor, type Role } from '../people/actor.ts'

/** Who names the persons that handle sealed letters of a portal. Naming shows nothing of any letter. */
export const sealedNamers = ['case_leader', 'site_admin'] as const satisfies readonly Role[]
/** Roles from which handlers are named. */
export const sealedHandlerRoles = ['case_coordinator', 'case_officer', 'case_leader'] as const satisfies readonly Role[]
/** Who may seal a case they see, because it is a denunciation. */
export const sealers = ['case_coordinator', 'case_officer', 'case_leader'] as const satisfies readonly Role[]
/** Who may be a handler, or read who looked: the screen shows letters only to those named. */
export const sealedReaders = [...sealedHandlerRoles, 'auditor'] as const satisfies readonly Role[]

/** Whether the person may name this handler. Nobody names themselves. */
export const mayName = (actor: Actor, siteId: number, personId: string): boolean =>
  holds(actor, siteId, ...sealedNamers) && actor.id !== personId
