import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { keepText } from './keep-text.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'
import { tellRoles } from './tell-people.ts'

/** Passes an edited text on to the head for approval; only in the full chain, and never by its author. */
export async function reviewEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'review', { act, kinds })
  await moveEdition(tx, by, edition, {
    step: 'review',
    comment: act.comment,
    set: { reviewedBy: by.id, reviewedAt: new Date() },
  })
  await keepText(tx, by, { editionId: edition.id, revision: edition.revision, kind: 'step', content: edition.content })
  await tellRoles(tx, by, edition, { roles: ['chief_editor'], about: 'Chờ duyệt', said: act.comment })
  await recordStep(tx, by, edition, { done: 'reviewed', summary: 'Biên tập xong, trình duyệt', to: 'reviewed' })
}
