import { holds, type Actor, type Role } from '../people/actor.ts'

/** Who writes calls down. */
export const operators = ['hotline_operator', 'case_coordinator'] as const satisfies readonly Role[]
/** Who reads the calls of a portal and their counts. Auditors see the counts and no words. */
export const callReaders = ['hotline_operator', 'case_coordinator', 'case_leader'] as const satisfies readonly Role[]
export const countReaders = [
  ...callReaders,
  'site_admin',
  'network_admin',
  'auditor',
] as const satisfies readonly Role[]

export const mayLogCalls = (actor: Actor, siteId: number): boolean => holds(actor, siteId, ...operators)
export const mayReadCalls = (actor: Actor, siteId: number): boolean => holds(actor, siteId, ...callReaders)
