import type { Transaction } from '../database/connect.ts'
import type { AnswerWords } from './why-not.ts'

/** The answer of a case that is being written or waits for approval. */
export interface OpenAnswer extends AnswerWords {
  id: number
  revision: number
  state: 'draft' | 'submitted'
  saves: number
  authorId: string | null
  writers: string[]
}

export async function openAnswerOf(tx: Transaction, caseId: number): Promise<OpenAnswer | undefined> {
  const row = await tx
    .selectFrom('caseAnswer')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('state', 'in', ['draft', 'submitted'])
    .forUpdate()
    .executeTakeFirst()
  return row && ({ ...row, answerOn: row.answerOn ?? '' } as OpenAnswer)
}

/** The last answer of a case that is over, whose words the next one begins with. */
export const lastAnswerOf = (tx: Transaction, caseId: number) =>
  tx
    .selectFrom('caseAnswer')
    .select(['revision', 'state', 'writers'])
    .where('caseId', '=', caseId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
