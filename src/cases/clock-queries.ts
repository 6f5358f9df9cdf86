import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import { dateOf, isoDayOf } from '../web/dates.ts'
import { startOfDay } from '../calendar/deadline.ts'
import type { ClockRow } from './clock.ts'

/**
 * What the calendar learned since a clock was last counted that lies on its way, in Vietnamese, with what announced it; where nothing
 * does, the reasons the changes were given.
 */
export async function announcementsSince(
  db: Database | Transaction,
  clock: Pick<ClockRow, 'startedAt' | 'calendarVersion'>,
): Promise<string[]> {
  const { rows } = await sql<{ day: string; kind: string; name: string; source: string; counts: boolean }>`
    select day, kind, name, source, counts from calendar_day
    where changed_at >= (select at from calendar_version where id = ${clock.calendarVersion + 1})
      and day between ${isoDayOf(clock.startedAt)} and ${isoDayOf(clock.startedAt)}::date + 400
    order by day limit 10`.execute(db)
  if (rows.length > 0) return rows.map(announcement)
  const versions = await db
    .selectFrom('calendarVersion')
    .select('reason')
    .where('id', '>', clock.calendarVersion)
    .orderBy('id', 'desc')
    .limit(3)
    .execute()
  return versions.map(({ reason }) => reason)
}

function announcement(row: { day: string; kind: string; name: string; source: string; counts: boolean }): string {
  const day = dateOf(startOfDay(row.day))
  if (!row.counts) return `Ngày ${day} (${row.name}) không còn được tính là ngày nghỉ`
  return row.kind === 'work'
    ? `Làm bù ngày ${day}, theo ${row.source}`
    : `${row.name}, nghỉ ngày ${day}, theo ${row.source}`
}
