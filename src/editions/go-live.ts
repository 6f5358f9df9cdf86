import type { Updateable } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Edition } from '../database/schema.ts'
import { enqueue } from '../jobs/queue.ts'
import type { Kinds } from './content.ts'
import { lockEntry } from './load-edition.ts'
import { isSystem, type By } from './policy.ts'
import { editionById, type EditionView } from './queries.ts'
import { refuse } from './reason.ts'
import { moveEdition } from './take-step.ts'

import { giveAddresses } from './give-addresses.ts'

/** How an edition goes live: by the chain, or in emergency. */
interface Publication {
  step: 'publish' | 'publishInEmergency'
  comment?: string
  set?: Updateable<Edition>
  expiresAt?: Date | null
}

/** Makes an edition the live one of its entry: the one live until now is superseded, the entry has its addresses, expiry is awaited. */
export async function goLive(
  tx: Transaction,
  by: By,
  edition: EditionView,
  live: Publication & { kinds: Kinds },
): Promise<{ superseded: number | null }> {
  const kind = live.kinds.get(edition.kind) ?? refuse(live.step, 'kind-unknown')
  const superseded = await supersedeLiveEdition(tx, by, edition)
  await giveAddresses(tx, await lockEntry(tx, edition.entryId), kind, edition.content)
  const now = new Date()
  await tx
    .updateTable('entry')
    .set({ firstPublishedAt: now })
    .where('id', '=', edition.entryId)
    .where('firstPublishedAt', 'is', null)
    .execute()
  const expiresAt = live.expiresAt === undefined ? edition.expiresAt : live.expiresAt
  const set = { ...live.set, publishedAt: now, publishedBy: isSystem(by) ? null : by.id, expiresAt }
  await moveEdition(tx, by, edition, { step: live.step, comment: live.comment, set })
  if (expiresAt) await enqueue(tx, 'expire-edition', { editionId: edition.id }, expiresAt)
  return { superseded }
}

/** Ends the edition that is live now, if any, and tells its number. */
async function supersedeLiveEdition(tx: Transaction, by: By, next: EditionView): Promise<number | null> {
  if (next.liveEditionId === null) return null
  const live = await editionById(tx, next.liveEditionId)
  if (live) await moveEdition(tx, by, live, { step: 'supersede', set: { endedAt: new Date() } })
  return next.liveEditionId
}
