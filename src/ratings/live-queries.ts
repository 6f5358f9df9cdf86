import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { RatingSum } from './rating.ts'

/** How readers rated a page of a portal, all days together. */
export async function ratingSum(db: Database, siteId: number, page: string): Promise<RatingSum> {
  const { rows } = await sql<RatingSum>`
    select coalesce(sum(very_satisfied), 0)::integer as very_satisfied, coalesce(sum(satisfied), 0)::integer as satisfied,
      coalesce(sum(unsatisfied), 0)::integer as unsatisfied
    from rating_day where site_id = ${siteId} and page = ${page}`.execute(db)
  return rows[0]!
}
