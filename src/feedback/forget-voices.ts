import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** Forgets who said on past days that they met the same as somebody; the sums stay. Resolves to how many lines went. */
export async function forgetFeedbackVoices(db: Database): Promise<{ forgotten: number }> {
  const { numAffectedRows } = await sql`
    delete from feedback_voice where day < (now() at time zone 'Asia/Ho_Chi_Minh')::date`.execute(db)
  return { forgotten: Number(numAffectedRows ?? 0) }
}
