import { holds, type Actor } from '../people/actor.ts'

/** Who may bring what was published elsewhere onto a portal: who approves there, for the act counts as the approval. */
export const mayImport = (actor: Actor, siteId: number): boolean => holds(actor, siteId, 'chief_editor')
