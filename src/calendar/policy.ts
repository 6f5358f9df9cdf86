import { holds, holdsOnNetwork, type Actor } from '../people/actor.ts'

/** Who acts: a person, or the demo and the command line, which name themselves. */
export type Doer = Actor | { system: string }

/** Who may change the calendar of the network. Everybody signed in reads it. */
export const mayKeepCalendar = (by: Doer): boolean => 'system' in by || holdsOnNetwork(by, 'network_admin')

/** Who may set and end overrides: of the whole network (`siteId` null), or of one portal. */
export const mayOverride = (by: Doer, siteId: number | null): boolean =>
  'system' in by ||
  (siteId === null ? holdsOnNetwork(by, 'network_admin') : holds(by, siteId, 'site_admin', 'network_admin'))
