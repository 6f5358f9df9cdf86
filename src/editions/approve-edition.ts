import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { approvalIn } from './edition.ts'
import { loadEdition } from './load-edition.ts'
import { editionForStep, moveEdition, recordStep, type StepAct } from './take-step.ts'
import { tellAuthor, tellRoles } from './tell-people.ts'

/** Approves a text as it stands: from here on it is frozen. Never by its author, its submitter, whose words it took over, or who changed it unseen. */
export async function approveEdition(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const step = approvalIn((await loadEdition(tx, by, act)).chain)
  const edition = await editionForStep(tx, by, step, { act, kinds })
  await moveEdition(tx, by, edition, {
    step,
    comment: act.comment,
    set: { approvedBy: by.id, approvedAt: new Date(), ...expiry(act) },
  })
  await tellAuthor(tx, by, edition, { about: 'Bài đã được duyệt', said: act.comment })
  await tellRoles(tx, by, edition, { roles: ['desk_secretary'], about: 'Đã duyệt, chờ đăng', said: act.comment })
  await recordStep(tx, by, edition, { done: 'approved', summary: 'Duyệt', to: 'approved' })
}

const expiry = (act: StepAct): { expiresAt?: Date | null } =>
  act.expiresAt === undefined ? {} : { expiresAt: act.expiresAt }
