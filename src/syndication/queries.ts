import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** An address of the portal for search engines. */
export interface MappedAddress {
  path: string
  updatedAt: Date
}

/** Numbers at which the parts of the map begin, so that none has more than `size` entries. One part: a single number. */
export async function partsOfMap(db: Database, siteId: number, size: number): Promise<number[]> {
  const { rows } = await sql<{ entryId: number }>`
    select entry_id from (select entry_id, row_number() over (order by entry_id) as place from live_item where site_id = ${siteId}) n
    where (place - 1) % ${size}::integer = 0 order by entry_id`.execute(db)
  return rows.map((row) => row.entryId)
}

/** Entries of a portal from a number on, at most `size`. Copies are left out: their home portal maps them. */
export const mappedAddresses = (db: Database, siteId: number, from: number, size: number): Promise<MappedAddress[]> =>
  sql<MappedAddress>`
    select path, updated_at from (
      select path, updated_at, home_site_id from live_item where site_id = ${siteId} and entry_id >= ${from} order by entry_id limit ${size}
    ) part where home_site_id = ${siteId}`
    .execute(db)
    .then(({ rows }) => rows)
