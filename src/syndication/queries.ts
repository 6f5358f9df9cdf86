import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Language } from '../web/message.ts'

/** An address of the portal for search engines. */
export interface MappedAddress {
  path: string
  language: Language
  updatedAt?: Date
  /** The same in the other language, where there is such a page on this portal. */
  otherPath?: string | null
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
    select part.path, part.language, part.updated_at, t.other_path from (
      select site_id, entry_id, language, path, updated_at, home_site_id from live_item where site_id = ${siteId} and entry_id >= ${from} order by entry_id limit ${size}
    ) part left join live_translation t on t.site_id = part.site_id and t.entry_id = part.entry_id
    where part.home_site_id = ${siteId} order by part.entry_id`
    .execute(db)
    .then(({ rows }) => rows)

/** Those sections of a portal that hold an entry in English. */
export async function sectionsInEnglish(db: Database, sectionIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.id from unnest(${[...sectionIds]}::integer[]) s (id)
    where exists (select from live_section_item l where l.section_id = s.id and l.language = 'en')`.execute(db)
  return rows.map((row) => row.id)
}
