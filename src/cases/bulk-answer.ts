import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { cleanText } from '../web/vietnamese.ts'
import { reasonsOf, refuseCase } from './case-reasons.ts'
import type { CaseKinds } from './kind.ts'
import type { CaseView } from './load-case.ts'
import { caseForUpdate } from './lock-case.ts'
import { mostAtATime, sharesAnswers } from './merge-cases.ts'
import { lastAnswerOf, openAnswerOf } from './open-answer.ts'
import { leadsOn, mayTakeByRole } from './policy.ts'
import { moveCase, recordCaseStep, type CaseReason } from './take-step.ts'
import { whyNotSubmit } from './why-not.ts'

export interface BulkAnswering {
  siteId: number
  caseIds: readonly number[]
  kind: 'answer' | 'refusal'
  ground: string
  body: string
}

/**
 * Writes one answer for many cases of a portal about the same field and hands it in for each: all of them, or none. A refusal lists the
 * cases at fault, each code beginning with the number of the case. Each case gets an answer row and an audit event of its own.
 */
export async function bulkAnswer(tx: Transaction, by: Actor, act: BulkAnswering, kinds: CaseKinds): Promise<void> {
  const cases = await casesForBulk(tx, by, { ...act, act: 'case.bulk-answer' })
  if (cases.some((c) => !mayTakeByRole(by, 'submit', c))) throw new Forbidden()
  const words = { ...act, answerOn: '', publish: false, publicTitle: '', publicQuestion: '', publicAnswer: '' }
  const fieldId = cases[0]!.fieldId
  const faults: CaseReason[] = reasonsOf(whyNotSubmit(words))
  for (const c of cases) {
    if (!leadsOn('submit', c.state)) faults.push(faultOf(c, 'state'))
    if (c.fieldId !== fieldId) faults.push(faultOf(c, 'field'))
    if (!sharesAnswers(kinds, c)) faults.push(faultOf(c, 'kind'))
    if (await openAnswerOf(tx, c.id)) faults.push(faultOf(c, 'draft'))
  }
  if (faults.length > 0) throw new Refused('case.bulk-answer', faults)
  const [body, ground] = [cleanText(act.body), act.kind === 'refusal' ? cleanText(act.ground) : '']
  for (const c of cases) {
    const last = await lastAnswerOf(tx, c.id)
    await tx
      .insertInto('caseAnswer')
      .values({
        caseId: c.id,
        revision: (last?.revision ?? 0) + 1,
        state: 'submitted',
        kind: act.kind,
        ground,
        body,
        authorId: by.id,
        writers: [by.id],
        submittedAt: sql<Date>`now()`,
      })
      .execute()
    await moveCase(tx, by, c, { step: 'submit' })
  }
  for (const c of cases)
    await recordCaseStep(tx, by, c, { done: 'submitted', summary: 'Trình duyệt dự thảo trả lời (trả lời hàng loạt)' })
}

/** Cases of a portal, locked in one order. @throws NotFound when one is not of it or not to be seen. */
export async function casesForBulk(
  tx: Transaction,
  by: Actor,
  { siteId, caseIds, act }: { siteId: number; caseIds: readonly number[]; act: string },
): Promise<CaseView[]> {
  const ids = [...new Set(caseIds)].toSorted((a, b) => a - b)
  refuseCase(act, ids.length === 0 ? ['caseIds:missing'] : ids.length > mostAtATime ? ['caseIds:many'] : [])
  const cases: CaseView[] = []
  for (const id of ids) cases.push(await caseForUpdate(tx, by, id))
  if (cases.some((c) => c.handlingSiteId !== siteId)) throw new NotFound()
  return cases
}

const faults = {
  state: {
    vi: 'không ở bước có thể làm việc này',
    en: 'is at another step',
  },
  field: { vi: 'thuộc lĩnh vực khác', en: 'is of another field' },
  kind: { vi: 'thuộc loại phải trả lời riêng từng người', en: 'is of a kind answered one by one' },
  draft: { vi: 'đã có dự thảo trả lời riêng', en: 'has a draft of its own' },
  progress: { vi: 'là thông báo tiến độ, cần duyệt riêng', en: 'is a notice of progress, approved by itself' },
  'own-answer': { vi: 'do chính người duyệt viết', en: 'was written by who would approve it' },
  answer: { vi: 'có dự thảo chưa đủ nội dung', en: 'has an incomplete draft' },
} as const
export type BulkFault = keyof typeof faults

/** One case that keeps a bulk act from being done. */
export const faultOf = (c: CaseView, fault: BulkFault): CaseReason => ({
  code: `${c.number}:${fault}`,
  message: { vi: `Hồ sơ ${c.number} ${faults[fault].vi}.`, en: `Case ${c.number} ${faults[fault].en}.` },
})
