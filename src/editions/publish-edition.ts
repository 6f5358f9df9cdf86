import type { Transaction } from '../database/connect.ts'
import type { Kinds } from './content.ts'
import { goLive } from './go-live.ts'
import type { By } from './policy.ts'
import { editionForStep, recordStep, type StepAct } from './take-step.ts'
import { tellAuthor } from './tell-people.ts'

/** Puts an approved text before the public; the version live until now is superseded. The job does the same for a schedule. */
export async function publishEdition(tx: Transaction, by: By, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'publish', { act, kinds })
  const { superseded } = await goLive(tx, by, edition, {
    step: 'publish',
    comment: act.comment,
    expiresAt: act.expiresAt,
    kinds,
  })
  await tellAuthor(tx, by, edition, { about: 'Bài đã đăng', said: act.comment })
  await recordStep(tx, by, edition, { done: 'published', summary: 'Đăng', to: 'published', after: { superseded } })
}
