import { holds, type Actor } from '../people/actor.ts'

/** Who acts: a person, or the demo and the command line, which name themselves. */
export type Doer = Actor | { system: string }

/** Who may arrange the front page of a portal. Auditors read the arrangement. */
export const mayArrange = (by: Doer, siteId: number): boolean =>
  'system' in by || holds(by, siteId, 'site_admin', 'network_admin')
