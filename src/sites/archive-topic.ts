import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { mayOnNetwork, type Doer } from './policy.ts'

/** Archives a topic (its page stays, editors are no longer offered it) or brings it back. */
export async function archiveTopic(
  tx: Transaction,
  by: Doer,
  act: { topicId: number; archived: boolean },
): Promise<void> {
  if (!mayOnNetwork(by, 'changeTopics')) throw new Forbidden()
  const topic = await tx.selectFrom('topic').selectAll().where('id', '=', act.topicId).forUpdate().executeTakeFirst()
  if (!topic) throw new NotFound()
  if ((topic.archivedAt !== null) === act.archived) return
  await tx
    .updateTable('topic')
    .set({ archivedAt: act.archived ? new Date() : null })
    .where('id', '=', topic.id)
    .execute()
  await recordEvent(tx, {
    action: act.archived ? 'topic.archived' : 'topic.restored',
    by,
    subject: { kind: 'topic', id: topic.id },
    summary: `${act.archived ? 'Lưu trữ' : 'Mở lại'} chuyên đề ${topic.name}`,
  })
}
