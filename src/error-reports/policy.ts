import { holds, sitesOf, type Actor, type Role } from '../people/actor.ts'

/** Who may do what with reports of errors: the desk of the portal deals with them, its administrators set the hours, auditors read. */
export const reportReaders = [
  'editor',
  'desk_secretary',
  'chief_editor',
  'site_admin',
  'network_admin',
  'auditor',
] as const satisfies readonly Role[]
export const reportDesk = ['editor', 'desk_secretary', 'chief_editor'] as const satisfies readonly Role[]
export const ruleSetters = ['site_admin', 'network_admin'] as const satisfies readonly Role[]

/** May take reports, answer and close them, and see who sent one. */
export const mayHandleReports = (actor: Actor, siteId: number): boolean => holds(actor, siteId, ...reportDesk)
export const maySetReportRule = (actor: Actor, siteId: number): boolean => holds(actor, siteId, ...ruleSetters)

/** The portals whose reports a person reads. */
export const sitesOfReports = (actor: Actor): readonly number[] | 'all' => sitesOf(actor, ...reportReaders)
