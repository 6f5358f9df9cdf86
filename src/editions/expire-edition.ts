import type { Transaction } from '../database/connect.ts'
import type { Kinds } from './content.ts'
import type { System } from './policy.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'

/** Ends what is live because its time is over. Only the system does this. */
export async function expireEdition(tx: Transaction, by: System, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'expire', { act, kinds })
  await moveEdition(tx, by, edition, { step: 'expire', set: { endedAt: new Date() } })
  await recordStep(tx, by, edition, { done: 'expired', summary: 'Hết hạn', to: 'expired' })
}
