import type { BenchDatabase } from './database.ts'

/** How often tables were read from one end to the other so far. */
export async function wholeReads({ rows }: BenchDatabase, tables: readonly string[]): Promise<number> {
  // PostgreSQL hands its counts on with a delay of a second.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const [found] = await rows<{ n: number }>(
    'select coalesce(sum(seq_scan), 0)::integer as n from pg_stat_user_tables where relname = any ($1)',
    [tables],
  )
  return found?.n ?? Number.NaN
}
