import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Content } from './content.ts'

/** A text to keep: what stands at this revision, or (conflict) what was typed upon it and could not be saved. */
export interface Kept {
  editionId: number
  revision: number
  kind: 'autosave' | 'save' | 'step' | 'restore' | 'import' | 'conflict'
  content: Content
}

/**
 * Keeps a text for good and tells its number. Autosaves are thinned as they come: one per person and five minutes, the last.
 * A person's repeated tries upon one stale revision are one conflict, the last.
 */
export async function keepText(tx: Transaction, by: Actor, text: Kept): Promise<number> {
  if (text.kind === 'autosave' || text.kind === 'conflict') await forgetOvertaken(tx, by, text)
  const { id } = await tx
    .insertInto('editionSave')
    .values({
      editionId: text.editionId,
      revision: text.revision,
      kind: text.kind,
      content: JSON.stringify(text.content),
      personId: by.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function forgetOvertaken(tx: Transaction, by: Actor, text: Kept): Promise<void> {
  await tx
    .deleteFrom('editionSave')
    .where('editionId', '=', text.editionId)
    .where('personId', '=', by.id)
    .where('kind', '=', text.kind)
    .where(
      text.kind === 'conflict'
        ? sql<boolean>`revision = ${text.revision}`
        : sql<boolean>`floor(extract(epoch from saved_at) / 300) = floor(extract(epoch from now()) / 300)`,
    )
    .execute()
}
