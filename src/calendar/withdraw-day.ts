import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { lockDay } from './change-day.ts'
import { mayKeepCalendar, type Doer } from './policy.ts'
import { raiseVersion } from './raise-version.ts'
import { whyNotWithdraw } from './why-not-day.ts'

/** Withdraws a day off or worked: it stays on record and counts no more. The other day of an exchange goes with it. */
export async function withdrawDay(tx: Transaction, by: Doer, act: { day: string; reason: string }): Promise<void> {
  if (!mayKeepCalendar(by)) throw new Forbidden()
  const before = await lockDay(tx, act.day)
  if (!before) throw new NotFound()
  const faults = whyNotWithdraw(act, before)
  if (faults.length > 0) throw new Refused('calendar-day.withdraw', faults)
  await raiseVersion(tx, by, `Rút ${act.day} (${before.name}): ${act.reason}`)
  const now = new Date()
  await tx
    .updateTable('calendarDay')
    .set({ counts: false, withdrawnBy: 'system' in by ? null : by.id, withdrawnAt: now, changedAt: now })
    .where('day', 'in', before.swappedWith ? [act.day, before.swappedWith] : [act.day])
    .execute()
  await recordEvent(tx, {
    action: 'calendar-day.withdrawn',
    by,
    subject: { kind: 'calendar-day', id: act.day },
    summary: `Rút ngày ${act.day}: ${before.name}. ${act.reason}`,
    before,
    after: { ...before, counts: false, withdrawnAt: now, reason: act.reason },
  })
}
