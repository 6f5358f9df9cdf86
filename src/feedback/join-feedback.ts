import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** again: counted today already. unknown: no such report, or it is done. enough: many presses of this reader today. */
export type Joined = 'counted' | 'again' | 'unknown' | 'enough'

/**
 * Notes that one more reader met what a public report tells of: once a day for each reader and report, no new case, and nothing
 * that tells who it was beyond that day. `visitor`: digest of the reader, forgotten the next day.
 */
export async function joinFeedback(
  db: Database,
  { siteId, number, visitor }: { siteId: number; number: string; visitor: string },
): Promise<Joined> {
  const { rows } = await sql<{
    joined: Joined
  }>`select join_feedback(${siteId}, ${number}, ${visitor}) as joined`.execute(db)
  return rows[0]!.joined
}
