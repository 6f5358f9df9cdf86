import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { mayAnnounce, type Doer } from './policy.ts'

/** Takes an alert down before its time. One that has ended already stays as it is, and nothing is recorded. */
export async function endAlert(tx: Transaction, by: Doer, act: { siteId: number; alertId: number }): Promise<void> {
  if (!mayAnnounce(by, act.siteId)) throw new Forbidden()
  const alert = await tx
    .selectFrom('siteAlert')
    .selectAll()
    .where('id', '=', act.alertId)
    .where('siteId', '=', act.siteId)
    .forUpdate()
    .executeTakeFirst()
  if (!alert) throw new NotFound()
  const now = new Date()
  if (alert.endedAt || alert.endsAt <= now) return
  await tx.updateTable('siteAlert').set({ endedAt: now }).where('id', '=', alert.id).execute()
  await recordEvent(tx, {
    action: 'alert.removed',
    by,
    siteId: alert.siteId,
    subject: { kind: 'alert', id: alert.id },
    summary: `Gỡ dải thông báo: “${alert.words}”`,
    before: { words: alert.words, endsAt: alert.endsAt },
  })
}
