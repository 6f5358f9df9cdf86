import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { cleanText } from '../web/vietnamese.ts'
import { lockEntry } from './load-edition.ts'
import { mayPlace } from './policy.ts'
import { refuse } from './reason.ts'

export interface OfferAct {
  entryId: number
  /** The portal it is offered to. */
  siteId: number
  note?: string
}

/** Offers what is live on one's own portal to another; there, nothing changes until its desk accepts. */
export async function offerEntry(tx: Transaction, by: Actor, act: OfferAct): Promise<void> {
  const entry = await lockEntry(tx, act.entryId)
  if (!mayPlace(by, entry.siteId)) throw new Forbidden()
  if (act.siteId === entry.siteId) refuse('offer', 'own-site')
  const site = await tx.selectFrom('site').select(['name', 'closedAt']).where('id', '=', act.siteId).executeTakeFirst()
  if (!site) throw new NotFound()
  if (site.closedAt) refuse('offer', 'site-closed')
  const live = await tx
    .selectFrom('edition')
    .select('title')
    .where('entryId', '=', entry.id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  if (!live) return refuse('offer', 'not-live', 'state')
  await writeOffer(tx, by, act)
  await recordEvent(tx, {
    action: 'placement.offered',
    by,
    subject: { kind: 'entry', id: entry.id },
    siteId: entry.siteId,
    summary: `Đề nghị đăng trên ${site.name}: “${live.title}”`,
    after: { siteId: act.siteId, note: cleanText(act.note ?? '') },
  })
}

async function writeOffer(tx: Transaction, by: Actor, act: OfferAct): Promise<void> {
  const here = { entryId: act.entryId, siteId: act.siteId }
  const before = await tx
    .selectFrom('placement')
    .select('state')
    .where('entryId', '=', here.entryId)
    .where('siteId', '=', here.siteId)
    .executeTakeFirst()
  if (before?.state === 'offered' || before?.state === 'accepted') refuse('offer', 'offered-already')
  const offer = {
    state: 'offered',
    offeredBy: by.id,
    offeredAt: new Date(),
    offerNote: cleanText(act.note ?? '') || null,
    decidedBy: null,
    decidedAt: null,
    decisionNote: null,
    featured: false,
    pinnedUntil: null,
  }
  await tx
    .insertInto('placement')
    .values({ ...here, ...offer })
    .onConflict((conflict) => conflict.columns(['entryId', 'siteId']).doUpdateSet(offer))
    .execute()
}
