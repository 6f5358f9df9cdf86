import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { isoDayOf } from '../web/dates.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { mayKeepReception } from './policy.ts'
import { exactSession, sessionLimits, whyNotSession, type SessionFault, type TypedSession } from './session.ts'

/** Changes a session that was announced; readers see that it was changed and why. @throws NotFound, Forbidden or Refused. */
export async function changeSession(
  tx: Transaction,
  by: Actor,
  act: Omit<TypedSession, 'lateReason'> & { siteId: number; sessionId: number; note: string },
): Promise<void> {
  const before = await sessionForUpdate(tx, by, act)
  const now = new Date()
  const session = exactSession({ ...act, lateReason: '' })
  const note = cleanLine(act.note)
  const faults = [...whyNotSession(session, { now, today: isoDayOf(now) }), ...whyNotNote(note, 'note')]
  const { startsAt, endsAt } = session
  if (faults.length > 0 || !startsAt || !endsAt) throw new Refused('reception.change', faults)
  const { host, place, content, participants, online: isOnline } = session
  await tx
    .updateTable('receptionSession')
    .set({ startsAt, endsAt, host, place, content, participants, isOnline, changedAt: now, changeNote: note })
    .set((eb) => ({ sequence: eb('sequence', '+', 1) }))
    .where('id', '=', before.id)
    .execute()
  await recordEvent(tx, {
    action: 'reception.changed',
    by,
    siteId: act.siteId,
    subject: { kind: 'reception', id: before.id },
    summary: `Đổi lịch tiếp công dân: ${host}`,
    before: { startsAt: before.startsAt, endsAt: before.endsAt, host: before.host },
    after: { startsAt, endsAt, host, note },
  })
}

/** Calls a session off; it stays in the calendar with the reason. */
export async function cancelSession(
  tx: Transaction,
  by: Actor,
  act: { siteId: number; sessionId: number; reason: string },
): Promise<void> {
  const before = await sessionForUpdate(tx, by, act)
  const reason = cleanLine(act.reason)
  const faults = whyNotNote(reason, 'reason')
  if (faults.length > 0) throw new Refused('reception.cancel', faults)
  await tx
    .updateTable('receptionSession')
    .set({ cancelledAt: new Date(), cancelReason: reason })
    .set((eb) => ({ sequence: eb('sequence', '+', 1) }))
    .where('id', '=', before.id)
    .execute()
  await recordEvent(tx, {
    action: 'reception.cancelled',
    by,
    siteId: act.siteId,
    subject: { kind: 'reception', id: before.id },
    summary: `Hủy buổi tiếp công dân: ${before.host}`,
    after: { reason },
  })
}

function whyNotNote(note: string, field: 'note' | 'reason'): SessionFault[] {
  if (note === '')
    return [{ code: `${field}:missing`, message: { vi: 'Hãy ghi lý do để người dân biết.', en: 'Say why.' } }]
  return note.length > sessionLimits.reason
    ? [{ code: `${field}:long`, message: { vi: `Dài quá ${sessionLimits.reason} ký tự.`, en: 'Too long.' } }]
    : []
}

/** A session that is still to come and not called off, locked. */
async function sessionForUpdate(
  tx: Transaction,
  by: Actor,
  act: { siteId: number; sessionId: number },
): Promise<{ id: number; host: string; startsAt: Date; endsAt: Date }> {
  if (!mayKeepReception(by, act.siteId)) throw new Forbidden()
  const found = await tx
    .selectFrom('receptionSession')
    .select(['id', 'host', 'startsAt', 'endsAt', 'cancelledAt'])
    .where('id', '=', act.sessionId)
    .where('siteId', '=', act.siteId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  if (found.cancelledAt || found.endsAt <= new Date())
    throw new Refused('reception.change', [
      {
        code: 'form:over',
        message: { vi: 'Buổi tiếp đã qua hoặc đã hủy: hãy công bố buổi mới.' },
      },
    ])
  return found
}
