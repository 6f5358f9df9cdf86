import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { whyNotOutage, type Outage } from './notice.ts'
import { mayAnnounce, type Doer } from './policy.ts'
import { suspensionNotice } from './queries.ts'

/**
 * Announces a suspension of the service, publicly and at once: as long before it begins as the law asks, or with the ground of
 * force majeure (Decree 224/2026, art. 13).
 */
export async function announceOutage(
  tx: Transaction,
  by: Doer,
  act: { siteId: number } & Outage,
): Promise<{ outageId: number }> {
  if (!mayAnnounce(by, act.siteId)) throw new Forbidden()
  const now = new Date()
  const { earliest } = await suspensionNotice(tx, act.siteId, now)
  const faults = whyNotOutage(act, { now, earliest })
  const { siteId, startsAt, restoresAt, affects, reason, forced } = act
  if (faults.length > 0 || !startsAt || !restoresAt) throw new Refused('outage.announce', faults)
  const ground = forced ? act.ground : ''
  const { id } = await tx
    .insertInto('outage')
    .values({
      siteId,
      startsAt,
      restoresAt,
      affects,
      reason,
      forced,
      ground,
      createdBy: 'system' in by ? null : by.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'outage.published',
    by,
    siteId,
    subject: { kind: 'outage', id },
    summary: `Thông báo tạm ngừng: ${affects}`,
    after: { startsAt, restoresAt, affects, reason, forced, ground },
  })
  return { outageId: id }
}
