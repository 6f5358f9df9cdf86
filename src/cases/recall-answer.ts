import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'

/** Takes a draft back that waits for approval, to go on writing. */
export async function recallAnswer(tx: Transaction, by: Actor, { caseId }: { caseId: number }): Promise<void> {
  const found = await caseForStep(tx, by, 'recall', { caseId })
  await tx
    .updateTable('caseAnswer')
    .set({ state: 'draft', submittedAt: null })
    .where('caseId', '=', caseId)
    .where('state', '=', 'submitted')
    .execute()
  await moveCase(tx, by, found, { step: 'recall' })
  await recordCaseStep(tx, by, found, { done: 'recalled', summary: 'Rút dự thảo về' })
}
