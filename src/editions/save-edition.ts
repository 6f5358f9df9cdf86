import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import type { Content, Kinds } from './content.ts'
import { isEditable } from './edition.ts'
import { keepText } from './keep-text.ts'
import { refuseOtherLanguage } from './linked-language.ts'
import { loadEdition } from './load-edition.ts'
import { mayWrite } from './policy.ts'
import type { EditionView } from './queries.ts'
import { reason, refuse, refuseFor } from './reason.ts'
import { stateMessages } from './why-not-messages.ts'

export interface SaveAct {
  editionId: number
  /** The revision the typed text began from. */
  baseRevision: number
  content: unknown
  kind: 'save' | 'autosave'
}

/** Saved, or in conflict: someone saved meanwhile. Then nothing was overwritten, and both texts are kept. */
export type SaveOutcome =
  | { outcome: 'saved'; revision: number; dropped: string[] }
  | { outcome: 'conflict'; saveId: number; theirs: { content: Content; revision: number; name: string; at: Date } }

/**
 * Saves what was typed. A text equal to what stands changes nothing and leaves no event. An autosave is no act and leaves no
 * event either; an explicit save leaves one. Refused once the text is approved.
 */
export async function saveEdition(tx: Transaction, by: Actor, act: SaveAct, kinds: Kinds): Promise<SaveOutcome> {
  const edition = await loadEdition(tx, by, { editionId: act.editionId })
  if (!mayWrite(by, edition)) throw new Forbidden()
  if (!isEditable(edition.state))
    refuseFor('save', [reason('wrong-state', 'state', { state: stateMessages[edition.state] })])
  const kind = kinds.get(edition.kind) ?? refuse('save', 'kind-unknown')
  const { content, dropped } = kind.read(act.content)
  if (isSame(content, edition.content)) return { outcome: 'saved', revision: edition.revision, dropped }
  if (act.baseRevision !== edition.revision)
    return keepBoth(tx, by, edition, { content, baseRevision: revisionOf(act.baseRevision) })
  const revision = await writeText(tx, by, edition, { content, kind: act.kind })
  if (act.kind === 'save') await recordSave(tx, by, edition, { content, revision })
  return { outcome: 'saved', revision, dropped }
}

/** A revision there can have been; 0 for what is none, so that even then the text is kept. */
const revisionOf = (number: number): number =>
  Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? number : 0

/** Writes a text upon an edition that may be written, keeps it, and tells its revision. */
export async function writeText(
  tx: Transaction,
  by: Actor,
  edition: EditionView,
  text: { content: Content; kind: 'save' | 'autosave' | 'restore' },
): Promise<number> {
  await refuseOtherLanguage(tx, edition.entryId, text.content)
  const { revision } = await tx
    .updateTable('edition')
    .set({
      content: JSON.stringify(text.content),
      revision: sql`revision + 1`,
      updatedBy: by.id,
      updatedAt: sql`now()`,
    })
    .where('id', '=', edition.id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  await keepText(tx, by, { editionId: edition.id, revision, kind: text.kind, content: text.content })
  return revision
}

/** Equal as JSON: a field that is undefined and one that is absent are the same. */
export const isSame = (a: Content, b: Content): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)))

async function keepBoth(
  tx: Transaction,
  by: Actor,
  edition: EditionView,
  mine: { content: Content; baseRevision: number },
): Promise<SaveOutcome> {
  const saveId = await keepText(tx, by, {
    editionId: edition.id,
    revision: mine.baseRevision,
    kind: 'conflict',
    content: mine.content,
  })
  const theirs = {
    content: edition.content,
    revision: edition.revision,
    name: edition.updatedByName,
    at: edition.updatedAt,
  }
  return { outcome: 'conflict', saveId, theirs }
}

function recordSave(
  tx: Transaction,
  by: Actor,
  edition: EditionView,
  now: { content: Content; revision: number },
): Promise<void> {
  const fields = Object.keys(now.content) as (keyof Content)[]
  const changed = fields.filter((field) => !isDeepStrictEqual(now.content[field], edition.content[field]))
  return recordEvent(tx, {
    action: 'edition.saved',
    by,
    subject: { kind: 'edition', id: edition.id },
    siteId: edition.siteId,
    summary: `Lưu bản thảo: “${now.content.title}”`,
    before: { revision: edition.revision },
    after: { revision: now.revision, changed },
  })
}
