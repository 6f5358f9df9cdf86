import { randomBytes } from 'node:crypto'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { cleanLine } from '../web/vietnamese.ts'
import type { Actor, Role } from './actor.ts'
import { addMembership } from './add-membership.ts'
import { mailInvitation } from './invite-person.ts'
import { mayChangeMembership } from './policy.ts'
import { keepPassword } from './set-password.ts'

interface NewPerson {
  name: string
  email: string
  role: Role
  /** Null: for the whole network. */
  siteId: number | null
  /** YYYY-MM-DD, in Viet Nam; from today and without an end when absent. */
  validFrom?: string
  validTo?: string | null
  officeUrl: string
}

/**
 * Brings someone in: makes the account and mails the invitation, or, where the address is known already, only adds the membership.
 * @throws Forbidden when the role is beyond the actor's reach; Refused as addMembership.
 */
export async function createPerson(
  tx: Transaction,
  by: Actor,
  act: NewPerson,
): Promise<{ personId: string; existed: boolean }> {
  const email = act.email.trim().toLowerCase()
  const known = await tx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  if (!mayChangeMembership(by, { personId: known?.id ?? '', siteId: act.siteId, role: act.role })) throw new Forbidden()
  if (known) {
    await addMembership(tx, by, { ...act, personId: known.id })
    return { personId: known.id, existed: true }
  }
  const person = await insertPerson(tx, act)
  await mailInvitation(tx, { ...person, siteId: act.siteId, officeUrl: act.officeUrl })
  await recordEvent(tx, {
    action: 'person.created',
    by,
    subject: { kind: 'person', id: person.id },
    siteId: act.siteId,
    summary: `Tạo tài khoản ${person.name}`,
    after: { name: person.name, role: act.role, siteId: act.siteId },
  })
  return { personId: person.id, existed: false }
}

/**
 * For the command line, by whoever may run it on the server: makes an account with its first membership. Without a password the
 * link to set one is returned (and mailed), valid 72 hours. `site` is the key of a portal; none for the roles of the network.
 * @throws NotFound for an unknown site; Refused when the address is wrong or taken, the role does not fit, or the password is weak.
 */
export async function createPersonFromShell(
  tx: Transaction,
  act: { name: string; email: string; role: Role; site?: string; password?: string; officeUrl: string },
): Promise<{ personId: string; link?: string }> {
  const site = act.site
    ? await tx.selectFrom('site').select('id').where('key', '=', act.site).executeTakeFirst()
    : undefined
  if (act.site && !site) throw new NotFound(`no portal with the key ${act.site}`)
  const siteId = site?.id ?? null
  const refuse = (code: string, vi: string): never => {
    throw new Refused('person', [{ code, message: { vi } }])
  }
  if (!cleanLine(act.name)) refuse('name', 'Thiếu họ tên: hãy thêm --name.')
  if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(act.email.trim())) refuse('email', 'Địa chỉ thư điện tử không hợp lệ.')
  if (siteId === null && act.role !== 'network_admin' && act.role !== 'auditor')
    refuse('site-missing', 'Vai trò này cần một cổng: hãy thêm --site.')
  if (siteId !== null && act.role === 'network_admin')
    refuse('site-superfluous', 'Quản trị mạng lưới không thuộc một cổng: hãy bỏ --site.')
  const taken = await tx
    .selectFrom('person')
    .select('id')
    .where('email', '=', act.email.trim().toLowerCase())
    .executeTakeFirst()
  if (taken) refuse('email-taken', 'Địa chỉ thư điện tử này đã có tài khoản.')
  const person = await insertPerson(tx, { ...act, siteId })
  if (act.password !== undefined) await keepPassword(tx, person, act.password)
  const link =
    act.password === undefined ? await mailInvitation(tx, { ...person, siteId, officeUrl: act.officeUrl }) : undefined
  await recordEvent(tx, {
    action: 'person.created',
    by: { system: 'Dòng lệnh' },
    subject: { kind: 'person', id: person.id },
    siteId,
    summary: `Tạo tài khoản ${person.name}`,
    after: { name: person.name, role: act.role, siteId },
  })
  return { personId: person.id, link }
}

async function insertPerson(
  tx: Transaction,
  given: {
    name: string
    email: string
    role: Role
    siteId: number | null
    validFrom?: string
    validTo?: string | null
  },
): Promise<{ id: string; name: string; email: string }> {
  const person = {
    id: randomBytes(12).toString('hex'),
    name: cleanLine(given.name),
    email: given.email.trim().toLowerCase(),
  }
  await tx.insertInto('person').values(person).execute()
  const { siteId, role, validFrom, validTo } = given
  await tx
    .insertInto('membership')
    .values({ personId: person.id, siteId, role, validTo, ...(validFrom ? { validFrom } : {}) })
    .execute()
  return person
}
