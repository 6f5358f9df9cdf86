import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { reasonsOf } from './case-reasons.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'
import { whyNotOfficer } from './why-not.ts'

/** An officer takes up a case of their division that is nobody's yet, or one of an absent colleague they stand in for. */
export async function takeCase(tx: Transaction, by: Actor, { caseId }: { caseId: number }): Promise<void> {
  const found = await caseForStep(tx, by, 'take', {
    caseId,
    // A substitute need not be of the division.
    reasons: async (c) =>
      reasonsOf([
        ...(c.officerId === by.id ? (['officerId:same'] as const) : []),
        ...(await whyNotOfficer(tx, c, { divisionId: c.officerId === null ? c.divisionId : null, officerId: by.id })),
      ]),
  })
  await moveCase(tx, by, found, { step: 'take', set: { officerId: by.id } })
  await recordCaseStep(tx, by, found, { done: 'taken', summary: 'Nhận xử lý', after: { officerId: by.id } })
}
