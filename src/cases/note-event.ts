import type { Transaction } from '../database/connect.ts'
import { enqueue } from '../jobs/queue.ts'
import { isSystem, type CaseBy } from './policy.ts'

interface Noted {
  caseId: number
  /** One of `stepNames` in case.ts that moves nothing. */
  step: string
  facts?: Record<string, unknown>
  note?: string
  /** Its mail was written in this very commit already. */
  told?: boolean
}

/** Notes something the sender sees in the time line that is no step of the lifecycle; told by mail as those are. */
export async function noteEvent(
  tx: Transaction,
  by: CaseBy,
  { caseId, step, facts = {}, note = '', told = false }: Noted,
): Promise<void> {
  await tx
    .insertInto('caseEvent')
    .values({
      caseId,
      step,
      personId: isSystem(by) ? null : by.id,
      byWhom: isSystem(by) ? 'system' : 'person',
      isPublic: true,
      note,
      facts: JSON.stringify(facts),
      toldAt: told ? new Date() : null,
    })
    .execute()
  if (!told) await enqueue(tx, 'tell-senders', {})
}
