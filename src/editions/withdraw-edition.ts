import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { cleanText } from '../web/vietnamese.ts'
import { editionById } from './queries.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'
import { tellAuthor } from './tell-people.ts'

/**
 * Takes what is live from the public, everywhere it stands; the public page answers "gone" with the reason. A next version that waits
 * for its time loses it: what was withdrawn comes back by somebody's decision, never by itself.
 */
export async function withdrawEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'withdraw', { act, kinds })
  const withdrawalReason = cleanText(act.reason ?? '')
  await moveEdition(tx, by, edition, {
    step: 'withdraw',
    comment: withdrawalReason,
    set: { withdrawalReason, endedAt: new Date() },
  })
  const unscheduled = await unscheduleNext(tx, by, edition.entryId)
  await tellAuthor(tx, by, edition, { about: 'Bài đã gỡ', said: withdrawalReason })
  await recordStep(tx, by, edition, {
    done: 'withdrawn',
    summary: 'Gỡ bài',
    to: 'withdrawn',
    after: { reason: withdrawalReason, ...(unscheduled && { unscheduled }) },
  })
}

/** Takes the time from the scheduled version of an entry, if there is one, and tells its number. */
async function unscheduleNext(tx: Transaction, by: Actor, entryId: number): Promise<number | undefined> {
  const found = await tx
    .selectFrom('edition')
    .select('id')
    .where('entryId', '=', entryId)
    .where('state', '=', 'scheduled')
    .executeTakeFirst()
  const next = found && (await editionById(tx, found.id))
  if (next) await moveEdition(tx, by, next, { step: 'unschedule', set: { scheduledFor: null } })
  return next?.id
}
