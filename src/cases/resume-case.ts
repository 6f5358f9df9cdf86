import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { reasonsOf } from './case-reasons.ts'
import { resumeClocks } from './count-clocks.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'

/** Goes on without waiting for the sender any longer; the time to answer runs again. */
export async function resumeCase(
  tx: Transaction,
  by: Actor,
  { caseId, note = '' }: { caseId: number; note?: string },
): Promise<void> {
  const found = await caseForStep(tx, by, 'resume', {
    caseId,
    reasons: () => reasonsOf(note.length > 2000 ? ['note:long'] : []),
  })
  await resumeClocks(tx, caseId)
  await moveCase(tx, by, found, { step: 'resume', note: cleanText(note) })
  await recordCaseStep(tx, by, found, { done: 'resumed', summary: 'Tiếp tục xử lý' })
}
