import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import { endClocks } from './count-clocks.ts'
import type { CaseBy } from './policy.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'

/** Ends a case that was answered. Its outcome is what the answer was: an answer, or a refusal. */
export async function closeCase(tx: Transaction, by: CaseBy, { caseId }: { caseId: number }): Promise<void> {
  const found = await caseForStep(tx, by, 'close', { caseId })
  const answer = await tx
    .selectFrom('caseAnswer')
    .select('kind')
    .where('caseId', '=', caseId)
    .where('state', '=', 'approved')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  await endClocks(tx, caseId, 'all', 'stopped')
  await moveCase(tx, by, found, {
    step: 'close',
    set: { outcome: answer?.kind === 'refusal' ? 'refused' : 'answered', closedAt: sql<Date>`now()` },
  })
  await recordCaseStep(tx, by, found, { done: 'closed', summary: 'Kết thúc' })
}
