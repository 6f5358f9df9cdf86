import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'

/** Gives a draft up. Its text stays in the history and can be restored. */
export async function discardEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'discard', { act, kinds })
  await moveEdition(tx, by, edition, { step: 'discard', comment: act.comment, set: { endedAt: new Date() } })
  await recordStep(tx, by, edition, { done: 'discarded', summary: 'Bỏ bản thảo', to: 'discarded' })
}
