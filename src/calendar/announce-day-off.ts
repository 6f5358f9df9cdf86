import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { isoDayOf } from '../web/dates.ts'
import { lockDay, setDay } from './change-day.ts'
import { mayKeepCalendar, type Doer } from './policy.ts'
import { raiseVersion } from './raise-version.ts'
import { whyNotDayOff, type Ground } from './why-not-day.ts'

/** Announces a day off of the whole network; a day that waited for confirmation is confirmed by it. */
export async function announceDayOff(
  tx: Transaction,
  by: Doer,
  act: { day: string; name: string; nameEn: string } & Ground,
): Promise<void> {
  if (!mayKeepCalendar(by)) throw new Forbidden()
  const before = await lockDay(tx, act.day)
  const faults = whyNotDayOff(act, before, isoDayOf(new Date()))
  if (faults.length > 0) throw new Refused('calendar-day.announce', faults)
  await raiseVersion(tx, by, `Ngày nghỉ ${act.day}: ${act.name}`)
  const after = await setDay(tx, by, { ...act, kind: 'off', swappedWith: null })
  await recordEvent(tx, {
    action: 'calendar-day.announced',
    by,
    subject: { kind: 'calendar-day', id: act.day },
    summary: `Công bố ngày nghỉ ${act.day}: ${act.name}`,
    before,
    after,
  })
}
