import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { holds } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { loadEdition } from './load-edition.ts'
import { mayConfirm } from './policy.ts'
import { refuse } from './reason.ts'
import { noteStep, recordStep, type StepAct } from './take-step.ts'
import { tellAuthor } from './tell-people.ts'

/** A second person, a head who neither wrote nor published it, stands in for an emergency publication: its flag falls. */
export async function confirmEmergency(tx: Transaction, by: Actor, act: StepAct): Promise<void> {
  const edition = await loadEdition(tx, by, act)
  if (!holds(by, edition.siteId, 'chief_editor')) throw new Forbidden()
  if (!edition.emergencyReason || edition.confirmedBy !== null) refuse('confirm', 'no-emergency', 'state')
  if (!mayConfirm(by, edition)) refuse('confirm', 'own-article', 'person')
  await tx
    .updateTable('edition')
    .set({ confirmedBy: by.id, confirmedAt: new Date() })
    .where('id', '=', edition.id)
    .execute()
  await noteStep(tx, by, edition, { step: 'confirm', to: edition.state, comment: act.comment })
  await tellAuthor(tx, by, edition, { about: 'Bài đăng khẩn đã được xác nhận', said: act.comment })
  await recordStep(tx, by, edition, { done: 'confirmed', summary: 'Xác nhận đăng khẩn' })
}
