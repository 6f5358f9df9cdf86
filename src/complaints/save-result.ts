import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Refused, Stale } from '../refusals.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import { mayWriteResults } from './policy.ts'
import { resultById } from './queries.ts'
import { whyNotKeep, type TypedResult } from './why-not-result.ts'

export interface SavedResult extends TypedResult {
  siteId: number
  /** Undefined: a new one. */
  resultId?: number
  /** How often it had been saved when it was opened. */
  saves: number
}

/** A result with its texts made exact. */
export const exactResult = <Result extends TypedResult>(typed: Result): Result => ({
  ...typed,
  documentNumber: cleanLine(typed.documentNumber),
  title: cleanLine(typed.title),
  body: cleanText(typed.body),
  letStand: typed.letStand
    .map(({ text, reason }) => ({ text: text.normalize('NFC').trim(), reason: cleanLine(reason).slice(0, 500) }))
    .filter(({ reason }) => reason !== ''),
})

/** Keeps a result that is being written. @throws Forbidden, NotFound, Stale when somebody saved it meanwhile, or Refused. */
export async function saveResult(tx: Transaction, by: Actor, act: SavedResult): Promise<{ resultId: number }> {
  if (!mayWriteResults(by, act.siteId)) throw new Forbidden()
  const result = exactResult(act)
  const { siteId, kind, documentNumber, signedOn, title, body } = result
  const reasons = whyNotKeep(result, new Date())
  const same = await tx
    .selectFrom('complaintResult')
    .select('id')
    .where('siteId', '=', siteId)
    .where('documentNumber', '=', documentNumber)
    .executeTakeFirst()
  if (same && same.id !== act.resultId)
    reasons.push({
      code: 'documentNumber:known',
      message: { vi: 'Số, ký hiệu này đã có trong danh sách.', en: 'This number is in the list already.' },
    })
  if (reasons.length > 0) throw new Refused('complaint-result.save', reasons)
  const set = {
    kind,
    documentNumber,
    signedOn,
    title,
    body,
    letStand: JSON.stringify(result.letStand),
    updatedAt: new Date(),
  }
  const resultId =
    act.resultId === undefined
      ? (
          await tx
            .insertInto('complaintResult')
            .values({ siteId, ...set, authorId: by.id })
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
      : await saveAgain(tx, by, { siteId, resultId: act.resultId, saves: act.saves, set })
  await recordEvent(tx, {
    action: 'complaint-result.saved',
    by,
    siteId,
    subject: { kind: 'complaint-result', id: resultId },
    summary: `Lưu văn bản giải quyết khiếu nại, tố cáo số ${documentNumber}`,
    after: { kind, signedOn },
  })
  return { resultId }
}

interface Again {
  siteId: number
  resultId: number
  saves: number
  set: Record<string, unknown>
}

/** Whoever saves is its author: the second person is always somebody else. */
async function saveAgain(tx: Transaction, by: Actor, { siteId, resultId, saves, set }: Again): Promise<number> {
  await tx.selectFrom('complaintResult').select('id').where('id', '=', resultId).forUpdate().executeTakeFirst()
  const before = await resultById(tx, siteId, resultId)
  if (!before) throw new NotFound()
  if (before.saves !== saves) throw new Stale()
  if (before.state !== 'draft')
    throw new Refused('complaint-result.save', [
      {
        code: 'form:state',
        message: {
          vi: 'Văn bản đã trình kiểm tra: hãy trả lại trước khi sửa.',
        },
      },
    ])
  await tx
    .updateTable('complaintResult')
    .set({ ...set, authorId: by.id, saves: saves + 1 })
    .where('id', '=', resultId)
    .execute()
  return resultId
}
