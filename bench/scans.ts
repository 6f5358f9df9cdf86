import { sql } from 'kysely'
import type { Database } from '../src/database/connect.ts'

/** How often tables were read from one end to the other so far. `db`: of one connection, the one whose reads are to be counted. */
export async function wholeReads(db: Database, tables: readonly string[]): Promise<number> {
  // A connection hands on what it counted with a delay, unless told to.
  await sql`select pg_stat_force_next_flush()`.execute(db)
  const { rows } = await sql<{ n: number }>`select coalesce(sum(seq_scan), 0)::integer as n from pg_stat_user_tables
    where relname = any (${[...tables]}::text[])`.execute(db)
  return rows[0]?.n ?? Number.NaN
}
