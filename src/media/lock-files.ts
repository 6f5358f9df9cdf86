import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'

/**
 * Held to the end of the transaction: 'shared' by whoever puts a file down and then names it in a row, 'alone' by the job that removes
 * files no row names. Without it the job could remove a file between the two.
 */
export const lockFiles = async (tx: Transaction, how: 'shared' | 'alone'): Promise<void> => {
  const key = 17_170_017
  await (
    how === 'shared'
      ? sql`select pg_advisory_xact_lock_shared(${sql.lit(key)})`
      : sql`select pg_advisory_xact_lock(${sql.lit(key)})`
  ).execute(tx)
}
