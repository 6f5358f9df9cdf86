import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { mayCheckResult, mayWriteResults } from './policy.ts'
import { resultForStep, stepEvent, type ResultStep } from './take-result-step.ts'

/** Gives a result back to be changed: by who checks it, or by who wrote it. */
export async function returnResult(tx: Transaction, by: Actor, act: ResultStep & { reason: string }): Promise<void> {
  const reason = cleanText(act.reason)
  const result = await resultForStep(tx, act, {
    may: (one) => mayCheckResult(by, one) || mayWriteResults(by, act.siteId),
    from: 'submitted',
    reasons: () =>
      reason === '' || reason.length > 1000
        ? [{ code: 'reason:missing', message: { vi: 'Hãy ghi lý do trả lại, tối đa 1000 ký tự.', en: 'Say why.' } }]
        : [],
  })
  await tx
    .updateTable('complaintResult')
    .set({ state: 'draft', returnReason: reason })
    .where('id', '=', result.id)
    .execute()
  await recordEvent(tx, stepEvent(by, result, 'returned', 'Trả lại văn bản'))
}
