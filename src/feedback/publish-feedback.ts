import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { CaseView } from '../cases/load-case.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import type { FeedbackState } from './feedback.ts'
import { feedbackForUpdate } from './load-feedback.ts'
import { rounded, type Point } from './place.ts'
import {
  personalIn,
  refuseFeedback,
  whyNotPublishFeedback,
  type PublicFeedbackWords,
} from './why-not-publish-feedback.ts'

export interface Publishing extends PublicFeedbackWords {
  caseId: number
  /** The point is a matter of the street and nobody's home: it is shown as it is. */
  exact: boolean
  /** Why what the machine finds of persons may stand; empty: nothing may. */
  stand: string
}

/**
 * Makes a report public with the words a moderator wrote for it, or changes what is public of it. Ward, field and point are those of the
 * case; the point is rounded to about 50 m unless it is said to be exact. Nothing of the sender is read.
 */
export async function publishFeedback(tx: Transaction, by: Actor, act: Publishing): Promise<void> {
  const found = await feedbackForUpdate(tx, by, act.caseId)
  const words: PublicFeedbackWords = {
    title: cleanLine(act.title),
    words: cleanText(act.words),
    place: cleanLine(act.place),
    answer: cleanText(act.answer),
  }
  const stand = cleanText(act.stand)
  refuseFeedback('feedback.publish', whyNotPublishFeedback(found, words, stand))
  const letStand = personalIn(words).map(({ field, text }) => ({ field, text, reason: stand }))
  const shown = { ...words, ...(await placeOf(tx, found.id, act.exact)), letStand: JSON.stringify(letStand) }
  const before = await tx
    .selectFrom('publicFeedback')
    .select('caseId')
    .where('caseId', '=', found.id)
    .executeTakeFirst()
  const values = {
    ...shown,
    ...ofCase(found),
    moderatedBy: by.id,
    moderatedAt: sql<Date>`now()`,
    updatedAt: sql<Date>`now()`,
  }
  await tx
    .insertInto('publicFeedback')
    .values({ caseId: found.id, number: found.number, siteId: found.siteId, receivedAt: found.receivedAt, ...values })
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet(values))
    .execute()
  await recordEvent(tx, {
    action: before ? 'feedback.changed' : 'feedback.published',
    by,
    siteId: found.handlingSiteId,
    subject: { kind: 'case', id: found.id },
    after: { exact: act.exact, letStand: letStand.length },
    summary: `${before ? 'Sửa nội dung công khai của' : 'Đăng công khai'} phản ánh ${found.number}`,
  })
}

/** What follows the case from then on (feedback_follows_case, migrations/0046). */
function ofCase(found: CaseView) {
  const done = found.state === 'answered' || found.state === 'closed'
  const state: FeedbackState = done ? 'done' : found.state === 'received' ? 'received' : 'in_hand'
  return {
    handlingSiteId: found.handlingSiteId,
    fieldId: found.fieldId,
    state,
    outcome: found.outcome,
    dueAt: found.dueAt,
    answeredAt: done ? (found.answeredAt ?? found.closedAt) : null,
  }
}

async function placeOf(tx: Transaction, caseId: number, exact: boolean) {
  const place = await tx
    .selectFrom('feedbackPlace')
    .select(['unitId', 'latitude', 'longitude'])
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  const point = place && place.latitude !== null && place.longitude !== null ? (place as Point) : undefined
  const shown = point && (exact ? point : rounded(point))
  return {
    unitId: place?.unitId ?? null,
    latitude: shown?.latitude ?? null,
    longitude: shown?.longitude ?? null,
    isExact: exact && point !== undefined,
  }
}
