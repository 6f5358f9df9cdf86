import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { holds, type Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import { refuseCase } from './case-reasons.ts'
import { caseDesk } from './policy.ts'

export interface SavingTemplate {
  siteId: number
  /** The one that is changed; none: a new one. */
  templateId?: number
  fieldId: number | null
  title: string
  body: string
}

/** Keeps words that are used in many answers of a portal. Anyone at its desk may. */
export async function saveTemplate(tx: Transaction, by: Actor, act: SavingTemplate): Promise<{ templateId: number }> {
  const { siteId } = act
  if (!holds(by, siteId, ...caseDesk)) throw new Forbidden()
  const [title, body, fieldId] = [cleanLine(act.title), cleanText(act.body), act.fieldId || null]
  const known =
    fieldId === null || (await tx.selectFrom('caseField').select('id').where('id', '=', fieldId).executeTakeFirst())
  refuseCase('answer-template.save', [
    ...(title === '' ? (['title:missing'] as const) : []),
    ...(title.length > 200 ? (['title:long'] as const) : []),
    ...(body === '' ? (['body:missing'] as const) : []),
    ...(body.length > 20_000 ? (['templateBody:long'] as const) : []),
    ...(known ? [] : (['fieldId:unknown'] as const)),
  ])
  const words = { title, body, fieldId, updatedBy: by.id, updatedAt: sql<Date>`now()` }
  const saved = act.templateId
    ? await tx
        .updateTable('answerTemplate')
        .set(words)
        .where('id', '=', act.templateId)
        .where('siteId', '=', siteId)
        .where('archivedAt', 'is', null)
        .returning('id')
        .executeTakeFirst()
    : await tx
        .insertInto('answerTemplate')
        .values({ ...words, siteId })
        .returning('id')
        .executeTakeFirst()
  if (!saved) throw new NotFound()
  await recordEvent(tx, {
    action: 'answer-template.saved',
    by,
    subject: { kind: 'answer-template', id: saved.id },
    siteId,
    after: { title, fieldId },
    summary: `Lưu mẫu trả lời “${title}”`,
  })
  return { templateId: saved.id }
}
