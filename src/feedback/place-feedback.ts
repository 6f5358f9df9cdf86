import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { feedbackForUpdate } from './load-feedback.ts'
import { readPoint, type Point } from './place.ts'
import { refuseFeedback, type FeedbackReason } from './why-not-publish-feedback.ts'

export interface Placing {
  caseId: number
  /** The ward and the field as chosen; null: not known. */
  unitId: number | null
  fieldId: number | null
  /** As typed; both empty: no point. */
  latitude: string
  longitude: string
}

/** Says in which ward and of which field a report is, and where its point lies. What is public of it stays until it is published anew. */
export async function placeFeedback(tx: Transaction, by: Actor, act: Placing): Promise<void> {
  const found = await feedbackForUpdate(tx, by, act.caseId)
  const asked = act.latitude.trim() !== '' || act.longitude.trim() !== ''
  const point = asked ? readPoint(act.latitude, act.longitude) : undefined
  refuseFeedback('feedback.place', [
    ...(asked && !point ? (['latitude:wrong'] as const) : []),
    ...(await whyNotChosen(tx, act)),
  ])
  const before = await tx
    .selectFrom('feedbackPlace')
    .select(['unitId'])
    .where('caseId', '=', found.id)
    .executeTakeFirst()
  await keepPlace(tx, found.id, act.unitId, point)
  if (act.fieldId !== found.fieldId)
    await tx.updateTable('citizenCase').set({ fieldId: act.fieldId }).where('id', '=', found.id).execute()
  await recordEvent(tx, {
    action: 'feedback.placed',
    by,
    siteId: found.handlingSiteId,
    subject: { kind: 'case', id: found.id },
    before: { unitId: before?.unitId ?? null, fieldId: found.fieldId },
    // The point may be somebody's home: that there is one is enough.
    after: { unitId: act.unitId, fieldId: act.fieldId, hasPoint: point !== undefined },
    summary: `Xác định nơi và lĩnh vực của phản ánh ${found.number}`,
  })
}

async function keepPlace(
  tx: Transaction,
  caseId: number,
  unitId: number | null,
  point: Point | undefined,
): Promise<void> {
  const kept = await tx
    .selectFrom('feedbackPlace')
    .select(['latitude', 'longitude', 'precision'])
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  const same = point && kept?.latitude === point.latitude && kept.longitude === point.longitude
  const precision = !point ? 'none' : same && kept ? kept.precision : 'point'
  const values = { unitId, latitude: point?.latitude ?? null, longitude: point?.longitude ?? null, precision }
  await tx
    .insertInto('feedbackPlace')
    .values({ caseId, ...values })
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet(values))
    .execute()
}

async function whyNotChosen(tx: Transaction, { unitId, fieldId }: Placing): Promise<FeedbackReason[]> {
  const codes: FeedbackReason[] = []
  if (unitId !== null) {
    const unit = await tx
      .selectFrom('unit')
      .select('id')
      .where('id', '=', unitId)
      .where('kind', 'in', ['ward', 'commune', 'special_zone'])
      .executeTakeFirst()
    if (!unit) codes.push('unit:unknown')
  }
  if (fieldId !== null) {
    const field = await tx.selectFrom('caseField').select('kinds').where('id', '=', fieldId).executeTakeFirst()
    if (!field?.kinds?.includes('feedback')) codes.push('field:unknown')
  }
  return codes
}
