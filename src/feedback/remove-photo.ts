import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { NotFound } from '../refusals.ts'
import { feedbackForUpdate } from './load-feedback.ts'

/** Takes a picture away from a report: it is public no more. The copy stays in the library, where it may be removed. */
export async function removePhoto(tx: Transaction, by: Actor, act: { caseId: number; photoId: number }): Promise<void> {
  const found = await feedbackForUpdate(tx, by, act.caseId)
  const gone = await tx
    .deleteFrom('feedbackPhoto')
    .where('id', '=', act.photoId)
    .where('caseId', '=', found.id)
    .returning('mediaId')
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  await recordEvent(tx, {
    action: 'feedback.photo-removed',
    by,
    siteId: found.handlingSiteId,
    subject: { kind: 'case', id: found.id },
    before: { mediaId: gone.mediaId },
    summary: `Bỏ một ảnh của phản ánh ${found.number}`,
  })
}
