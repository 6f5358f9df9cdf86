import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** Forgets who rated what on earlier days; the sums stay. Safe to repeat. */
export async function forgetRaters(db: Database): Promise<void> {
  await db
    .deleteFrom('ratingVoice')
    .where('day', '<', sql<string>`(now() at time zone 'Asia/Ho_Chi_Minh')::date`)
    .execute()
}
