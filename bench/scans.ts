import { sql } from 'kysely'
import type { Database } from '../src/database/connect.ts'

/**
 * Rows of tables that were read one after the other so far, without an index. What stops after the first few that fit may be read so;
 * a whole table may not. `db`: of one connection, the one whose reads are to be counted.
 */
export async function rowsReadInTurn(db: Database, tables: readonly string[]): Promise<number> {
  // A connection hands on what it counted with a delay, unless told to.
  await sql`select pg_stat_force_next_flush()`.execute(db)
  const { rows } = await sql<{ n: number }>`select coalesce(sum(seq_tup_read), 0)::float as n from pg_stat_user_tables
    where relname = any (${[...tables]}::text[])`.execute(db)
  return rows[0]?.n ?? Number.NaN
}
