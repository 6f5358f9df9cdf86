import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import { loadEdition } from './load-edition.ts'
import { mayWrite } from './policy.ts'
import { refuse } from './reason.ts'

export interface NewComment {
  editionId: number
  /** The passage it speaks of; without one it is a note for the desk. */
  quote?: string
  body: string
}

/** Says something to colleagues about a text. Whoever may write the text may; auditors only read. */
export async function commentOnEdition(tx: Transaction, by: Actor, act: NewComment): Promise<{ commentId: number }> {
  const edition = await loadEdition(tx, by, { editionId: act.editionId })
  if (!mayWrite(by, edition)) throw new Forbidden()
  const body = cleanText(act.body).slice(0, 5000)
  if (body === '') refuse('comment', 'body-of-comment-missing')
  const quote = cleanLine(act.quote ?? '').slice(0, 1000) || null
  const { id } = await tx
    .insertInto('editionComment')
    .values({ entryId: edition.entryId, editionId: edition.id, personId: by.id, quote, body })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'comment.made',
    by,
    subject: { kind: 'edition', id: edition.id },
    siteId: edition.siteId,
    summary: `${quote ? 'Góp ý đoạn văn' : 'Ghi chú cho tòa soạn'}: “${edition.title}”`,
    after: { commentId: id },
  })
  return { commentId: id }
}
