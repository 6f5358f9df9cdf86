import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { cleanText } from '../web/vietnamese.ts'
import type { Kinds } from './content.ts'
import { giveAddress } from './give-addresses.ts'
import { lockEntry, titleOf, type LoadedEntry } from './load-edition.ts'
import { mayPlace } from './policy.ts'
import { refuse } from './reason.ts'

export interface Decision {
  entryId: number
  /** The portal that decides. */
  siteId: number
  accept: boolean
  note?: string
  /** Where it stands there; at least one section of that portal when accepted. */
  sectionIds: readonly number[]
}

/** The desk of the receiving portal accepts an offered entry into its sections, or declines it. From then on it follows its source. */
export async function decideOffer(tx: Transaction, by: Actor, act: Decision, kinds: Kinds): Promise<void> {
  const entry = await lockEntry(tx, act.entryId)
  if (!mayPlace(by, act.siteId)) throw new Forbidden()
  const offered = await tx
    .selectFrom('placement')
    .select('state')
    .where('entryId', '=', entry.id)
    .where('siteId', '=', act.siteId)
    .forUpdate()
    .executeTakeFirst()
  if (offered?.state !== 'offered') refuse('decide', 'no-offer')
  const title = act.accept ? await acceptedTitle(tx, entry, act) : await titleOf(tx, entry.id)
  if (act.accept) await giveAddressThere(tx, entry, act.siteId, kinds)
  await tx
    .updateTable('placement')
    .set({
      state: act.accept ? 'accepted' : 'declined',
      sectionIds: act.accept ? [...new Set(act.sectionIds)] : [],
      decidedBy: by.id,
      decidedAt: new Date(),
      decisionNote: cleanText(act.note ?? '') || null,
    })
    .where('entryId', '=', entry.id)
    .where('siteId', '=', act.siteId)
    .execute()
  await recordEvent(tx, {
    action: act.accept ? 'placement.accepted' : 'placement.declined',
    by,
    subject: { kind: 'entry', id: entry.id },
    siteId: act.siteId,
    summary: act.accept ? `Nhận đăng bài đề nghị: “${title}”` : `Từ chối bài đề nghị: “${title}”`,
    after: { homeSiteId: entry.siteId, sectionIds: act.sectionIds },
  })
}

/** Refuses what cannot be shown: not live any more, no section chosen, or one of another portal. */
async function acceptedTitle(tx: Transaction, entry: LoadedEntry, act: Decision): Promise<string> {
  const live = await tx
    .selectFrom('edition')
    .select('title')
    .where('entryId', '=', entry.id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  if (!live) return refuse('decide', 'not-live', 'state')
  if (act.sectionIds.length === 0) refuse('decide', 'section-missing', 'sectionIds')
  const wanted = [...new Set(act.sectionIds)]
  const found = await tx
    .selectFrom('section')
    .select('id')
    .where('siteId', '=', act.siteId)
    .where('id', 'in', wanted)
    .execute()
  if (found.length !== wanted.length) refuse('decide', 'section-gone', 'sectionIds')
  return live.title
}

async function giveAddressThere(tx: Transaction, entry: LoadedEntry, siteId: number, kinds: Kinds): Promise<void> {
  const kind = kinds.get(entry.kind) ?? refuse('decide', 'kind-unknown')
  await giveAddress(tx, { entryId: entry.id, siteId }, kind, entry.slug ?? refuse('decide', 'not-live', 'state'))
}
