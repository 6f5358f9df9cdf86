import { eraseCase } from '../cases/erase-case-senders.ts'
import type { CaseView } from '../cases/load-case.ts'
import { caseForUpdate } from '../cases/lock-case.ts'
import { noteEvent } from '../cases/note-event.ts'
import { dealsWith } from '../cases/policy.ts'
import { recordCaseStep } from '../cases/take-step.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { NotFound } from '../refusals.ts'
import { cleanText } from '../web/vietnamese.ts'
import { dataRequestForUpdate } from './data-request-for-update.ts'
import { erasingRights, readDetails } from './data-request.ts'
import { refuseData, type DataReason } from './why-not-data.ts'

export interface ErasingOnRequest {
  /** The request. */
  caseId: number
  /** The case whose sender is erased. */
  number: string
  /** How it was made sure that it is theirs, where they gave no code of it. */
  reason: string
}

/**
 * Erases who sent a case, and what they wrote that was not published, because they asked for it (Law 91/2025, art. 14). The case stays
 * with its number, its steps and its answer. Gives the names of the files to remove once this is committed.
 */
export async function eraseOnRequest(
  tx: Transaction,
  by: Actor,
  act: ErasingOnRequest,
): Promise<{ stored: readonly string[] }> {
  const request = await dataRequestForUpdate(tx, by, act.caseId)
  const details = readDetails(request.details)
  const reason = cleanText(act.reason)
  const target = [...details.proved, ...details.named].includes(act.number)
    ? await targetOf(tx, by, act.number)
    : undefined
  const proved = details.proved.includes(act.number)
  refuseData('case.data-erase', [
    ...(erasingRights.includes(details.right) ? [] : (['form:right'] as const)),
    ...whyNotErase(target),
    ...(proved || reason.length >= 20 ? [] : (['reason:missing'] as const)),
    ...(reason.length > 1000 ? (['reason:long'] as const) : []),
  ])
  const ground = `Theo yêu cầu của người gửi, hồ sơ ${request.number}`
  const { stored } = await eraseCase(tx, target!.id, ground)
  await noteEvent(tx, by, {
    caseId: request.id,
    step: 'erase-sender',
    facts: { number: act.number },
    note: proved ? 'Người yêu cầu có mã của hồ sơ' : reason,
  })
  await recordCaseStep(tx, by, request, {
    done: 'data-erased',
    summary: `Xóa dữ liệu người gửi của hồ sơ ${act.number} theo yêu cầu`,
    after: { number: act.number, proved },
  })
  return { stored }
}

async function targetOf(tx: Transaction, by: Actor, number: string): Promise<CaseView | undefined> {
  const row = await tx.selectFrom('citizenCase').select('id').where('number', '=', number).executeTakeFirst()
  if (!row) return undefined
  try {
    const target = await caseForUpdate(tx, by, row.id)
    return dealsWith(by, target) ? target : undefined
  } catch (error) {
    // One they must not see is answered as one that is not there.
    if (error instanceof NotFound) return undefined
    throw error
  }
}

function whyNotErase(target: CaseView | undefined): DataReason[] {
  if (!target) return ['number:unknown']
  if (target.erasedAt) return ['number:erased']
  return ['answered', 'closed'].includes(target.state) ? [] : ['number:open']
}
