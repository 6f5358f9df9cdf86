import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Stale } from '../refusals.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import { mayChangeMedia } from './policy.ts'

export interface MediaWords {
  alt?: string
  caption?: string
  source?: string
  /** Part of the picture that must stay visible when it is cropped; 0 to 1 from left and top. */
  focalX?: number
  focalY?: number
}

/**
 * Changes the words or the focal point of a file; what is left out stays. Words already used in a text belong to that text and stay
 * as they are. Based on a revision that is no longer current it throws Stale. Without any change it records nothing.
 */
export async function changeMedia(
  tx: Transaction,
  by: Actor,
  act: MediaWords & { mediaId: number; revision?: number },
): Promise<{ revision: number }> {
  const media = await tx.selectFrom('media').selectAll().where('id', '=', act.mediaId).forUpdate().executeTakeFirst()
  if (!media) throw new NotFound()
  if (!mayChangeMedia(by, media)) throw new Forbidden()
  if (act.revision !== undefined && act.revision !== media.revision) throw new Stale()
  const before = {
    alt: media.alt,
    caption: media.caption,
    source: media.source,
    focalX: media.focalX,
    focalY: media.focalY,
  }
  const after = {
    alt: act.alt === undefined ? media.alt : cleanLine(act.alt),
    caption: act.caption === undefined ? media.caption : cleanText(act.caption),
    source: act.source === undefined ? media.source : cleanLine(act.source),
    focalX: point(act.focalX, media.focalX),
    focalY: point(act.focalY, media.focalY),
  }
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== before[key])
  if (changed.length === 0) return { revision: media.revision }
  await tx
    .updateTable('media')
    .set({ ...after, revision: media.revision + 1 })
    .where('id', '=', media.id)
    .execute()
  const only = (values: typeof after): object =>
    Object.fromEntries(
      changed.map((key) => [
        key,
        typeof values[key] === 'number' ? Math.round(values[key] * 1000) / 1000 : values[key],
      ]),
    )
  await recordEvent(tx, {
    action: 'media.changed',
    by,
    subject: { kind: 'media', id: media.id },
    siteId: media.siteId,
    summary: `Sửa thông tin tệp ${media.name}`,
    before: only(before),
    after: only(after),
  })
  return { revision: media.revision + 1 }
}

/** Kept to thousandths, as the database keeps it in single precision. */
const point = (wanted: number | undefined, now: number): number =>
  wanted === undefined || !Number.isFinite(wanted)
    ? now
    : Math.fround(Math.round(Math.min(1, Math.max(0, wanted)) * 1000) / 1000)
