import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'
import { tellAuthor } from './tell-people.ts'

/** Gives a text back to its author with a comment. What was approved is approved no more, and its schedule falls. */
export async function returnEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'return', { act, kinds })
  const set = { reviewedBy: null, reviewedAt: null, approvedBy: null, approvedAt: null, scheduledFor: null }
  await moveEdition(tx, by, edition, { step: 'return', comment: act.comment, set })
  await tellAuthor(tx, by, edition, { about: 'Bài được trả lại', said: act.comment })
  await recordStep(tx, by, edition, { done: 'returned', summary: 'Trả lại', to: 'returned' })
}
