import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { holdsSomewhere, secondFactorRoles, type Actor } from './actor.ts'
import { personForUpdate } from './person-facts.ts'
import { mayManagePerson } from './policy.ts'

/**
 * Takes the authenticator away: one's own (the password having been checked), or, for someone who lost theirs, by an administrator,
 * which ends their sessions and lets a demanding role enrol anew at the next sign-in.
 * @throws Forbidden, NotFound; Refused when there is none, or one's own role demands it.
 */
export async function removeSecondFactor(
  tx: Transaction,
  by: Actor,
  act: { personId: string; demo: boolean },
): Promise<void> {
  const person = await personForUpdate(tx, act.personId)
  const own = person.id === by.id
  if (!own && !mayManagePerson(by, person)) throw new Forbidden()
  const refuse = (code: string, vi: string): never => {
    throw new Refused('second-factor', [{ code, message: { vi } }])
  }
  if (!person.twoFactorEnabled) refuse('none', 'Chưa bật xác thực hai bước.')
  if (own && !act.demo && holdsSomewhere(by, ...secondFactorRoles))
    refuse('demanded', 'Vai trò của bạn bắt buộc xác thực hai bước nên không thể tắt.')
  await tx.deleteFrom('personTwoFactor').where('personId', '=', person.id).execute()
  await tx
    .updateTable('person')
    .set({ twoFactorEnabled: false, updatedAt: new Date() })
    .where('id', '=', person.id)
    .execute()
  if (!own) await tx.deleteFrom('personSession').where('personId', '=', person.id).execute()
  await recordEvent(tx, {
    action: 'person.second-factor-removed',
    by,
    subject: { kind: 'person', id: person.id },
    summary: own ? 'Tắt xác thực hai bước' : `Đặt lại xác thực hai bước của ${person.name}`,
  })
}
