import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { caseLengths } from './case.ts'
import { reasonsOf, whyNotText } from './case-reasons.ts'
import { endClocks } from './count-clocks.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'
import { whyNotUnanswered } from './why-not.ts'

/** Closes a case as spam; `note` says why, to colleagues. It is kept and can be looked up. */
export async function rejectCase(
  tx: Transaction,
  by: Actor,
  { caseId, note }: { caseId: number; note: string },
): Promise<void> {
  const reasons = async () =>
    reasonsOf([...whyNotText('note', note, caseLengths.note), ...(await whyNotUnanswered(tx, caseId))])
  const found = await caseForStep(tx, by, 'reject', { caseId, reasons })
  await endClocks(tx, caseId, 'all', 'stopped')
  await moveCase(tx, by, found, {
    step: 'reject',
    set: { outcome: 'spam', closedAt: sql<Date>`now()` },
    note: cleanText(note),
  })
  await recordCaseStep(tx, by, found, { done: 'rejected', summary: 'Kết thúc vì là thư rác' })
}
