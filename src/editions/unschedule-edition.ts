import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'

/** Takes the time of publication away; the text stays approved. The job that waits for that time will find nothing to do. */
export async function unscheduleEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'unschedule', { act, kinds })
  await moveEdition(tx, by, edition, { step: 'unschedule', comment: act.comment, set: { scheduledFor: null } })
  await recordStep(tx, by, edition, { done: 'unscheduled', summary: 'Bỏ hẹn giờ', to: 'approved' })
}
