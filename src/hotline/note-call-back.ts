import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { mayLogCalls } from './policy.ts'

/** Notes that somebody who was to be called back was. A second time changes nothing. */
export async function noteCallBack(tx: Transaction, by: Actor, act: { siteId: number; callId: number }): Promise<void> {
  if (!mayLogCalls(by, act.siteId)) throw new Forbidden()
  const call = await tx
    .selectFrom('hotlineCall')
    .select(['id', 'calledBackAt', 'followUp'])
    .where('id', '=', act.callId)
    .where('siteId', '=', act.siteId)
    .forUpdate()
    .executeTakeFirst()
  if (!call || call.followUp !== 'call-back') throw new NotFound()
  if (call.calledBackAt) return
  await tx.updateTable('hotlineCall').set({ calledBackAt: new Date() }).where('id', '=', call.id).execute()
  await recordEvent(tx, {
    action: 'hotline.called-back',
    by,
    siteId: act.siteId,
    subject: { kind: 'hotline-call', id: call.id },
    summary: 'Đã gọi lại cho người dân',
  })
}
