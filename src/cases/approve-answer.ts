import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { reasonsOf, type CaseReasonCode } from './case-reasons.ts'
import { endClocks } from './count-clocks.ts'
import type { CaseView } from './load-case.ts'
import { answerMerged } from './merged-cases.ts'
import { openAnswerOf, type OpenAnswer } from './open-answer.ts'
import { caseForStep, moveCase, recordCaseStep, type CaseMove } from './take-step.ts'
import { whyNotSubmit } from './why-not.ts'

/**
 * A leader who wrote nothing of it approves the answer: it goes to the sender, and to the senders of cases joined to this one. An answer
 * and a refusal end the clocks; a notice of progress names the day of the answer, the case stays in hand and its clock goes on.
 */
export async function approveAnswer(tx: Transaction, by: Actor, { caseId }: { caseId: number }): Promise<void> {
  await recordApproval(tx, by, await giveAnswer(tx, by, caseId))
}

/** An answer that was given, to be recorded last. */
export interface Approval {
  c: CaseView
  answer: OpenAnswer
}

/** All of an approval but its audit event. */
export async function giveAnswer(tx: Transaction, by: Actor, caseId: number): Promise<Approval> {
  const submitted = await tx
    .selectFrom('caseAnswer')
    .select('kind')
    .where('caseId', '=', caseId)
    .where('state', '=', 'submitted')
    .executeTakeFirst()
  const step = submitted?.kind === 'progress' ? 'inform' : 'approve'
  let answer: OpenAnswer | undefined
  const c = await caseForStep(tx, by, step, {
    caseId,
    reasons: async (found) => {
      answer = await openAnswerOf(tx, caseId)
      return reasonsOf(whyNotApprove(by, found, answer))
    },
  })
  const approved = answer!
  await tx
    .updateTable('caseAnswer')
    .set({ state: 'approved', approvedBy: by.id, approvedAt: sql<Date>`now()` })
    .where('id', '=', approved.id)
    .execute()
  await endClocks(tx, caseId, step === 'inform' ? 'acknowledge' : 'all')
  const move: CaseMove =
    step === 'inform'
      ? { step, facts: { answerOn: approved.answerOn } }
      : { step, facts: { kind: approved.kind }, set: { answeredAt: sql<Date>`now()` } }
  await moveCase(tx, by, c, move)
  await answerMerged(tx, by, { caseId, answerId: approved.id })
  return { c, answer: approved }
}

/** Records the audit event of an approval. */
export const recordApproval = (tx: Transaction, by: Actor, { c, answer }: Approval): Promise<void> =>
  recordCaseStep(tx, by, c, {
    ...done[answer.kind as keyof typeof done],
    after: { answerId: answer.id, revision: answer.revision },
  })

const done = {
  answer: { done: 'answered', summary: 'Duyệt và gửi trả lời' },
  refusal: { done: 'refused', summary: 'Duyệt và gửi từ chối, có nêu căn cứ' },
  progress: { done: 'informed', summary: 'Thông báo tiến độ cho người gửi' },
}

function whyNotApprove(by: Actor, c: CaseView, answer: OpenAnswer | undefined): CaseReasonCode[] {
  const wrote = answer !== undefined && answer.authorId !== by.id && answer.writers.includes(by.id)
  // What is not handed in is told by the state of the case.
  return [...(c.state === 'submitted' ? whyNotSubmit(answer) : []), ...(wrote ? (['form:wrote-it'] as const) : [])]
}
