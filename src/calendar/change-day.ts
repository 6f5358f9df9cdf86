import type { Selectable } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { CalendarDay } from '../database/schema.ts'
import { isDay } from '../web/dates.ts'
import type { Doer } from './policy.ts'
import type { Ground } from './why-not-day.ts'

/** What of a day stands in the audit log. */
const recorded = ['day', 'kind', 'name', 'source', 'announcedOn', 'swappedWith', 'verified', 'counts'] as const
export type RecordedDay = Pick<Selectable<CalendarDay>, (typeof recorded)[number] | 'withdrawnAt'>

/** A day of the calendar, locked; undefined where nothing is known of it. */
export async function lockDay(tx: Transaction, day: string): Promise<RecordedDay | undefined> {
  if (!isDay(day)) return undefined
  return tx
    .selectFrom('calendarDay')
    .select([...recorded, 'withdrawnAt'])
    .where('day', '=', day)
    .forUpdate()
    .executeTakeFirst()
}

interface DayWanted extends Ground {
  day: string
  kind: 'off' | 'work'
  name: string
  nameEn: string
  swappedWith: string | null
}

/** Writes a day as an administrator has it, who read the document it rests on. */
export async function setDay(tx: Transaction, by: Doer, wanted: DayWanted): Promise<RecordedDay> {
  const now = new Date()
  const row = {
    ...wanted,
    announcedOn: wanted.announcedOn || null,
    verified: 'text',
    counts: true,
    confirmedBy: 'system' in by ? null : by.id,
    confirmedAt: now,
    withdrawnBy: null,
    withdrawnAt: null,
    changedAt: now,
  }
  return tx
    .insertInto('calendarDay')
    .values(row)
    .onConflict((c) => c.column('day').doUpdateSet(row))
    .returning([...recorded, 'withdrawnAt'])
    .executeTakeFirstOrThrow()
}
