import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import type { Actor, Role } from './actor.ts'
import { personForUpdate, todayInVietnam } from './person-facts.ts'
import { mayChangeMembership } from './policy.ts'
import { roleNames } from './role-names.ts'

/**
 * Gives someone a role on a site, from and to a day (inclusive, in Viet Nam; from today when absent).
 * @throws Forbidden, NotFound; Refused when they hold it already, are disabled, or the days are in the wrong order.
 */
export async function addMembership(
  tx: Transaction,
  by: Actor,
  act: { personId: string; siteId: number | null; role: Role; validFrom?: string; validTo?: string | null },
): Promise<{ membershipId: number }> {
  if (!mayChangeMembership(by, act)) throw new Forbidden()
  const person = await personForUpdate(tx, act.personId)
  const validFrom = act.validFrom ?? todayInVietnam()
  const refuse = (code: string, vi: string): never => {
    throw new Refused('membership', [{ code, message: { vi } }])
  }
  if (person.disabledAt)
    refuse('person-disabled', 'Tài khoản này đã ngừng hoạt động. Hãy cho hoạt động lại trước khi giao vai trò.')
  if (person.current.some((m) => m.siteId === act.siteId && m.role === act.role))
    refuse('already', `Người này đã là ${roleNames[act.role].vi.toLowerCase()} ở đây.`)
  if (act.validTo && act.validTo < validFrom) refuse('dates', 'Ngày kết thúc phải sau ngày bắt đầu.')
  const { id } = await tx
    .insertInto('membership')
    .values({ personId: person.id, siteId: act.siteId, role: act.role, validFrom, validTo: act.validTo ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'membership.added',
    by,
    subject: { kind: 'person', id: person.id },
    siteId: act.siteId,
    summary: `Giao vai trò ${roleNames[act.role].vi.toLowerCase()} cho ${person.name}`,
    after: { role: act.role, siteId: act.siteId, validFrom, validTo: act.validTo ?? null },
  })
  return { membershipId: id }
}
