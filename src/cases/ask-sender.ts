import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { reasonsOf } from './case-reasons.ts'
import { endClocks, pauseAnswerClock } from './count-clocks.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'
import { tellSender } from './tell-sender.ts'
import { whyNotAsk } from './why-not.ts'

/** Asks the sender to add something; until they do, the time to answer stands still. */
export async function askSender(tx: Transaction, by: Actor, act: { caseId: number; question: string }): Promise<void> {
  const { caseId } = act
  const found = await caseForStep(tx, by, 'ask', { caseId, reasons: () => reasonsOf(whyNotAsk(act)) })
  await endClocks(tx, caseId, 'acknowledge')
  await pauseAnswerClock(tx, caseId, 'Chờ người gửi bổ sung')
  await tellSender(tx, by, { caseId, body: cleanText(act.question) })
  await moveCase(tx, by, found, { step: 'ask' })
  await recordCaseStep(tx, by, found, { done: 'asked', summary: 'Đề nghị người gửi bổ sung' })
}
