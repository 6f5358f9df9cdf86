import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { keepText } from './keep-text.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'
import { tellRoles } from './tell-people.ts'

/** Hands a draft in: to the desk in the full chain, straight to the head in the short one. Earlier marks of review and approval fall. */
export async function submitEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'submit', { act, kinds })
  const set = {
    submittedBy: by.id,
    submittedAt: new Date(),
    reviewedBy: null,
    reviewedAt: null,
    approvedBy: null,
    approvedAt: null,
  }
  await moveEdition(tx, by, edition, { step: 'submit', comment: act.comment, set })
  await keepText(tx, by, { editionId: edition.id, revision: edition.revision, kind: 'step', content: edition.content })
  const short = edition.chain === 'short'
  await tellRoles(tx, by, edition, {
    roles: short ? ['chief_editor'] : ['editor', 'desk_secretary'],
    about: short ? 'Chờ duyệt' : 'Chờ biên tập',
    said: act.comment,
  })
  await recordStep(tx, by, edition, { done: 'submitted', summary: 'Gửi duyệt', to: 'submitted' })
}
