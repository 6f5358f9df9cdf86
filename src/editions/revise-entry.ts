import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import type { Kinds } from './content.ts'
import { insertEdition } from './create-entry.ts'
import { open } from './edition.ts'
import { keepText } from './keep-text.ts'
import { lockEntry } from './load-edition.ts'
import { mayRead, mayWrite } from './policy.ts'
import { editionById, type EditionView } from './queries.ts'
import { refuse } from './reason.ts'

/** Begins a new version of what is or was live, with its text and no note to readers. */
export const reviseEntry = (
  tx: Transaction,
  by: Actor,
  act: { entryId: number },
  kinds: Kinds,
): Promise<{ editionId: number }> => continueEntry(tx, by, act, kinds)

/**
 * The next version of an entry with the text of the one last before the public. A note makes it a correction, which needs
 * something live to correct. Its chain begins anew: it is approved as any other.
 */
export async function continueEntry(
  tx: Transaction,
  by: Actor,
  act: { entryId: number; correctionNote?: string },
  kinds: Kinds,
): Promise<{ editionId: number }> {
  const source = await lastPublicEdition(tx, by, act.entryId)
  if (!mayWrite(by, source)) throw new Forbidden()
  if (act.correctionNote !== undefined && source.state !== 'published') refuse('correct', 'not-live', 'state')
  await refuseSecondOpen(tx, act.entryId)
  const kind = kinds.get(source.kind) ?? refuse('revise', 'kind-unknown')
  const { content } = kind.read(source.content)
  const { entryId, siteId } = source
  const editionId = await insertEdition(tx, by, {
    entryId,
    siteId,
    kind: kind.name,
    content,
    correctionNote: act.correctionNote,
    textAuthors: unseenAuthors(source),
  })
  await keepText(tx, by, { editionId, revision: 1, kind: 'save', content })
  const correction = act.correctionNote !== undefined
  await recordEvent(tx, {
    action: correction ? 'entry.correction-begun' : 'entry.revision-begun',
    by,
    subject: { kind: 'entry', id: entryId },
    siteId,
    summary: `${correction ? 'Mở bản đính chính' : 'Mở bản mới'}: “${source.title}”`,
    after: { editionId, from: source.id, note: act.correctionNote },
  })
  return { editionId }
}

/** Refuses while an entry has an edition that is neither live nor over. */
export async function refuseSecondOpen(tx: Transaction, entryId: number): Promise<void> {
  const found = await tx
    .selectFrom('edition')
    .select('id')
    .where('entryId', '=', entryId)
    .where('state', 'in', [...open])
    .executeTakeFirst()
  if (found) refuse('revise', 'open-edition-exists', 'state')
}

async function lastPublicEdition(tx: Transaction, by: Actor, entryId: number): Promise<EditionView> {
  const entry = await lockEntry(tx, entryId)
  const last = await tx
    .selectFrom('edition')
    .select('id')
    .where('entryId', '=', entryId)
    .where('publishedAt', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const edition = last && (await editionById(tx, last.id))
  if (edition && mayRead(by, edition)) return edition
  const newest = await tx
    .selectFrom('edition')
    .select(['authorId'])
    .where('entryId', '=', entryId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (edition || !newest || !mayRead(by, { siteId: entry.siteId, authorId: newest.authorId, state: 'draft' }))
    throw new NotFound()
  return refuse('revise', 'never-published', 'state')
}

/** Words no second person has seen stay their writers': an emergency publication that nobody confirmed yet. */
export const unseenAuthors = (source: EditionView): readonly string[] =>
  source.approvedBy === null && source.confirmedBy === null
    ? [source.authorId, ...source.textAuthors, ...source.unseenWriters]
    : []
