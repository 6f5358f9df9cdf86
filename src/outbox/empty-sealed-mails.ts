import { sql } from 'kysely'
import { inTransaction, type Database } from '../database/connect.ts'
import { maxAttempts } from './mail.ts'

/** Days after which a sealed mail loses its address and text: own defaults, no law names them. */
const keepDays = { sent: 7, givenUp: 30 }

/** Takes address and text away from sealed mails that were sent a week ago, or given up a month ago. Safe to repeat. */
export async function emptySealedMails(db: Database): Promise<{ emptied: number }> {
  return inTransaction(db, async (tx) => {
    const done = await tx
      .updateTable('outboxMail')
      .set({ sealed: null, emptiedAt: sql`clock_timestamp()` })
      .where('sealed', 'is not', null)
      .where(
        sql<boolean>`case when sent_at is not null then sent_at < now() - make_interval(days => ${keepDays.sent}::integer)
          else attempts >= ${maxAttempts}::integer and attempted_at < now() - make_interval(days => ${keepDays.givenUp}::integer) end`,
      )
      .executeTakeFirst()
    return { emptied: Number(done.numUpdatedRows) }
  })
}
