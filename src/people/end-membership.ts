import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import type { Actor, Role } from './actor.ts'
import { personForUpdate, refuseIfLastNetworkAdmin, todayInVietnam } from './person-facts.ts'
import { mayChangeMembership } from './policy.ts'
import { roleNames } from './role-names.ts'

/**
 * Ends a membership: at once, or with a day that is still to come (inclusive). One that began today or has not begun leaves no row,
 * for its last day cannot lie before its first; the log keeps it.
 * @throws Forbidden, NotFound; Refused for the last administrator of the network, a day gone by, or one that ended already.
 */
export async function endMembership(
  tx: Transaction,
  by: Actor,
  act: { membershipId: number; lastDay?: string },
): Promise<void> {
  const row = await tx
    .selectFrom('membership')
    .selectAll()
    .where('id', '=', act.membershipId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const membership = { ...row, role: row.role as Role }
  if (!mayChangeMembership(by, membership)) throw new Forbidden()
  const refuse = (code: string, vi: string): never => {
    throw new Refused('membership', [{ code, message: { vi } }])
  }
  const today = todayInVietnam()
  if (membership.validTo && membership.validTo < today) refuse('ended', 'Vai trò này đã kết thúc.')
  if (act.lastDay && act.lastDay < today) refuse('past', 'Ngày cuối phải từ hôm nay trở đi.')
  if (act.lastDay && act.lastDay < membership.validFrom) refuse('dates', 'Ngày cuối phải sau ngày bắt đầu.')
  if (membership.role === 'network_admin') await refuseIfLastNetworkAdmin(tx, membership.personId, 'membership')
  const person = await personForUpdate(tx, membership.personId)
  const validTo = act.lastDay ?? new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  if (validTo < membership.validFrom) await tx.deleteFrom('membership').where('id', '=', membership.id).execute()
  else await tx.updateTable('membership').set({ validTo }).where('id', '=', membership.id).execute()
  await recordEvent(tx, {
    action: 'membership.ended',
    by,
    subject: { kind: 'person', id: person.id },
    siteId: membership.siteId,
    summary: `Kết thúc vai trò ${roleNames[membership.role].vi.toLowerCase()} của ${person.name}`,
    before: {
      role: membership.role,
      siteId: membership.siteId,
      validFrom: membership.validFrom,
      validTo: membership.validTo,
    },
    after: { validTo },
  })
}
