/** What a person may be on a site, or (the last two) on the whole network. */
export const roles = [
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
] as const
export type Role = (typeof roles)[number]

/** Roles that work on texts of a site. */
export const newsroom = ['contributor', 'editor', 'desk_secretary', 'chief_editor'] as const satisfies readonly Role[]
/** Roles that deal with what citizens send: who takes in and hands out, who answers, who approves answers, who takes calls. */
export const caseRoles = [
  'case_coordinator',
  'case_officer',
  'case_leader',
  'hotline_operator',
] as const satisfies readonly Role[]
/** Roles that must sign in with a second factor. */
export const secondFactorRoles = [
  'chief_editor',
  'site_admin',
  'network_admin',
  'case_leader',
] as const satisfies readonly Role[]

/** A signed-in person with what they may be today. Holds no membership that has ended or not begun. */
export interface Actor {
  id: string
  name: string
  email: string
  memberships: readonly { siteId: number | null; role: Role }[]
}

/** Whether the person holds one of these roles on the site; a membership without a site holds everywhere. */
export const holds = (actor: Actor, siteId: number, ...wanted: readonly Role[]): boolean =>
  actor.memberships.some((m) => (m.siteId === siteId || m.siteId === null) && wanted.includes(m.role))

/** Whether the person holds one of these roles for the whole network. */
export const holdsOnNetwork = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  actor.memberships.some((m) => m.siteId === null && wanted.includes(m.role))

/** Whether the person holds one of these roles anywhere. */
export const holdsSomewhere = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  actor.memberships.some((m) => wanted.includes(m.role))

/** The sites on which the person holds one of these roles; 'all' for a membership of the whole network. */
export function sitesOf(actor: Actor, ...wanted: readonly Role[]): readonly number[] | 'all' {
  const fitting = actor.memberships.filter((m) => wanted.includes(m.role))
  if (fitting.some((m) => m.siteId === null)) return 'all'
  return [...new Set(fitting.map((m) => m.siteId as number))]
}
