import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { cleanText } from '../web/vietnamese.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'
import { tellAuthor } from './tell-people.ts'

/** Takes what is live from the public, everywhere it stands; the public page answers "gone" with the reason. */
export async function withdrawEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'withdraw', { act, kinds })
  const withdrawalReason = cleanText(act.reason ?? '')
  await moveEdition(tx, by, edition, {
    step: 'withdraw',
    comment: withdrawalReason,
    set: { withdrawalReason, endedAt: new Date() },
  })
  await tellAuthor(tx, by, edition, { about: 'Bài đã gỡ', said: withdrawalReason })
  await recordStep(tx, by, edition, {
    done: 'withdrawn',
    summary: 'Gỡ bài',
    to: 'withdrawn',
    after: { reason: withdrawalReason },
  })
}
