import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import { reasonsOf } from './case-reasons.ts'
import { endClocks } from './count-clocks.ts'
import { tellSender } from './tell-sender.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'
import { whyNotForward, type Forwarding } from './why-not.ts'

/**
 * Passes a case on to another portal of the network. The sender reads which agency is competent and why; the time to pass it on has
 * been met or missed, the time to answer goes on.
 */
export async function forwardCase(tx: Transaction, by: Actor, act: Forwarding): Promise<void> {
  const { caseId, siteId } = act
  const found = await caseForStep(tx, by, 'forward', {
    caseId,
    reasons: async (c) => reasonsOf(await whyNotForward(tx, c, act)),
  })
  const [agency, reason] = [cleanLine(act.agency), cleanText(act.reason)]
  await endClocks(tx, caseId, 'transfer')
  await tellSender(tx, by, { caseId, body: `Hồ sơ được chuyển đến ${agency}.\nLý do: ${reason}` })
  await moveCase(tx, by, found, {
    step: 'forward',
    set: { handlingSiteId: siteId, divisionId: null, officerId: null },
    note: reason,
    facts: { agency },
  })
  await recordCaseStep(tx, by, found, {
    done: 'forwarded',
    summary: 'Chuyển đến cơ quan có thẩm quyền',
    after: { handlingSiteId: siteId },
  })
}
