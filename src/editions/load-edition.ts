import type { Transaction } from '../database/connect.ts'
import { NotFound, Stale } from '../refusals.ts'
import { isSystem, mayRead, type By } from './policy.ts'
import { editionById, type EditionView } from './queries.ts'

/**
 * An edition to be changed: its entry and itself are locked until the commit, so acts on one entry follow one another.
 * NotFound when it does not exist or may not be seen by the person; Stale when `revision` is given and is not the current one.
 */
export async function loadEdition(
  tx: Transaction,
  by: By,
  act: { editionId: number; revision?: number },
): Promise<EditionView> {
  const found = await tx.selectFrom('edition').select('entryId').where('id', '=', act.editionId).executeTakeFirst()
  if (!found) throw new NotFound()
  await lockEntry(tx, found.entryId)
  await tx.selectFrom('edition').select('id').where('id', '=', act.editionId).forNoKeyUpdate().execute()
  const edition = await editionById(tx, act.editionId)
  if (!edition || (!isSystem(by) && !mayRead(by, edition))) throw new NotFound()
  if (act.revision !== undefined && act.revision !== edition.revision) throw new Stale()
  return edition
}

/** An entry of which something is to be changed, locked until the commit. */
export interface LoadedEntry {
  id: number
  siteId: number
  kind: string
  slug: string | null
  isDemo: boolean
}

/** Locks an entry; NotFound when there is none. Every act on an entry begins here, so none meets another halfway. */
export async function lockEntry(tx: Transaction, entryId: number): Promise<LoadedEntry> {
  const entry = await tx
    .selectFrom('entry')
    .select(['id', 'siteId', 'kind', 'slug', 'isDemo'])
    .where('id', '=', entryId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!entry) throw new NotFound()
  return entry
}

/** What an entry is called in the log: the title of its newest edition. */
export async function titleOf(tx: Transaction, entryId: number): Promise<string> {
  const newest = await tx
    .selectFrom('edition')
    .select('title')
    .where('entryId', '=', entryId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.title ?? ''
}
