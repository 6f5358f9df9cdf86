import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { isoDayOf } from '../web/dates.ts'
import { lockDay, setDay } from './change-day.ts'
import { exchange } from './holidays/built-in-days.ts'
import { mayKeepCalendar, type Doer } from './policy.ts'
import { raiseVersion } from './raise-version.ts'
import { whyNotSwap, type Ground } from './why-not-day.ts'

/** Exchanges a working day, which is off, for a Saturday or Sunday, which is worked. */
export async function swapDay(tx: Transaction, by: Doer, act: { off: string; work: string } & Ground): Promise<void> {
  if (!mayKeepCalendar(by)) throw new Forbidden()
  const before = { off: await lockDay(tx, act.off), work: await lockDay(tx, act.work) }
  const faults = whyNotSwap(act, before, isoDayOf(new Date()))
  if (faults.length > 0) throw new Refused('calendar-day.swap', faults)
  const { off, work, source, announcedOn } = act
  await raiseVersion(tx, by, `Nghỉ ${off}, làm bù ${work}`)
  const named = (name: { vi: string; en: string }) => ({ name: name.vi, nameEn: name.en, source, announcedOn })
  const after = {
    off: await setDay(tx, by, { day: off, kind: 'off', swappedWith: work, ...named(exchange.off) }),
    work: await setDay(tx, by, { day: work, kind: 'work', swappedWith: off, ...named(exchange.work) }),
  }
  await recordEvent(tx, {
    action: 'calendar-day.swapped',
    by,
    subject: { kind: 'calendar-day', id: off },
    summary: `Hoán đổi ngày làm việc: nghỉ ${off}, làm bù ${work}`,
    before,
    after,
  })
}
