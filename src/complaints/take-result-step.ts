import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { resultById, type ResultRow } from './queries.ts'
import type { ResultState } from './complaint-result.ts'
import type { ResultReason } from './why-not-result.ts'

export interface ResultStep {
  siteId: number
  resultId: number
}

/** A result locked for a step from a state. @throws NotFound, Forbidden, or Refused with every reason. */
export async function resultForStep(
  tx: Transaction,
  act: ResultStep,
  asked: { may: (result: ResultRow) => boolean; from: ResultState; reasons?: (result: ResultRow) => ResultReason[] },
): Promise<ResultRow> {
  await tx.selectFrom('complaintResult').select('id').where('id', '=', act.resultId).forUpdate().executeTakeFirst()
  const result = await resultById(tx, act.siteId, act.resultId)
  if (!result) throw new NotFound()
  if (!asked.may(result)) throw new Forbidden()
  const reasons = [
    ...(result.state === asked.from
      ? []
      : [
          {
            code: 'form:state',
            message: {
              vi: 'Văn bản đã chuyển sang bước khác: hãy tải lại trang.',
              en: 'It has moved on: load the page again.',
            },
          },
        ]),
    ...(asked.reasons?.(result) ?? []),
  ]
  if (reasons.length > 0) throw new Refused('complaint-result', reasons)
  return result
}

/** What the audit log tells of a step: the number of the document, nothing else of it. */
export const stepEvent = (by: Actor, result: ResultRow, done: string, summary: string) => ({
  action: `complaint-result.${done}`,
  by,
  siteId: result.siteId,
  subject: { kind: 'complaint-result', id: result.id },
  summary: `${summary} số ${result.documentNumber}`,
  before: { state: result.state },
})
