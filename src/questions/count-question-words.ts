import { sql } from 'kysely'
import { inTransaction, type Database } from '../database/connect.ts'

/** A word in fewer titles counts as rare, and is not listed. */
const fewest = 50

/** Counts anew in how many titles of answered questions each frequent word stands, so that similar ones are found by the rare words. */
export async function countQuestionWords(db: Database): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('questionWord').execute()
    await sql`
      insert into question_word (word, answers)
      select word, ndoc from ts_stat($words$
        select question_words from live_item where question_words is not null and site_id = home_site_id
      $words$) where ndoc >= ${fewest}`.execute(tx)
  })
}
