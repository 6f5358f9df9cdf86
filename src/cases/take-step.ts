import { sql, type UpdateObject } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { DB } from '../database/schema.ts'
import { enqueue } from '../jobs/queue.ts'
import { Forbidden, Refused } from '../refusals.ts'
import type { Message } from '../web/message.ts'
import { stepOf, type CaseStepName } from './case.ts'
import type { CaseView } from './load-case.ts'
import { caseForUpdate } from './lock-case.ts'
import { isOwnAnswer, isSystem, leadsOn, mayTakeByRole, type CaseBy } from './policy.ts'
import type { ClockPurpose } from './kind.ts'

/** One reason against a step: `code` begins with the field it stands beside, or `form`. */
export interface CaseReason {
  code: string
  message: Message
}

const notNow: CaseReason = {
  code: 'form:state',
  message: {
    vi: 'Hồ sơ đã chuyển sang bước khác: hãy tải lại trang để xem tình trạng mới.',
    en: 'The case has moved on: load the page again to see where it stands.',
  },
}
const ownAnswer: CaseReason = {
  code: 'form:own-answer',
  message: {
    vi: 'Người soạn trả lời không tự duyệt: cần một lãnh đạo khác duyệt.',
    en: 'Who wrote the answer does not approve it: somebody else must.',
  },
}

/**
 * The case a step is asked for, locked, once role and state allow the step. `reasons`: what else stands against it.
 * @throws NotFound, Forbidden (the role never takes this step), or Refused with every reason.
 */
export async function caseForStep(
  tx: Transaction,
  by: CaseBy,
  step: CaseStepName,
  {
    caseId,
    reasons = () => [],
  }: { caseId: number; reasons?: (c: CaseView) => readonly CaseReason[] | Promise<readonly CaseReason[]> },
): Promise<CaseView> {
  const found = await caseForUpdate(tx, by, caseId)
  if (!mayTakeByRole(by, step, found)) throw new Forbidden()
  const all = [
    ...(leadsOn(step, found.state) ? [] : [notNow]),
    ...(isOwnAnswer(by, step, found) ? [ownAnswer] : []),
    ...(await reasons(found)),
  ]
  if (all.length > 0) throw new Refused(`case.${step}`, all)
  return found
}

/** A step a case takes: columns that change with it, a note for colleagues, facts the sender may see. */
export interface CaseMove {
  step: CaseStepName
  set?: UpdateObject<DB, 'citizenCase', 'citizenCase'>
  note?: string
  facts?: Record<string, unknown>
}

/** Moves a case where the table of steps says, and notes the step; a public one is told to the sender by the job `tell-senders`. */
export async function moveCase(tx: Transaction, by: CaseBy, c: CaseView, move: CaseMove): Promise<{ eventId: number }> {
  const { to, isPublic } = stepOf(move.step)
  const moved = to !== undefined && to !== c.state
  if (moved || move.set)
    await tx
      .updateTable('citizenCase')
      .set({ ...move.set, ...(moved ? { state: to, stateSince: sql`now()` } : {}) })
      .where('id', '=', c.id)
      .execute()
  const { id: eventId } = await tx
    .insertInto('caseEvent')
    .values({
      caseId: c.id,
      step: move.step,
      personId: isSystem(by) ? null : by.id,
      byWhom: isSystem(by) ? 'system' : 'person',
      isPublic,
      note: move.note ?? '',
      facts: JSON.stringify(move.facts ?? {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (isPublic) await enqueue(tx, 'tell-senders', {})
  return { eventId }
}

/** Ends the running clock of a purpose: met or missed by whether it ran out before now; `stopped` where it no longer counts. */
export async function endClock(
  tx: Transaction,
  caseId: number,
  purpose: ClockPurpose | 'all',
  how: 'by-time' | 'stopped' = 'by-time',
): Promise<void> {
  await sql`update case_pause p set to_at = now() from case_clock k
    where k.id = p.clock_id and k.case_id = ${caseId} and p.to_at is null and (${purpose} = 'all' or k.purpose = ${purpose})`.execute(
    tx,
  )
  await sql`update case_clock set ended_at = now(),
      state = case when ${how} = 'stopped' then 'stopped' when now() < due_at then 'met' else 'missed' end
    where case_id = ${caseId} and state = 'running' and (${purpose} = 'all' or purpose = ${purpose})`.execute(tx)
}

/** Records the one audit event of a step. Call it last. Never a word of the case, nor who sent it. */
export const recordCaseStep = (
  tx: Transaction,
  by: CaseBy,
  c: CaseView,
  event: { done: string; summary: string; after?: Record<string, unknown> },
): Promise<void> =>
  recordEvent(tx, {
    action: `case.${event.done}`,
    by,
    subject: { kind: 'case', id: c.id },
    siteId: c.handlingSiteId,
    summary: `${event.summary}: hồ sơ ${c.number}`,
    before: { state: c.state },
    after: event.after,
  })
