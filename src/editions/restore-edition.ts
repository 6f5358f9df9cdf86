import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import type { Content, Kinds } from './content.ts'
import { insertEdition } from './create-entry.ts'
import { isEditable, open } from './edition.ts'
import { keepText } from './keep-text.ts'
import { lockEntry } from './load-edition.ts'
import { mayRead, mayWrite } from './policy.ts'
import { editionById, saveById, type EditionView } from './queries.ts'
import { refuse } from './reason.ts'
import { writeText } from './save-edition.ts'

export interface RestoreAct {
  entryId: number
  /** The version whose text comes back, … */
  editionId?: number
  /** … or one text that was kept: a save, an autosave, the losing side of a conflict. */
  saveId?: number
}

/**
 * Brings an earlier text back: into the open version where there is one, else as a new version. What stood before stays in the
 * history. Whose words come back may not approve them.
 */
export async function restoreEdition(
  tx: Transaction,
  by: Actor,
  act: RestoreAct,
  kinds: Kinds,
): Promise<{ editionId: number }> {
  const entry = await lockEntry(tx, act.entryId)
  const source = await sourceOf(tx, by, act)
  const kind = kinds.get(entry.kind) ?? refuse('restore', 'kind-unknown')
  const { content } = kind.read(source.content)
  const current = await openEdition(tx, by, act.entryId)
  const editionId = current
    ? await restoreInto(tx, by, current, { ...source, content })
    : await restoreAnew(tx, by, { entryId: entry.id, siteId: entry.siteId, kind: kind.name }, { ...source, content })
  await recordEvent(tx, {
    action: 'edition.restored',
    by,
    subject: { kind: 'edition', id: editionId },
    siteId: entry.siteId,
    summary: `Khôi phục bản ${source.edition.version}: “${content.title}”`,
    before: current && { revision: current.revision },
    after: { entryId: entry.id, fromEdition: source.edition.id, fromSave: act.saveId },
  })
  return { editionId }
}

interface Source {
  edition: EditionView
  content: Content
  /** Whose words they are. */
  textAuthors: readonly string[]
}

async function sourceOf(tx: Transaction, by: Actor, act: RestoreAct): Promise<Source> {
  const save = act.saveId === undefined ? undefined : await saveById(tx, act.saveId)
  const edition = await editionById(tx, save?.editionId ?? act.editionId ?? 0)
  if (!edition || edition.entryId !== act.entryId || !mayRead(by, edition) || (act.saveId !== undefined && !save))
    throw new NotFound()
  const { authorId, unseenWriters } = edition
  const textAuthors = new Set([authorId, ...edition.textAuthors, ...unseenWriters, ...(save ? [save.personId] : [])])
  return { edition, content: save?.content ?? edition.content, textAuthors: [...textAuthors] }
}

async function openEdition(tx: Transaction, by: Actor, entryId: number): Promise<EditionView | undefined> {
  const found = await tx
    .selectFrom('edition')
    .select('id')
    .where('entryId', '=', entryId)
    .where('state', 'in', [...open])
    .executeTakeFirst()
  const edition = found && (await editionById(tx, found.id))
  if (edition && !mayWrite(by, edition)) throw new Forbidden()
  if (edition && !isEditable(edition.state)) refuse('restore', 'frozen', 'state')
  return edition
}

async function restoreInto(tx: Transaction, by: Actor, current: EditionView, source: Source): Promise<number> {
  const textAuthors = [...new Set([...current.textAuthors, ...source.textAuthors])]
  // A version restored into itself names no source: the kept text is its own.
  const restoredFrom = source.edition.id === current.id ? current.restoredFrom : source.edition.id
  await tx.updateTable('edition').set({ textAuthors, restoredFrom }).where('id', '=', current.id).execute()
  await writeText(tx, by, current, { content: source.content, kind: 'restore' })
  return current.id
}

async function restoreAnew(
  tx: Transaction,
  by: Actor,
  entry: { entryId: number; siteId: number; kind: string },
  source: Source,
): Promise<number> {
  if (!mayWrite(by, { siteId: entry.siteId, authorId: source.edition.authorId })) throw new Forbidden()
  const { content, textAuthors } = source
  const editionId = await insertEdition(tx, by, { ...entry, content, textAuthors, restoredFrom: source.edition.id })
  await keepText(tx, by, { editionId, revision: 1, kind: 'restore', content })
  return editionId
}
