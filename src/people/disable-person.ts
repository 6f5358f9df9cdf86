import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import type { Actor } from './actor.ts'
import { forgetPasswordLinks } from './password-link.ts'
import { personForUpdate, refuseIfLastNetworkAdmin } from './person-facts.ts'
import { mayManagePerson } from './policy.ts'

/** Shuts someone out at once: their sessions end and no way in works until enabled again. @throws Forbidden, NotFound, Refused */
export async function disablePerson(tx: Transaction, by: Actor, act: { personId: string }): Promise<void> {
  const person = await personForUpdate(tx, act.personId)
  if (!mayManagePerson(by, person)) throw new Forbidden()
  if (person.disabledAt)
    throw new Refused('person', [{ code: 'disabled', message: { vi: 'Tài khoản này đã ngừng hoạt động.' } }])
  if (person.current.some((m) => m.role === 'network_admin')) await refuseIfLastNetworkAdmin(tx, person.id, 'person')
  await tx
    .updateTable('person')
    .set({ disabledAt: new Date(), updatedAt: new Date() })
    .where('id', '=', person.id)
    .execute()
  await tx.deleteFrom('personSession').where('personId', '=', person.id).execute()
  await forgetPasswordLinks(tx, person.id)
  await recordEvent(tx, {
    action: 'person.disabled',
    by,
    subject: { kind: 'person', id: person.id },
    summary: `Ngừng hoạt động tài khoản ${person.name}`,
  })
}

/** Lets someone in again; memberships that still run count at once. @throws Forbidden, NotFound, Refused */
export async function enablePerson(tx: Transaction, by: Actor, act: { personId: string }): Promise<void> {
  const person = await personForUpdate(tx, act.personId)
  if (!mayManagePerson(by, person)) throw new Forbidden()
  if (!person.disabledAt)
    throw new Refused('person', [{ code: 'enabled', message: { vi: 'Tài khoản này đang hoạt động.' } }])
  await tx
    .updateTable('person')
    .set({ disabledAt: null, failedSignIns: 0, lockedUntil: null, updatedAt: new Date() })
    .where('id', '=', person.id)
    .execute()
  await recordEvent(tx, {
    action: 'person.enabled',
    by,
    subject: { kind: 'person', id: person.id },
    summary: `Cho tài khoản ${person.name} hoạt động lại`,
  })
}

/** Ends the lock after failed sign-ins before its time. @throws Forbidden, NotFound, Refused when there is none */
export async function unlockPerson(tx: Transaction, by: Actor, act: { personId: string }): Promise<void> {
  const person = await personForUpdate(tx, act.personId)
  if (!mayManagePerson(by, person)) throw new Forbidden()
  if (!person.lockedUntil || person.lockedUntil < new Date())
    throw new Refused('person', [{ code: 'not-locked', message: { vi: 'Tài khoản này không bị khóa.' } }])
  await tx.updateTable('person').set({ failedSignIns: 0, lockedUntil: null }).where('id', '=', person.id).execute()
  await recordEvent(tx, {
    action: 'person.unlocked',
    by,
    subject: { kind: 'person', id: person.id },
    summary: `Mở khóa tài khoản ${person.name}`,
  })
}
