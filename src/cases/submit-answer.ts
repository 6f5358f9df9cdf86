import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { reasonsOf } from './case-reasons.ts'
import { openAnswerOf } from './open-answer.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'
import { whyNotSubmit } from './why-not.ts'

/** Hands the draft in to a leader. */
export async function submitAnswer(tx: Transaction, by: Actor, { caseId }: { caseId: number }): Promise<void> {
  const found = await caseForStep(tx, by, 'submit', {
    caseId,
    reasons: async () => reasonsOf(whyNotSubmit(await openAnswerOf(tx, caseId))),
  })
  await tx
    .updateTable('caseAnswer')
    .set({ state: 'submitted', submittedAt: sql<Date>`now()` })
    .where('caseId', '=', caseId)
    .where('state', '=', 'draft')
    .execute()
  await moveCase(tx, by, found, { step: 'submit' })
  await recordCaseStep(tx, by, found, { done: 'submitted', summary: 'Trình duyệt dự thảo trả lời' })
}
