import { holds, type Actor, type Role } from '../people/actor.ts'

/** Who keeps the reception calendar of a portal. */
export const receptionKeepers = [
  'case_coordinator',
  'case_leader',
  'desk_secretary',
  'chief_editor',
  'site_admin',
  'network_admin',
] as const satisfies readonly Role[]
export const receptionReaders = [...receptionKeepers, 'case_officer', 'auditor'] as const satisfies readonly Role[]

export const mayKeepReception = (actor: Actor, siteId: number): boolean => holds(actor, siteId, ...receptionKeepers)
