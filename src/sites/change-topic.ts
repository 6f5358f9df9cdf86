import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { changesOf } from './changes.ts'
import { refuseFor } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import { whyNotTopic, type TopicWords } from './topic.ts'

/** Changes the name, introduction and days of a topic. */
export async function changeTopic(tx: Transaction, by: Doer, act: TopicWords & { topicId: number }): Promise<void> {
  if (!mayOnNetwork(by, 'changeTopics')) throw new Forbidden()
  const topic = await tx.selectFrom('topic').selectAll().where('id', '=', act.topicId).forUpdate().executeTakeFirst()
  if (!topic) throw new NotFound()
  const { name, summary, nameEn, summaryEn, startsOn, endsOn } = act
  const wanted: TopicWords = { name, summary, nameEn, summaryEn, startsOn, endsOn }
  refuseFor('topic.change', whyNotTopic(wanted))
  const changes = changesOf<TopicWords>(topic, wanted)
  if (!changes) return
  await tx.updateTable('topic').set(wanted).where('id', '=', topic.id).execute()
  await recordEvent(tx, {
    action: 'topic.changed',
    by,
    subject: { kind: 'topic', id: topic.id },
    summary: `Sửa chuyên đề ${wanted.name}`,
    ...changes,
  })
}
