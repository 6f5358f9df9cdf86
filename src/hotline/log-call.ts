import { recordEvent } from '../audit/record-event.ts'
import { sealedInstead } from '../cases/looks-like-denunciation.ts'
import { receiveCase, type Receiving, type Sender } from '../cases/receive-case.ts'
import { digestOf } from '../cases/tracking.ts'
import type { Transaction } from '../database/connect.ts'
import { sealedLetterKind } from '../denunciations/sealed-letter.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { cleanText } from '../web/vietnamese.ts'
import { callKind } from './call.ts'
import { mayLogCalls } from './policy.ts'
import { whyNotCall, type CallFacts, type FollowUp } from './why-not-call.ts'

export interface NewCall extends CallFacts {
  siteId: number
  /** The published answer that was read out. */
  entryId?: number
  /** Who called: only for a call that becomes a case, and kept sealed with it. */
  caller: Sender
  /** The token of the form: sent twice it is one call. */
  formToken: string
}

export interface LoggedCall {
  callId: number
  /** The case it became, with the code to tell the caller. */
  opened?: { number: string; code: string; dueAt: Date | undefined }
}

/**
 * Writes a call down, and opens a case of it where that was chosen, in one commit.
 * @throws Forbidden, or Refused with every reason.
 */
export async function logCall(tx: Transaction, by: Actor, act: NewCall, receiving: Receiving): Promise<LoggedCall> {
  if (!mayLogCalls(by, act.siteId)) throw new Forbidden()
  const call = { ...act, question: cleanText(act.question), guidance: cleanText(act.guidance) }
  const reasons = whyNotCall(call)
  if (reasons.length > 0) throw new Refused('hotline.log-call', reasons)
  const formHash = digestOf(act.formToken)
  const known = await tx.selectFrom('hotlineCall').select('id').where('formHash', '=', formHash).executeTakeFirst()
  if (known) return { callId: known.id }
  const opened = call.followUp === 'case' ? await openCase(tx, by, call, receiving) : undefined
  const { id: callId } = await tx
    .insertInto('hotlineCall')
    .values({
      siteId: act.siteId,
      operatorId: by.id,
      fieldId: call.fieldId,
      // What became a sealed letter is read in no list of calls.
      ...(opened?.isSealed
        ? { question: 'Nội dung đã niêm phong', guidance: '' }
        : { question: call.question, guidance: call.guidance }),
      minutes: call.minutes,
      followUp: call.followUp as FollowUp,
      caseId: opened?.caseId ?? null,
      entryId: act.entryId ?? null,
      formHash,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'hotline.call-logged',
    by,
    siteId: act.siteId,
    subject: { kind: 'hotline-call', id: callId },
    summary: opened ? `Ghi cuộc gọi, mở hồ sơ ${opened.number}` : 'Ghi cuộc gọi tổng đài',
    after: { fieldId: call.fieldId, minutes: call.minutes, followUp: call.followUp },
  })
  return { callId, ...(opened && { opened }) }
}

async function openCase(
  tx: Transaction,
  by: Actor,
  call: NewCall,
  receiving: Receiving,
): Promise<{ number: string; code: string; caseId: number; dueAt: Date | undefined; isSealed: boolean }> {
  const firstLine = call.question.split('\n')[0] ?? ''
  const given = sealedInstead(
    {
      kind: callKind,
      siteId: call.siteId,
      channel: 'hotline',
      language: 'vi',
      fieldId: call.fieldId,
      title: firstLine.length > 120 ? `${firstLine.slice(0, 119).trimEnd()}…` : firstLine,
      body:
        call.guidance === '' ? call.question : `${call.question}\n\n(Đã hướng dẫn qua điện thoại: ${call.guidance})`,
      sender: call.caller,
      formToken: call.formToken,
      by,
    },
    sealedLetterKind,
  )
  const received = await receiveCase(tx, given, receiving)
  if (!('number' in received)) {
    throw new Refused('hotline.log-call', [
      { code: 'form:closed', message: { vi: 'Cổng này đã đóng, không mở hồ sơ mới được.' } },
    ])
  }
  return { ...received, isSealed: given.kind.sealed }
}
