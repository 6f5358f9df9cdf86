import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { lockEntry } from './load-edition.ts'
import { mayRead, mayWrite } from './policy.ts'
import { refuse } from './reason.ts'
import { entryInLanguage, otherVersionOf } from './translation-queries.ts'

/** Takes the link between an entry and its version in the other language away; both entries stay as they are. */
export async function unlinkTranslation(tx: Transaction, by: Actor, act: { entryId: number }): Promise<void> {
  await lockEntry(tx, act.entryId)
  const entry = await entryInLanguage(tx, act.entryId)
  if (!entry || !mayRead(by, entry)) throw new NotFound()
  if (!mayWrite(by, entry)) throw new Forbidden()
  const other = await otherVersionOf(tx, entry.entryId)
  const { numDeletedRows } = await tx
    .deleteFrom('entryTranslation')
    .where('groupId', 'in', (q) =>
      q.selectFrom('entryTranslation').select('groupId').where('entryId', '=', entry.entryId),
    )
    .executeTakeFirst()
  if (numDeletedRows === 0n) refuse('unlink', 'no-version')
  await recordEvent(tx, {
    action: 'entry.translation-unlinked',
    by,
    subject: { kind: 'entry', id: entry.entryId },
    siteId: entry.siteId,
    summary: `Bỏ liên kết “${entry.title}” với “${other?.title ?? ''}”`,
    before: { other: other?.entryId },
  })
}
