import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { caseLengths } from './case.ts'
import { reasonsOf, whyNotText } from './case-reasons.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'

/** Gives a case back to who assigns, with the reason; clocks go on, and routing leaves it to a person. */
export async function declineCase(
  tx: Transaction,
  by: Actor,
  { caseId, reason }: { caseId: number; reason: string },
): Promise<void> {
  const reasons = () => reasonsOf(whyNotText('reason', reason, caseLengths.reason))
  const found = await caseForStep(tx, by, 'decline', { caseId, reasons })
  await moveCase(tx, by, found, {
    step: 'decline',
    set: { divisionId: null, officerId: null },
    note: cleanText(reason),
  })
  await recordCaseStep(tx, by, found, {
    done: 'declined',
    summary: 'Trả lại bộ phận phân công',
    after: { divisionId: null, officerId: null },
  })
}
