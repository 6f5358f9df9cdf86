import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { ListOf } from '../editions/live.ts'
import type { VariantFormat } from '../media/address.ts'

/** Corrections told to the public, by entry, the newest first. */
export async function correctionsOf(
  db: Database,
  entryIds: readonly number[],
): Promise<Map<number, { note: string; at: Date }[]>> {
  const byEntry = new Map<number, { note: string; at: Date }[]>()
  if (entryIds.length === 0) return byEntry
  const { rows } = await sql<{ entryId: number; note: string; at: Date }>`
    select entry_id, note, at from live_correction where entry_id = any (${[...entryIds]}::integer[]) order by at desc limit 200`.execute(
    db,
  )
  for (const { entryId, ...correction } of rows) byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), correction])
  return byEntry
}

/** A picture as a feed encloses it: one file of a fair width. */
export interface FeedPicture {
  mediaId: number
  format: VariantFormat
  width: number
  height: number
  bytes: number
}

/** For each picture that is live, the smallest of its files that is 640 pixels wide or more, else the widest; every reader knows JPEG. */
export async function picturesOf(db: Database, mediaIds: readonly number[]): Promise<Map<number, FeedPicture>> {
  if (mediaIds.length === 0) return new Map()
  const { rows } = await sql<FeedPicture>`
    select distinct on (media_id) media_id, format, width, height, bytes from public_media_variant
    where media_id = any (${[...mediaIds]}::integer[]) and format in ('jpeg', 'webp')
    order by media_id, width >= 640 desc, case when width >= 640 then width else -width end, format`.execute(db)
  return new Map(rows.map((row) => [row.mediaId, row]))
}

/** An entry that was on a list and is public no more. */
export interface Removed {
  entryId: number
  path: string
  state: 'withdrawn' | 'expired'
  at: Date
}

/** What left a list of a portal, the newest first. */
export async function removedFrom(db: Database, siteId: number, of: ListOf, limit: number): Promise<Removed[]> {
  const there =
    'sectionId' in of
      ? sql`and ${of.sectionId} = any (g.section_ids)`
      : 'topicId' in of
        ? sql`and ${of.topicId} = any (g.topic_ids)`
        : 'answers' in of
          ? sql`and a.path like '/hoi-dap/%'`
          : sql`and a.path not like '/hoi-dap/%'`
  const { rows } = await sql<Removed>`
    select g.entry_id, a.path, g.state, g.at from gone_item g
    join live_address a on a.site_id = g.site_id and a.entry_id = g.entry_id and a.is_current
    where g.site_id = ${siteId} and g.language = ${of.language} ${there} order by g.at desc, g.entry_id desc limit ${limit}`.execute(
    db,
  )
  return rows
}
