import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import { calendarOf } from '../calendar/calendar-queries.ts'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import { countClocks } from './count-clocks.ts'

/** Cases in one commit. */
const most = 100

/**
 * Counts anew the running clocks that what a sender did or a change of the calendar moved, in batches; a public event tells the old and the
 * new day and the announcement. Clocks that stand still are kept ahead of today. Safe to repeat, and for several workers.
 */
export async function recomputeClocks(db: Database): Promise<{ counted: number; moved: number }> {
  const done = { counted: 0, moved: 0 }
  for (let after = 0; ;) {
    const batch = await inTransaction(db, (tx) => recomputeSome(tx, after))
    if (batch.last === undefined) return done
    after = batch.last
    done.counted += batch.counted
    done.moved += batch.moved
  }
}

async function recomputeSome(
  tx: Transaction,
  after: number,
): Promise<{ counted: number; moved: number; last?: number }> {
  const { version } = await calendarOf(tx)
  const { rows } = await sql<{ id: number; number: string; siteId: number; stale: boolean }>`
    with due as (
      select k.case_id as id, bool_or(k.stale) as stale from case_clock k
      where k.state = 'running' and k.case_id > ${after} and (k.stale or k.calendar_version < ${version}
        or (k.due_at < now() + interval '2 days' and exists (select from case_pause p where p.clock_id = k.id and p.to_at is null)))
      group by k.case_id order by k.case_id limit ${most})
    select c.id, c.number, c.handling_site_id as site_id, d.stale from citizen_case c join due d on d.id = c.id
    order by c.id for update of c`.execute(tx)
  const movedCases: typeof rows = []
  for (const row of rows) {
    const { moved } = await countClocks(tx, row.id, row.stale ? 'pause' : 'calendar')
    if (moved > 0) movedCases.push(row)
  }
  for (const row of movedCases)
    await recordEvent(tx, {
      action: 'case.clock-moved',
      by: { system: 'Tính lại thời hạn' },
      subject: { kind: 'case', id: row.id },
      siteId: row.siteId,
      summary: `Tính lại thời hạn: hồ sơ ${row.number}`,
    })
  return { counted: rows.length, moved: movedCases.length, last: rows.at(-1)?.id }
}
