import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { pageOf, type Page } from '../web/paging.ts'
import type { Choice, RatingSum } from './rating.ts'

/** Days, both inclusive: 2026-11-23. */
export interface Days {
  from: string
  to: string
}
export interface PageRating extends RatingSum {
  page: string
  /** Of the entry that is there; null for a list, or what is gone. */
  title: string | null
  entryId: number | null
}

/** How readers rated a portal on these days. */
export async function ratingsOfSite(db: Database, siteId: number, { from, to }: Days): Promise<RatingSum> {
  const { rows } = await sql<RatingSum>`
    select ${sums} from rating_day where site_id = ${siteId} and day between ${from}::date and ${to}::date`.execute(db)
  return rows[0]!
}

/** Every page that was rated on these days, those with most unsatisfied readers first. */
export async function ratingsByPage(db: Database, siteId: number, days: Days, most: number): Promise<PageRating[]> {
  const { rows } = await sql<PageRating>`
    select r.*, (select e.title from edition e where e.entry_id = r.entry_id and e.published_at is not null order by (e.state = 'published') desc, e.version desc limit 1) as title
    from (select page, max(entry_id) as entry_id, ${sums} from rating_day
      where site_id = ${siteId} and day between ${days.from}::date and ${days.to}::date group by page
      having sum(very_satisfied + satisfied + unsatisfied) > 0) r
    order by r.unsatisfied desc, r.very_satisfied + r.satisfied desc, r.page limit ${most}`.execute(db)
  return rows
}

const sums = sql`coalesce(sum(very_satisfied), 0)::integer as very_satisfied, coalesce(sum(satisfied), 0)::integer as satisfied,
      coalesce(sum(unsatisfied), 0)::integer as unsatisfied`

export interface RatingComment {
  id: number
  page: string
  title: string | null
  choice: Choice
  body: string
  suspect: 'links' | 'gambling' | null
  at: Date
}

/** What readers wrote, newest first, walked by number; the suspected apart. */
export async function ratingComments(
  db: Database,
  siteId: number,
  { suspect, after, size = 30 }: { suspect: boolean; after?: string; size?: number },
): Promise<Page<RatingComment>> {
  const before = Number(after)
  const walks = after !== undefined && Number.isSafeInteger(before) && before > 0 && before <= 2_147_483_647
  const { rows } = await sql<RatingComment>`
    select c.id, c.page, c.choice, c.body, c.suspect, c.at,
      (select e.title from edition e where e.entry_id = c.entry_id and e.published_at is not null order by (e.state = 'published') desc, e.version desc limit 1) as title
    from rating_comment c where c.site_id = ${siteId} and (c.suspect is not null) = ${suspect} ${walks ? sql`and c.id < ${before}` : sql``}
    order by c.id desc limit ${size + 1}`.execute(db)
  return pageOf(rows, size, (row) => String(row.id))
}

/** How many words of readers are suspected. */
export async function suspectedComments(db: Database, siteId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from rating_comment where site_id = ${siteId} and suspect is not null`.execute(db)
  return rows[0]!.n
}
