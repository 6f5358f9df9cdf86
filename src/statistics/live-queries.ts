import type { Database } from '../database/connect.ts'

/** How often people read an entry on a portal, as far as it was counted: bots apart, at most seconds behind. 0 where nobody did. */
export async function viewsOf(db: Database, siteId: number, entryId: number): Promise<number> {
  const row = await db
    .selectFrom('entryViews')
    .select('views')
    .where('siteId', '=', siteId)
    .where('entryId', '=', entryId)
    .executeTakeFirst()
  return row?.views ?? 0
}

/** How many visits people paid to a portal since it is counted, bots apart. */
export async function visitsOfSite(db: Database, siteId: number): Promise<number> {
  const row = await db.selectFrom('siteViews').select('visits').where('siteId', '=', siteId).executeTakeFirst()
  return row?.visits ?? 0
}
