import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { mayChangeMedia } from './policy.ts'
import { usesOfMedia } from './queries.ts'

/**
 * Takes a file out of the library. Refused while any edition, also an old one, uses it: the reasons name those editions. The bytes go
 * with the next tidying, unless another portal has the same file.
 */
export async function removeMedia(tx: Transaction, by: Actor, act: { mediaId: number }): Promise<void> {
  const media = await tx.selectFrom('media').selectAll().where('id', '=', act.mediaId).forUpdate().executeTakeFirst()
  if (!media) throw new NotFound()
  if (!mayChangeMedia(by, media)) throw new Forbidden()
  const uses = await usesOfMedia(tx, act.mediaId, 10)
  if (uses.length > 0) {
    throw new Refused(
      'removal',
      uses.map((use) => ({
        code: 'media-in-use',
        message: {
          vi: `Bài “${use.title}” (bản ${use.version}) đang dùng tệp này. Hãy gỡ tệp khỏi bài trước.`,
          en: `“${use.title}” (version ${use.version}) uses this file. Take it out of the text first.`,
        },
      })),
    )
  }
  await tx.deleteFrom('media').where('id', '=', media.id).execute()
  await recordEvent(tx, {
    action: 'media.removed',
    by,
    subject: { kind: 'media', id: media.id },
    siteId: media.siteId,
    summary: `Xóa tệp ${media.name}`,
    before: {
      name: media.name,
      mime: media.mime,
      bytes: media.bytes,
      sha256: media.sha256,
      alt: media.alt,
      caption: media.caption,
      source: media.source,
    },
  })
}
