import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import { findPersonalData } from '../cases/find-personal-data.ts'
import type { Transaction } from '../database/connect.ts'
import type { FileStore } from '../media/file-store.ts'
import type { PreparedUpload } from '../media/prepare-upload.ts'
import { storeUpload } from '../media/store-upload.ts'
import type { Actor } from '../people/actor.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { isMoment, lengths } from './feedback.ts'
import { feedbackForUpdate } from './load-feedback.ts'
import { refuseFeedback, type FeedbackReason } from './why-not-publish-feedback.ts'

export interface AddingPhoto {
  caseId: number
  /** The file of the sender it was made from, where it was. */
  attachmentId: number | null
  moment: string
  /** What is to be seen, for those who do not see it. */
  alt: string
  /** Somebody looked for faces and number plates and answers for it. */
  checked: boolean
  /** The picture with parts made unreadable (blur-picture.ts), ready to be kept. */
  prepared: PreparedUpload
}

const mostPhotos = 10

/** What is wrong with what was said of a picture; asked before it is worked on, and again when it is kept. */
export function whyNotPhoto({
  moment,
  alt,
  checked,
}: Pick<AddingPhoto, 'moment' | 'alt' | 'checked'>): FeedbackReason[] {
  const words = cleanLine(alt)
  const codes: FeedbackReason[] = []
  if (!isMoment(moment)) codes.push('moment:unknown')
  if (words === '') codes.push('alt:missing')
  if (words.length > lengths.alt) codes.push('alt:long')
  if (findPersonalData(words).length > 0) codes.push('alt:personal')
  if (!checked) codes.push('checked:missing')
  return codes
}

/** Puts a picture with a report: the copy in which faces and number plates were looked after goes to the library, and nothing else. */
export async function addPhoto(
  tx: Transaction,
  by: Actor,
  act: AddingPhoto,
  files: FileStore,
): Promise<{ mediaId: number }> {
  const found = await feedbackForUpdate(tx, by, act.caseId)
  const { count } = await tx
    .selectFrom('feedbackPhoto')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('caseId', '=', found.id)
    .executeTakeFirstOrThrow()
  refuseFeedback('feedback.photo', [...whyNotPhoto(act), ...(count >= mostPhotos ? (['picture:many'] as const) : [])])
  const { mediaId } = await storeUpload(tx, by, { siteId: found.handlingSiteId, prepared: act.prepared }, files)
  const attachment = await tx
    .selectFrom('caseAttachment')
    .select('id')
    .where('caseId', '=', found.id)
    .where('id', '=', act.attachmentId ?? 0)
    .executeTakeFirst()
  const values = { moment: act.moment, alt: cleanLine(act.alt), checkedBy: by.id, checkedAt: sql<Date>`now()` }
  await tx
    .insertInto('feedbackPhoto')
    .values({ caseId: found.id, mediaId, attachmentId: attachment?.id ?? null, ...values })
    .onConflict((conflict) => conflict.columns(['caseId', 'mediaId']).doUpdateSet(values))
    .execute()
  await tx.updateTable('media').set({ alt: values.alt }).where('id', '=', mediaId).where('alt', '=', '').execute()
  await recordEvent(tx, {
    action: 'feedback.photo-added',
    by,
    siteId: found.handlingSiteId,
    subject: { kind: 'case', id: found.id },
    after: { mediaId, moment: act.moment, checked: true },
    summary: `Thêm ảnh đã kiểm tra khuôn mặt, biển số cho phản ánh ${found.number}`,
  })
  return { mediaId }
}
