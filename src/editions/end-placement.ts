import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { cleanText } from '../web/vietnamese.ts'
import { lockEntry, titleOf } from './load-edition.ts'
import { mayPlace } from './policy.ts'
import { refuse } from './reason.ts'

export interface PlacementEnd {
  entryId: number
  /** The portal it stands on, or was offered to. */
  siteId: number
  note?: string
}

/** The receiving portal stops showing an entry of another; the home portal may take back an offer nobody decided on yet. */
export async function endPlacement(tx: Transaction, by: Actor, act: PlacementEnd): Promise<void> {
  const entry = await lockEntry(tx, act.entryId)
  const placement = await tx
    .selectFrom('placement')
    .select('state')
    .where('entryId', '=', entry.id)
    .where('siteId', '=', act.siteId)
    .forUpdate()
    .executeTakeFirst()
  const takesBack = placement?.state === 'offered' && mayPlace(by, entry.siteId)
  if (!takesBack && !mayPlace(by, act.siteId)) throw new Forbidden()
  if (placement?.state !== 'accepted' && !takesBack) refuse('end-placement', 'not-placed')
  await tx
    .updateTable('placement')
    .set({
      state: 'ended',
      featured: false,
      pinnedUntil: null,
      decidedBy: by.id,
      decidedAt: new Date(),
      decisionNote: cleanText(act.note ?? '') || null,
    })
    .where('entryId', '=', entry.id)
    .where('siteId', '=', act.siteId)
    .execute()
  const title = await titleOf(tx, entry.id)
  await recordEvent(tx, {
    action: 'placement.ended',
    by,
    subject: { kind: 'entry', id: entry.id },
    siteId: takesBack ? entry.siteId : act.siteId,
    summary: `${takesBack ? 'Rút lời đề nghị' : 'Thôi đăng bài của cổng khác'}: “${title}”`,
    before: { state: placement?.state },
    after: { state: 'ended', siteId: act.siteId },
  })
}
