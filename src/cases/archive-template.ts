import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { holds, type Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { refuseCase } from './case-reasons.ts'
import { caseDesk } from './policy.ts'

/** Takes a template off the list. */
export async function archiveTemplate(
  tx: Transaction,
  by: Actor,
  { templateId }: { templateId: number },
): Promise<void> {
  const found = await tx
    .selectFrom('answerTemplate')
    .select(['siteId', 'title', 'archivedAt'])
    .where('id', '=', templateId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  if (!holds(by, found.siteId, ...caseDesk)) throw new Forbidden()
  refuseCase('answer-template.archive', found.archivedAt ? ['form:ended'] : [])
  await tx
    .updateTable('answerTemplate')
    .set({ archivedAt: sql<Date>`now()` })
    .where('id', '=', templateId)
    .execute()
  await recordEvent(tx, {
    action: 'answer-template.archived',
    by,
    subject: { kind: 'answer-template', id: templateId },
    siteId: found.siteId,
    summary: `Bỏ mẫu trả lời “${found.title}”`,
  })
}
