import { holdsOnNetwork, holdsSomewhere, sitesOf, type Actor, type Role } from './actor.ts'

/** Which roles may be given and ended by whom: a site's administrator on that site only, the network's everywhere. */
export const reach = {
  site_admin: [
    'contributor',
    'editor',
    'desk_secretary',
    'chief_editor',
    'site_admin',
    'auditor',
    'case_coordinator',
    'case_officer',
    'case_leader',
    'hotline_operator',
  ],
  network_admin: [
    'contributor',
    'editor',
    'desk_secretary',
    'chief_editor',
    'site_admin',
    'network_admin',
    'auditor',
    'case_coordinator',
    'case_officer',
    'case_leader',
    'hotline_operator',
  ],
} as const satisfies Partial<Record<Role, readonly Role[]>>

/** A membership someone has, had, or is to be given. */
export interface MembershipFacts {
  personId: string
  siteId: number | null
  role: Role
}

/** Whether the person may give or end this membership. Nobody changes their own. */
export function mayChangeMembership(actor: Actor, membership: MembershipFacts): boolean {
  if (membership.personId === actor.id) return false
  if (holdsOnNetwork(actor, 'network_admin')) return true
  const site = membership.siteId
  const within: readonly Role[] = reach.site_admin
  return (
    site !== null &&
    within.includes(membership.role) &&
    actor.memberships.some((m) => m.role === 'site_admin' && m.siteId === site)
  )
}

/** Whether the person sees someone at all: `sites` are those of every membership they have or had. */
export function maySeePerson(actor: Actor, someone: { sites: readonly (number | null)[] }): boolean {
  const mine = sitesOf(actor, 'site_admin', 'network_admin', 'auditor')
  return mine === 'all' || someone.sites.some((site) => site !== null && mine.includes(site))
}

/**
 * Whether the person may disable, unlock, invite again or take the second factor from someone: acts on the whole person.
 * A site's administrator only where the person works nowhere else. `current`: memberships that hold or will.
 */
export function mayManagePerson(
  actor: Actor,
  someone: { id: string; sites: readonly (number | null)[]; current: readonly { siteId: number | null; role: Role }[] },
): boolean {
  if (someone.id === actor.id) return false
  if (holdsOnNetwork(actor, 'network_admin')) return true
  const mine = sitesOf(actor, 'site_admin')
  if (mine === 'all') return true
  const administered = (site: number | null): boolean => site !== null && mine.includes(site)
  return someone.sites.some(administered) && someone.current.every((m) => administered(m.siteId))
}

/** Whether the person may bring in people at all. */
export const mayAddPeople = (actor: Actor): boolean => holdsSomewhere(actor, 'site_admin', 'network_admin')
