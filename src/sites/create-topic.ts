import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { slugOf } from '../web/vietnamese.ts'
import { refuseFor } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import { slugTaken, whyNotSection } from './section.ts'
import { whyNotTopic, type TopicWords } from './topic.ts'

/** Opens a topic of the whole network. Its slug (empty: made from the name) never changes afterwards. */
export async function createTopic(
  tx: Transaction,
  by: Doer,
  act: TopicWords & { slug?: string; isDemo?: boolean },
): Promise<{ topicId: number }> {
  if (!mayOnNetwork(by, 'changeTopics')) throw new Forbidden()
  const { name, summary, nameEn, summaryEn, startsOn, endsOn, isDemo = false } = act
  const slug = act.slug || slugOf(name)
  const same = await tx.selectFrom('topic').select('name').where('slug', '=', slug).executeTakeFirst()
  refuseFor('topic.create', [
    ...whyNotTopic(act),
    ...whyNotSection({ name: 'x', slug }),
    ...(same && name !== '' ? [slugTaken(slug, same.name)] : []),
  ])
  const { id } = await tx
    .insertInto('topic')
    .values({ slug, name, summary, nameEn, summaryEn, startsOn, endsOn, isDemo })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'topic.created',
    by,
    subject: { kind: 'topic', id },
    summary: `Mở chuyên đề ${name}`,
    after: { slug, name, startsOn, endsOn },
  })
  return { topicId: id }
}
