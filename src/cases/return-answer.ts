import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { caseLengths } from './case.ts'
import { reasonsOf, whyNotText } from './case-reasons.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'

/** Sends a draft back to who wrote it, with what to change. */
export async function returnAnswer(
  tx: Transaction,
  by: Actor,
  { caseId, reason }: { caseId: number; reason: string },
): Promise<void> {
  const reasons = () => reasonsOf(whyNotText('reason', reason, caseLengths.reason))
  const found = await caseForStep(tx, by, 'return', { caseId, reasons })
  await tx
    .updateTable('caseAnswer')
    .set({ state: 'returned', returnReason: cleanText(reason) })
    .where('caseId', '=', caseId)
    .where('state', '=', 'submitted')
    .execute()
  await moveCase(tx, by, found, { step: 'return', note: cleanText(reason) })
  await recordCaseStep(tx, by, found, { done: 'returned', summary: 'Trả lại dự thảo để sửa' })
}
