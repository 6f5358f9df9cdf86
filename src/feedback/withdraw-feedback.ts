import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Message } from '../web/message.ts'
import { feedbackForUpdate } from './load-feedback.ts'
import { refuseFeedback } from './why-not-publish-feedback.ts'

/** Why a report is shown no more. Chosen, not typed: the audit log keeps it for good. */
export const withdrawalReasons = {
  personal: { vi: 'Còn lộ thông tin cá nhân', en: 'It showed something personal' },
  sender: { vi: 'Người gửi rút lại đồng ý công khai', en: 'The sender took the agreement back' },
  mistake: { vi: 'Đăng nhầm', en: 'Published by mistake' },
} as const satisfies Record<string, Message>

/** Takes a report out of the public: its page is gone at once, its pictures too. The case goes on. */
export async function withdrawFeedback(
  tx: Transaction,
  by: Actor,
  act: { caseId: number; reason: string },
): Promise<void> {
  const found = await feedbackForUpdate(tx, by, act.caseId)
  const known = Object.hasOwn(withdrawalReasons, act.reason)
  const shown = await tx.selectFrom('publicFeedback').select('caseId').where('caseId', '=', found.id).executeTakeFirst()
  refuseFeedback('feedback.withdraw', [
    ...(known ? [] : (['reason:missing'] as const)),
    ...(shown ? [] : (['form:not-public'] as const)),
  ])
  await tx.deleteFrom('publicFeedback').where('caseId', '=', found.id).execute()
  if (act.reason === 'sender')
    await tx.updateTable('citizenCase').set({ publicWanted: false }).where('id', '=', found.id).execute()
  await recordEvent(tx, {
    action: 'feedback.withdrawn',
    by,
    siteId: found.handlingSiteId,
    subject: { kind: 'case', id: found.id },
    after: { reason: act.reason },
    summary: `Gỡ phản ánh ${found.number} khỏi trang công khai`,
  })
}
