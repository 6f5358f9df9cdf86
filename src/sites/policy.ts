import { holds, holdsOnNetwork, type Actor, type Role } from '../people/actor.ts'

/** Who acts: a person, or the command line and the demo, which name themselves. */
export type Doer = Actor | { system: string }

/** Who may do what with portals, templates, topics and units. Auditors read all of it and change nothing. */
export const mayDo = {
  readSite: { roles: ['site_admin', 'network_admin', 'auditor'], on: 'site' },
  changeSite: { roles: ['site_admin', 'network_admin'], on: 'site' },
  changeSections: { roles: ['site_admin', 'network_admin'], on: 'site' },
  changeChain: { roles: ['site_admin', 'network_admin'], on: 'site' },
  createSite: { roles: ['network_admin'], on: 'network' },
  changeHosts: { roles: ['network_admin'], on: 'network' },
  moveSite: { roles: ['network_admin'], on: 'network' },
  closeSite: { roles: ['network_admin'], on: 'network' },
  changeTemplates: { roles: ['network_admin'], on: 'network' },
  changeTopics: { roles: ['network_admin'], on: 'network' },
  changeUnits: { roles: ['network_admin'], on: 'network' },
} as const satisfies Record<string, { roles: readonly Role[]; on: 'site' | 'network' }>

type OnSite = {
  [Act in keyof typeof mayDo]: (typeof mayDo)[Act]['on'] extends 'site' ? Act : never
}[keyof typeof mayDo]
type OnNetwork = Exclude<keyof typeof mayDo, OnSite>

/** Whether the actor may do this on the site. */
export const may = (by: Doer, act: OnSite, siteId: number): boolean =>
  'system' in by || holds(by, siteId, ...mayDo[act].roles)

/** Whether the actor may do this for the network. */
export const mayOnNetwork = (by: Doer, act: OnNetwork): boolean =>
  'system' in by || holdsOnNetwork(by, ...mayDo[act].roles)
