import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Refused } from '../refusals.ts'
import type { Fault } from './notice.ts'
import { openOutage, type OnOutage } from './open-outage.ts'
import type { Doer } from './policy.ts'

/** Reports that the service is back, earlier or later than it was expected. */
export async function restoreService(
  tx: Transaction,
  by: Doer,
  act: OnOutage & { restoredAt: Date | undefined },
): Promise<void> {
  const outage = await openOutage(tx, by, act)
  const { restoredAt } = act
  if (!restoredAt || restoredAt < outage.startsAt || restoredAt > new Date())
    throw new Refused('outage.restore', [between])
  await tx.updateTable('outage').set({ restoredAt }).where('id', '=', outage.id).execute()
  await recordEvent(tx, {
    action: 'outage.ended',
    by,
    siteId: outage.siteId,
    subject: { kind: 'outage', id: outage.id },
    summary: `Đã khôi phục: ${outage.affects}`,
    after: { restoredAt },
  })
}

const between: Fault = {
  code: 'restoredAt:order',
  message: {
    vi: 'Giờ khôi phục phải nằm giữa lúc bắt đầu tạm ngừng và bây giờ.',
    en: 'It must lie between the beginning and now.',
  },
}
