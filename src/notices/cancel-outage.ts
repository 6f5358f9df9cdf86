import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Refused } from '../refusals.ts'
import type { Fault } from './notice.ts'
import { openOutage, type OnOutage } from './open-outage.ts'
import type { Doer } from './policy.ts'

/** Calls off a suspension that has not begun. */
export async function cancelOutage(tx: Transaction, by: Doer, act: OnOutage): Promise<void> {
  const outage = await openOutage(tx, by, act)
  const cancelledAt = new Date()
  if (outage.startsAt <= cancelledAt) throw new Refused('outage.cancel', [begun])
  await tx.updateTable('outage').set({ cancelledAt }).where('id', '=', outage.id).execute()
  await recordEvent(tx, {
    action: 'outage.withdrawn',
    by,
    siteId: outage.siteId,
    subject: { kind: 'outage', id: outage.id },
    summary: `Không tạm ngừng nữa: ${outage.affects}`,
    after: { cancelledAt },
  })
}

const begun: Fault = {
  code: 'form:begun',
  message: { vi: 'Đã bắt đầu tạm ngừng: hãy báo đã khôi phục.', en: 'It has begun: report the restoration instead.' },
}
