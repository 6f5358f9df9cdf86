import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Refused } from '../refusals.ts'
import type { Actor } from './actor.ts'
import { forgetFailures } from './attempts.ts'
import { whyNotPassword } from './password.ts'
import { forgetPasswordLinks, personOfLink } from './password-link.ts'
import { actorById } from './queries.ts'

/**
 * Sets a password by the link that was mailed: once. Ends every session of the person and any lock; a second factor stays.
 * @throws Refused 'link-over', or 'password' with the reason.
 */
export async function setPasswordByLink(tx: Transaction, act: { token: string; password: string }): Promise<void> {
  const personId = await personOfLink(tx, act.token)
  const person = personId ? await actorById(tx, personId) : undefined
  if (!person)
    throw new Refused('link', [{ code: 'link-over', message: { vi: 'Liên kết này đã dùng hoặc đã hết hạn.' } }])
  await keepPassword(tx, person, act.password)
  await tx.updateTable('person').set({ emailVerified: true }).where('id', '=', person.id).execute()
  await forgetFailures(tx, person.id)
  await tx.deleteFrom('personSession').where('personId', '=', person.id).execute()
  await recordEvent(tx, {
    action: 'person.password-set',
    by: person,
    subject: { kind: 'person', id: person.id },
    summary: 'Đặt mật khẩu bằng liên kết trong thư',
  })
}

/** Changes one's own password, the old one having been checked. Ends the person's other sessions. @throws Refused 'password' */
export async function changePassword(
  tx: Transaction,
  by: Actor,
  act: { password: string; keepSession: string | undefined },
): Promise<void> {
  await keepPassword(tx, by, act.password)
  await tx
    .deleteFrom('personSession')
    .where('personId', '=', by.id)
    .where('id', '<>', act.keepSession ?? '')
    .execute()
  await recordEvent(tx, {
    action: 'person.password-changed',
    by,
    subject: { kind: 'person', id: by.id },
    summary: 'Đổi mật khẩu',
  })
}

/** Writes the hash and takes back every open link. @throws Refused 'password' */
export async function keepPassword(
  tx: Transaction,
  person: { id: string; email: string },
  password: string,
): Promise<void> {
  const reason = whyNotPassword(password, person.email)
  if (reason) throw new Refused('password', [{ code: 'password', message: reason }])
  await forgetPasswordLinks(tx, person.id)
  const hash = await hashPassword(password)
  const { numUpdatedRows } = await tx
    .updateTable('personAccount')
    .set({ password: hash, updatedAt: new Date() })
    .where('personId', '=', person.id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await tx
    .insertInto('personAccount')
    .values({
      id: randomBytes(16).toString('hex'),
      accountId: person.id,
      providerId: 'credential',
      personId: person.id,
      password: hash,
    })
    .execute()
}
