import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { caseLengths } from './case.ts'
import { reasonsOf, whyNotText } from './case-reasons.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'
import { whyNotOfficer } from './why-not.ts'

/** Hands a case over to another officer of its division, at whatever step it is; `note` tells them where it stands. */
export async function handOverCase(
  tx: Transaction,
  by: Actor,
  { caseId, officerId, note }: { caseId: number; officerId: string; note: string },
): Promise<void> {
  const found = await caseForStep(tx, by, 'hand-over', {
    caseId,
    reasons: async (c) =>
      reasonsOf([
        ...(c.officerId === officerId ? (['officerId:same'] as const) : []),
        ...(await whyNotOfficer(tx, c, { divisionId: c.divisionId, officerId })),
        ...whyNotText('note', note, caseLengths.note),
      ]),
  })
  await moveCase(tx, by, found, { step: 'hand-over', set: { officerId }, note: cleanText(note) })
  await recordCaseStep(tx, by, found, { done: 'handed-over', summary: 'Bàn giao cho người khác', after: { officerId } })
}
