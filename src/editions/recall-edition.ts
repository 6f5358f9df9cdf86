import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'

/** Takes a text back that was handed in and is not approved yet. */
export async function recallEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'recall', { act, kinds })
  await moveEdition(tx, by, edition, {
    step: 'recall',
    comment: act.comment,
    set: { reviewedBy: null, reviewedAt: null },
  })
  await recordStep(tx, by, edition, { done: 'recalled', summary: 'Rút về', to: 'draft' })
}
