import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { enqueue } from '../jobs/queue.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'

/** Sets the time an approved text goes live by itself, and when (if ever) it ends; scheduled again, the new time counts. */
export async function scheduleEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'schedule', { act, kinds })
  const scheduledFor = act.at as Date
  const expiresAt = act.expiresAt === undefined ? edition.expiresAt : act.expiresAt
  await moveEdition(tx, by, edition, { step: 'schedule', comment: act.comment, set: { scheduledFor, expiresAt } })
  await enqueue(tx, 'publish-due-edition', { editionId: edition.id }, scheduledFor)
  await recordStep(tx, by, edition, {
    done: 'scheduled',
    summary: 'Hẹn giờ đăng',
    to: 'scheduled',
    after: { scheduledFor, expiresAt },
  })
}
