import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { loadEdition } from './load-edition.ts'
import { mayWrite } from './policy.ts'
import { refuse } from './reason.ts'

/** Marks a comment as done. */
export async function resolveComment(tx: Transaction, by: Actor, act: { commentId: number }): Promise<void> {
  const comment = await tx
    .selectFrom('editionComment')
    .select(['id', 'editionId'])
    .where('id', '=', act.commentId)
    .executeTakeFirst()
  if (!comment) throw new NotFound()
  const edition = await loadEdition(tx, by, { editionId: comment.editionId })
  if (!mayWrite(by, edition)) throw new Forbidden()
  const resolved = await tx
    .updateTable('editionComment')
    .set({ resolvedBy: by.id, resolvedAt: new Date() })
    .where('id', '=', comment.id)
    .where('resolvedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!resolved) refuse('resolve', 'resolved-already')
  await recordEvent(tx, {
    action: 'comment.resolved',
    by,
    subject: { kind: 'edition', id: edition.id },
    siteId: edition.siteId,
    summary: `Đánh dấu góp ý đã xong: “${edition.title}”`,
    after: { commentId: comment.id },
  })
}
