import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Refused } from '../refusals.ts'
import type { Fault } from './notice.ts'
import { openOutage, type OnOutage } from './open-outage.ts'
import type { Doer } from './policy.ts'

/** Moves the expected time of restoration of a suspension that is not over. */
export async function moveRestoration(
  tx: Transaction,
  by: Doer,
  act: OnOutage & { restoresAt: Date | undefined },
): Promise<void> {
  const outage = await openOutage(tx, by, act)
  const { restoresAt } = act
  if (!restoresAt || restoresAt <= outage.startsAt || restoresAt <= new Date())
    throw new Refused('outage.move', [later])
  if (restoresAt.getTime() === outage.restoresAt.getTime()) return
  await tx.updateTable('outage').set({ restoresAt }).where('id', '=', outage.id).execute()
  await recordEvent(tx, {
    action: 'outage.changed',
    by,
    siteId: outage.siteId,
    subject: { kind: 'outage', id: outage.id },
    summary: `Dời giờ khôi phục: ${outage.affects}`,
    before: { restoresAt: outage.restoresAt },
    after: { restoresAt },
  })
}

const later: Fault = {
  code: 'restoresAt:past',
  message: {
    vi: 'Giờ dự kiến mới phải ở phía trước và sau giờ bắt đầu tạm ngừng.',
    en: 'The new time must lie ahead, and after the beginning.',
  },
}
