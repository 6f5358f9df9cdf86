import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/**
 * Takes away files that were fetched more than ten minutes ago, or that nobody fetched in time, and the digest of who took them; and
 * all of it, with the notes, where the sender of the case was erased. What stays is that, when and by which means information was
 * given, and the digest of the file. Safe to repeat.
 */
export async function emptyDeliveries(db: Database): Promise<{ emptied: number }> {
  const { rows } = await sql`
    update information_delivery d set content = null, taker = null, emptied_at = now()
    where content is not null and (taken_at < now() - interval '10 minutes' or (taken_at is null and expires_at < now())
      or exists (select from citizen_case c where c.id = d.case_id and c.erased_at is not null))
    returning id`.execute(db)
  await sql`update information_delivery d set note = '' from citizen_case c
    where c.id = d.case_id and c.erased_at is not null and d.note <> ''`.execute(db)
  return { emptied: rows.length }
}
