import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { reasonsOf } from './case-reasons.ts'
import { endClocks } from './count-clocks.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'
import { whyNotUnanswered } from './why-not.ts'

/** Closes a case whose sender never added what was asked. Always a person's decision. */
export async function lapseCase(
  tx: Transaction,
  by: Actor,
  { caseId, note = '' }: { caseId: number; note?: string },
): Promise<void> {
  const found = await caseForStep(tx, by, 'lapse', {
    caseId,
    reasons: async () =>
      reasonsOf([...(note.length > 2000 ? (['note:long'] as const) : []), ...(await whyNotUnanswered(tx, caseId))]),
  })
  await endClocks(tx, caseId, 'all', 'stopped')
  await moveCase(tx, by, found, {
    step: 'lapse',
    set: { outcome: 'silent', closedAt: sql<Date>`now()` },
    note: cleanText(note),
  })
  await recordCaseStep(tx, by, found, { done: 'lapsed', summary: 'Kết thúc vì người gửi không bổ sung' })
}
