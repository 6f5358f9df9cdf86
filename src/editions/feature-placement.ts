import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { lockEntry, titleOf } from './load-edition.ts'
import { mayFeature } from './policy.ts'
import { refuse } from './reason.ts'

export interface Feature {
  entryId: number
  /** The portal on which it is put forward; each portal chooses for itself. */
  siteId: number
  featured: boolean
  /** Until when it stays on top; null: not pinned. */
  pinnedUntil: Date | null
}

/** Puts an entry forward on one portal, or pins it there until a time. */
export async function featurePlacement(tx: Transaction, by: Actor, act: Feature): Promise<void> {
  const entry = await lockEntry(tx, act.entryId)
  if (!mayFeature(by, act.siteId)) throw new Forbidden()
  const placement = await tx
    .selectFrom('placement')
    .select(['state', 'featured', 'pinnedUntil'])
    .where('entryId', '=', entry.id)
    .where('siteId', '=', act.siteId)
    .forUpdate()
    .executeTakeFirst()
  if (!placement || (placement.state !== 'home' && placement.state !== 'accepted'))
    return refuse('feature', 'not-placed')
  if (act.pinnedUntil && act.pinnedUntil <= new Date()) refuse('feature', 'pin-past')
  const { featured, pinnedUntil } = act
  await tx
    .updateTable('placement')
    .set({ featured, pinnedUntil })
    .where('entryId', '=', entry.id)
    .where('siteId', '=', act.siteId)
    .execute()
  const title = await titleOf(tx, entry.id)
  await recordEvent(tx, {
    action: 'placement.featured',
    by,
    subject: { kind: 'entry', id: entry.id },
    siteId: act.siteId,
    summary: `${pinnedUntil ? 'Ghim' : featured ? 'Đưa lên nổi bật' : 'Thôi nổi bật'}: “${title}”`,
    before: { featured: placement.featured, pinnedUntil: placement.pinnedUntil },
    after: { featured, pinnedUntil },
  })
}
