import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { isoDayOf } from '../web/dates.ts'
import { lockDay } from './change-day.ts'
import { mayKeepCalendar, type Doer } from './policy.ts'
import { raiseVersion } from './raise-version.ts'
import { whyNotConfirm, type Ground } from './why-not-day.ts'

/** Confirms a day nobody had verified, by the document that names it; from now on it counts. The other day of an exchange goes with it. */
export async function confirmDay(tx: Transaction, by: Doer, act: { day: string } & Ground): Promise<void> {
  if (!mayKeepCalendar(by)) throw new Forbidden()
  const before = await lockDay(tx, act.day)
  if (!before) throw new NotFound()
  const faults = whyNotConfirm(act, before, isoDayOf(new Date()))
  if (faults.length > 0) throw new Refused('calendar-day.confirm', faults)
  await raiseVersion(tx, by, `Xác nhận ${act.day}: ${before.name}`)
  const now = new Date()
  const after = { source: act.source, announcedOn: act.announcedOn || null, verified: 'text', counts: true }
  await tx
    .updateTable('calendarDay')
    .set({ ...after, confirmedBy: 'system' in by ? null : by.id, confirmedAt: now, changedAt: now })
    .where('day', 'in', before.swappedWith ? [act.day, before.swappedWith] : [act.day])
    .where('withdrawnAt', 'is', null)
    .execute()
  await recordEvent(tx, {
    action: 'calendar-day.confirmed',
    by,
    subject: { kind: 'calendar-day', id: act.day },
    summary: `Xác nhận ngày ${act.day}: ${before.name}`,
    before,
    after: { ...before, ...after },
  })
}
