import { holds, newsroom, type Actor } from '../people/actor.ts'

/** Who may put files into a portal's library: everyone who writes there, and who deals with cases: pictures of what they publish. */
export const mayUpload = (actor: Actor, siteId: number): boolean =>
  holds(actor, siteId, ...newsroom, 'case_coordinator', 'case_officer', 'case_leader')

/** Who may change the words of a file, or remove it: who brought it, and from editor upwards anyone of the portal. */
export const mayChangeMedia = (actor: Actor, media: { siteId: number; createdBy: string }): boolean =>
  holds(actor, media.siteId, 'editor', 'desk_secretary', 'chief_editor') ||
  (media.createdBy === actor.id && mayUpload(actor, media.siteId))
