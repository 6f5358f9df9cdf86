import type { Selectable } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Outage } from '../database/schema.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import type { Fault } from './notice.ts'
import { mayAnnounce, type Doer } from './policy.ts'

interface OnOutage {
  siteId: number
  outageId: number
}

/** Moves the expected time of restoration of a suspension that is not over. */
export async function moveRestoration(
  tx: Transaction,
  by: Doer,
  act: OnOutage & { restoresAt: Date | undefined },
): Promise<void> {
  const outage = await openOutage(tx, by, act)
  const { restoresAt } = act
  if (!restoresAt || restoresAt <= outage.startsAt || restoresAt <= new Date()) throw new Refused('outage.move', [later])
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

/** The suspension, locked. Throws NotFound, and Refused where it is over already. */
async function openOutage(tx: Transaction, by: Doer, { siteId, outageId }: OnOutage): Promise<Selectable<Outage>> {
  if (!mayAnnounce(by, siteId)) throw new Forbidden()
  const outage = await tx
    .selectFrom('outage')
    .selectAll()
    .where('id', '=', outageId)
    .where('siteId', '=', siteId)
    .forUpdate()
    .executeTakeFirst()
  if (!outage) throw new NotFound()
  if (outage.restoredAt || outage.cancelledAt) throw new Refused('outage', [over])
  return outage
}

const later: Fault = {
  code: 'restoresAt:past',
  message: {
    vi: 'Giờ dự kiến mới phải ở phía trước và sau giờ bắt đầu tạm ngừng.',
    en: 'The new time must lie ahead, and after the beginning.',
  },
}
const between: Fault = {
  code: 'restoredAt:order',
  message: {
    vi: 'Giờ khôi phục phải nằm giữa lúc bắt đầu tạm ngừng và bây giờ.',
    en: 'It must lie between the beginning and now.',
  },
}
const begun: Fault = {
  code: 'form:begun',
  message: { vi: 'Đã bắt đầu tạm ngừng: hãy báo đã khôi phục.', en: 'It has begun: report the restoration instead.' },
}
const over: Fault = {
  code: 'form:over',
  message: { vi: 'Đợt tạm ngừng này đã kết thúc.', en: 'This suspension is over.' },
}
