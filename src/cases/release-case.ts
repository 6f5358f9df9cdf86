import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'

/** Puts a case that was held back as suspected spam into the queue. Its clocks ran from the day it came. */
export async function releaseCase(tx: Transaction, by: Actor, { caseId }: { caseId: number }): Promise<void> {
  const found = await caseForStep(tx, by, 'release', { caseId })
  await moveCase(tx, by, found, { step: 'release', set: { suspect: [] } })
  await recordCaseStep(tx, by, found, { done: 'released', summary: 'Chuyển vào hàng chờ xử lý' })
}
