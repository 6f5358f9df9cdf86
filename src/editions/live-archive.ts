import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import { monthOf, startOfMonth, type Month } from '../web/dates.ts'
import { listSource, type ListOf } from './live.ts'

const most = 1200

/**
 * Months (Vietnamese time) in which something that is live today was published, from the newest. Found by going from one month
 * to the next through the index: as many steps as months, however many entries there are.
 */
export async function monthsOf(db: Database, of: ListOf): Promise<Month[]> {
  const next = (before: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select l.published_at from ${listSource(of)} ${before} order by l.published_at desc limit 1)`
  const { rows } = await sql<{ at: Date }>`
    with recursive step (at) as (
      select * from ${next(sql``)} first
      union all
      select ${next(sql`and l.published_at < date_trunc('month', step.at at time zone 'Asia/Ho_Chi_Minh') at time zone 'Asia/Ho_Chi_Minh'`)}
      from step where step.at is not null
    ) select at from step where at is not null limit ${most}`.execute(db)
  return rows.map(({ at }) => monthOf(at))
}

/** The months before and after one that hold something. */
export async function monthsBeside(db: Database, of: ListOf, month: Month): Promise<{ before?: Month; after?: Month }> {
  const from = startOfMonth(month)
  const until = startOfMonth({ year: month.year, month: month.month + 1 })
  const { rows } = await sql<{ before: Date | null; after: Date | null }>`
    select (select l.published_at from ${listSource(of)} and l.published_at < ${from} order by l.published_at desc limit 1) as before,
      (select l.published_at from ${listSource(of)} and l.published_at >= ${until} order by l.published_at limit 1) as after`.execute(
    db,
  )
  const { before, after } = rows[0] ?? {}
  return { ...(before && { before: monthOf(before) }), ...(after && { after: monthOf(after) }) }
}
