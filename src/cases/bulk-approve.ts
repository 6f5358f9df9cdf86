import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { giveAnswer, recordApproval, type Approval } from './approve-answer.ts'
import { casesForBulk, faultOf } from './bulk-answer.ts'
import { openAnswerOf } from './open-answer.ts'
import { isOwnAnswer, leadsOn, mayTakeByRole } from './policy.ts'
import type { CaseReason } from './take-step.ts'
import { whyNotSubmit } from './why-not.ts'

/** Approves the answers of many cases of a portal: all of them, or none with the list of those at fault. */
export async function bulkApprove(
  tx: Transaction,
  by: Actor,
  act: { siteId: number; caseIds: readonly number[] },
): Promise<void> {
  const cases = await casesForBulk(tx, by, { ...act, act: 'case.bulk-approve' })
  if (cases.some((c) => !mayTakeByRole(by, 'approve', c))) throw new Forbidden()
  const faults: CaseReason[] = []
  for (const c of cases) {
    const answer = await openAnswerOf(tx, c.id)
    if (!leadsOn('approve', c.state)) faults.push(faultOf(c, 'state'))
    else if (whyNotSubmit(answer).length > 0) faults.push(faultOf(c, 'answer'))
    if (answer?.kind === 'progress') faults.push(faultOf(c, 'progress'))
    if (isOwnAnswer(by, 'approve', c) || answer?.writers.includes(by.id)) faults.push(faultOf(c, 'own-answer'))
  }
  if (faults.length > 0) throw new Refused('case.bulk-approve', faults)
  const given: Approval[] = []
  for (const c of cases) given.push(await giveAnswer(tx, by, c.id))
  for (const approval of given) await recordApproval(tx, by, approval)
}
