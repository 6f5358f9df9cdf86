import { holds, type Actor, type Role } from '../people/actor.ts'

/** Who writes results for publication, and who checks and publishes what another wrote. */
export const resultWriters = ['case_officer', 'case_coordinator', 'case_leader'] as const satisfies readonly Role[]
export const resultCheckers = ['case_leader', 'chief_editor'] as const satisfies readonly Role[]
export const resultReaders = [
  ...resultWriters,
  'chief_editor',
  'site_admin',
  'network_admin',
  'auditor',
] as const satisfies readonly Role[]

export const mayWriteResults = (actor: Actor, siteId: number): boolean => holds(actor, siteId, ...resultWriters)

/** Whether the person may check a result: never their own. */
export const mayCheckResult = (actor: Actor, result: { siteId: number; authorId: string | null }): boolean =>
  holds(actor, result.siteId, ...resultCheckers) && actor.id !== result.authorId
