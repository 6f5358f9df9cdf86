import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Stale } from '../refusals.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import { reasonsOf } from './case-reasons.ts'
import { lastAnswerOf, openAnswerOf, type OpenAnswer } from './open-answer.ts'
import { caseForStep, recordCaseStep } from './take-step.ts'
import { whyNotSave, type AnswerWords } from './why-not.ts'

export interface SavingAnswer extends AnswerWords {
  caseId: number
  /** How often the draft had been saved when the form was given it; 0: there was none. */
  saves: number
}

/**
 * Keeps a draft of the answer. After one was returned the next save begins a new revision; who wrote in the one before is a writer of it
 * too. @throws Stale when somebody saved meanwhile.
 */
export async function saveAnswer(
  tx: Transaction,
  by: Actor,
  act: SavingAnswer,
): Promise<{ answerId: number; revision: number; saves: number }> {
  const { caseId } = act
  const found = await caseForStep(tx, by, 'submit', { caseId, reasons: () => reasonsOf(whyNotSave(act)) })
  const open = await openAnswerOf(tx, caseId)
  if ((open?.saves ?? 0) !== act.saves) throw new Stale()
  const saved = open ? await overwrite(tx, by, { act, open }) : await begin(tx, by, act)
  await recordCaseStep(tx, by, found, { done: 'answer-saved', summary: 'Lưu dự thảo trả lời', after: saved })
  return saved
}

const wordsOf = (act: AnswerWords) => ({
  kind: act.kind,
  ground: act.kind === 'refusal' ? cleanText(act.ground) : '',
  body: cleanText(act.body),
  answerOn: act.kind === 'progress' && act.answerOn !== '' ? act.answerOn : null,
  publish: act.publish,
  publicTitle: cleanLine(act.publicTitle),
  publicQuestion: cleanText(act.publicQuestion),
  publicAnswer: cleanText(act.publicAnswer),
})

async function overwrite(tx: Transaction, by: Actor, { act, open }: { act: AnswerWords; open: OpenAnswer }) {
  const saves = open.saves + 1
  const writers = [...new Set([...open.writers, by.id])]
  await tx
    .updateTable('caseAnswer')
    .set({ ...wordsOf(act), saves, writers, authorId: by.id, updatedAt: sql<Date>`now()` })
    .where('id', '=', open.id)
    .execute()
  return { answerId: open.id, revision: open.revision, saves }
}

async function begin(tx: Transaction, by: Actor, act: SavingAnswer) {
  const last = await lastAnswerOf(tx, act.caseId)
  const before = last?.state === 'returned' ? last.writers : []
  const revision = (last?.revision ?? 0) + 1
  const { id } = await tx
    .insertInto('caseAnswer')
    .values({
      ...wordsOf(act),
      caseId: act.caseId,
      revision,
      saves: 1,
      authorId: by.id,
      writers: [...new Set([...before, by.id])],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { answerId: id, revision, saves: 1 }
}
