import { saveAnswer } from '../cases/save-answer.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { groundById } from './grounds.ts'
import { requestForUpdate } from './request-for-update.ts'
import { refuseRequest, type RequestReason } from './why-not-request.ts'

export interface Refusing {
  caseId: number
  /** One of `refusalGrounds`. */
  ground: string
  /** Why it fits, in the officer's words. */
  words: string
}

/** Begins the draft of a refusal with its ground (Law on Access to Information 2016, art. 28). It goes the way of every answer: handed in, approved. */
export async function draftRefusal(tx: Transaction, by: Actor, act: Refusing): Promise<void> {
  const found = await requestForUpdate(tx, by, act.caseId)
  const ground = groundById(act.ground)
  const words = cleanText(act.words)
  const reasons: RequestReason[] = [
    ...(found.state === 'assigned' ? [] : (['form:closed'] as const)),
    ...(ground ? [] : (['ground:missing'] as const)),
    ...(words.length < 20 ? (['words:missing'] as const) : []),
    ...((await hasDraft(tx, found.id)) ? (['form:draft'] as const) : []),
  ]
  refuseRequest('case.information-refuse', reasons)
  await saveAnswer(tx, by, {
    caseId: found.id,
    saves: 0,
    kind: 'refusal',
    ground: `${ground!.basis}: ${ground!.label.vi.toLocaleLowerCase('vi')}.`,
    body: words,
    answerOn: '',
    publish: false,
    publicTitle: '',
    publicQuestion: '',
    publicAnswer: '',
  })
}

async function hasDraft(tx: Transaction, caseId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('caseAnswer')
    .select('id')
    .where('caseId', '=', caseId)
    .where('state', 'in', ['draft', 'submitted'])
    .executeTakeFirst()
  return row !== undefined
}
