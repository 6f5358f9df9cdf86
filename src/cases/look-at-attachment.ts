import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { NotFound } from '../refusals.ts'
import { caseForUpdate } from './lock-case.ts'
import { recordCaseStep } from './take-step.ts'

/**
 * Notes that somebody who deals with a case opens a file of it; the caller opens it afterwards (attachments/read-attachment.ts).
 * @throws NotFound for who does not see the case, and for a file that is not of it or is not cleaned.
 */
export async function lookAtAttachment(
  tx: Transaction,
  by: Actor,
  { caseId, attachmentId }: { caseId: number; attachmentId: number },
): Promise<void> {
  const found = await caseForUpdate(tx, by, caseId)
  const file = await tx
    .selectFrom('caseAttachment')
    .select('id')
    .where('id', '=', attachmentId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'clean')
    .executeTakeFirst()
  if (!file) throw new NotFound()
  await tx.insertInto('caseLook').values({ caseId, personId: by.id, what: 'attachment' }).execute()
  await recordCaseStep(tx, by, found, {
    done: 'attachment-read',
    summary: 'Mở tệp gửi kèm',
    after: { attachmentId },
  })
}
