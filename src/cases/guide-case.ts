import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import { reasonsOf } from './case-reasons.ts'
import { endClocks } from './count-clocks.ts'
import { answerMerged } from './merged-cases.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'
import { tellSender } from './tell-sender.ts'
import { whyNotGuide, type Guiding } from './why-not.ts'

/** Closes a matter that is nobody's in the network: the sender reads who is competent and how to reach them. */
export async function guideCase(tx: Transaction, by: Actor, act: Guiding): Promise<void> {
  const { caseId } = act
  const found = await caseForStep(tx, by, 'guide', { caseId, reasons: () => reasonsOf(whyNotGuide(act)) })
  const agency = cleanLine(act.agency)
  const body = `Cơ quan có thẩm quyền: ${agency}\nCách liên hệ:\n${cleanText(act.how)}`
  await endClocks(tx, caseId, 'all')
  await tellSender(tx, by, { caseId, body })
  await moveCase(tx, by, found, {
    step: 'guide',
    set: { outcome: 'guided', closedAt: sql<Date>`now()`, answeredAt: sql<Date>`now()` },
    facts: { agency },
  })
  await answerMerged(tx, by, { caseId, body })
  await recordCaseStep(tx, by, found, { done: 'guided', summary: 'Hướng dẫn đến cơ quan có thẩm quyền' })
}
