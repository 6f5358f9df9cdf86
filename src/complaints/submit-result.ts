import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { mayWriteResults } from './policy.ts'
import { resultForStep, stepEvent, type ResultStep } from './take-result-step.ts'
import { whyNotPublic } from './why-not-result.ts'

/** Hands a result to a second person, once the machine finds nothing that tells who it is about. @throws as resultForStep. */
export async function submitResult(tx: Transaction, by: Actor, act: ResultStep): Promise<void> {
  const result = await resultForStep(tx, act, {
    may: () => mayWriteResults(by, act.siteId),
    from: 'draft',
    reasons: whyNotPublic,
  })
  await tx
    .updateTable('complaintResult')
    .set({ state: 'submitted', submittedAt: new Date(), returnReason: '' })
    .where('id', '=', result.id)
    .execute()
  await recordEvent(tx, stepEvent(by, result, 'submitted', 'Trình kiểm tra văn bản'))
}
