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

/** A part of the map: the number it begins with, and where it ends when it is not the only one. */
export interface MapPart {
  from: number
  /** Not included. */
  until: number | undefined
}

/**
 * Parts of the map, none with more than `size` entries; a single one where the portal has no more. Parts cover ranges of numbers as long
 * as their size: they are found by a few probes of an index however large the archive, and an entry never moves to another part.
 */
export async function partsOfMap(db: Database, siteId: number, size: number): Promise<MapPart[]> {
  const { rows } = await sql<{ first: number; several: boolean }>`
    with recursive size (several) as (
      select exists (select from live_item where site_id = ${siteId} order by entry_id offset ${size}::integer limit 1)),
    part (first) as (
      select min(entry_id) from live_item where site_id = ${siteId}
      union all
      select (select min(i.entry_id) from live_item i where i.site_id = ${siteId} and i.entry_id >= (part.first / ${size}::integer + 1) * ${size}::integer)
      from part, size where part.first is not null and size.several)
    select part.first, size.several from part, size where part.first is not null order by part.first`.execute(db)
  return rows.map(({ first, several }) => ({
    from: first,
    until: several ? (Math.floor(first / size) + 1) * size : undefined,
  }))
}

/** Entries of a part of a portal's map. Copies are left out: their home portal maps them. */
export const mappedAddresses = (db: Database, siteId: number, part: MapPart): Promise<MappedAddress[]> =>
  sql<MappedAddress>`
    select i.path, i.language, i.updated_at, t.other_path from live_item i
    left join live_translation t on t.site_id = i.site_id and t.entry_id = i.entry_id
    where i.site_id = ${siteId} and i.home_site_id = ${siteId}
      and i.entry_id >= ${part.from} and i.entry_id < ${part.until ?? 2_147_483_647}::bigint
    order by i.entry_id`
    .execute(db)
    .then(({ rows }) => rows)

/** Those sections of a portal that hold an entry in English. */
export async function sectionsInEnglish(db: Database, sectionIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.id from unnest(${[...sectionIds]}::integer[]) s (id)
    where exists (select from live_section_item l where l.section_id = s.id and l.language = 'en')`.execute(db)
  return rows.map((row) => row.id)
}

/** In which languages a portal shows published answers. */
export async function answersIn(db: Database, siteId: number): Promise<Record<Language, boolean>> {
  const { rows } = await sql<Record<Language, boolean>>`
    select exists (select from live_answer where site_id = ${siteId} and language = 'vi') as vi,
      exists (select from live_answer where site_id = ${siteId} and language = 'en') as en`.execute(db)
  return rows[0]!
}
