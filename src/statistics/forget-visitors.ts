import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/**
 * Forgets the salts and digests that told the readers of past days apart; their sums stay. `before`: the first day that is kept
 * (2026-11-23), today when it is not given. Returns how many days were forgotten. Safe to repeat.
 */
export async function forgetVisitors(db: Database, before?: string): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    select forget_visitors(coalesce(${before ?? null}::date, today_in_vietnam())) as days`.execute(db)
  return rows[0]?.days ?? 0
}
