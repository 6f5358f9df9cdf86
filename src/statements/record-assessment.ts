import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { toLocalInput } from '../web/dates.ts'
import { mayState, type Doer } from './policy.ts'
import { whyNotAssessment, type Assessment } from './statement.ts'

/** Records what a portal found when it looked at its own accessibility, and publishes it (Law 148/2025, art. 35, cl. 2). */
export async function recordAssessment(
  tx: Transaction,
  by: Doer,
  act: { siteId: number } & Assessment,
): Promise<{ assessmentId: number }> {
  if (!mayState(by, act.siteId)) throw new Forbidden()
  const faults = whyNotAssessment(act, toLocalInput(new Date()).slice(0, 10))
  if (faults.length > 0) throw new Refused('assessment.record', faults)
  const { siteId, assessedOn, result, method, gaps } = act
  const { id } = await tx
    .insertInto('accessibilityAssessment')
    .values({ siteId, assessedOn, result, method, gaps, createdBy: 'system' in by ? null : by.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'assessment.added',
    by,
    siteId,
    subject: { kind: 'assessment', id },
    summary: 'Ghi kết quả tự đánh giá khả năng tiếp cận',
    after: { assessedOn, result, method, gaps },
  })
  return { assessmentId: id }
}
