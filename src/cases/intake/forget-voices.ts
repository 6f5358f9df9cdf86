import { sql } from 'kysely'
import type { Database } from '../../database/connect.ts'

/** Forgets what earlier days knew of who sent cases: counts of readers, digests of words, used challenges, old secrets. Safe to repeat. */
export async function forgetCaseVoices(db: Database): Promise<void> {
  await sql`select forget_case_voices()`.execute(db)
}
