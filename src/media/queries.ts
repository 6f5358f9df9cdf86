import { sql, type ExpressionBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { DB } from '../database/schema.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { fold } from '../web/vietnamese.ts'
import type { VariantFormat } from './address.ts'
import type { MediaKind } from './file-kinds.ts'

/** A file of the library as the office shows it. */
export interface MediaView {
  id: number
  siteId: number
  kind: MediaKind
  mime: string
  bytes: number
  name: string
  sha256: string
  width: number | null
  height: number | null
  /** Of films and captions, in milliseconds. */
  durationMs: number | null
  /** Of captions. */
  language: 'vi' | 'en' | null
  alt: string
  caption: string
  source: string
  focalX: number
  focalY: number
  state: 'processing' | 'ready' | 'failed'
  revision: number
  createdBy: string
  createdByName: string
  createdAt: Date
  isDemo: boolean
}

/** A derived picture. */
export interface Variant {
  format: VariantFormat
  width: number
  height: number
  bytes: number
}

const mediaViews = (db: Database) =>
  db
    .selectFrom('media as m')
    .innerJoin('person as p', 'p.id', 'm.createdBy')
    .select([
      'm.id',
      'm.siteId',
      'm.kind',
      'm.mime',
      'm.bytes',
      'm.name',
      'm.sha256',
      'm.width',
      'm.height',
      'm.durationMs',
      'm.language',
      'm.alt',
      'm.caption',
      'm.source',
      'm.focalX',
      'm.focalY',
      'm.state',
      'm.revision',
      'm.createdBy',
      'p.name as createdByName',
      'm.createdAt',
      'm.isDemo',
    ])

/** One file of the library. */
export const mediaById = async (db: Database, id: number): Promise<MediaView | undefined> =>
  (await mediaViews(db).where('m.id', '=', id).executeTakeFirst()) as MediaView | undefined

export interface MediaFilter {
  q?: string
  kind?: MediaKind
  /** Only pictures whose words for the blind are missing. */
  lacksAlt?: boolean
  state?: 'processing' | 'ready' | 'failed'
}

/** Files of a portal, newest first, walked by id. Found with, without or with half their diacritics. */
export async function mediaOfSite(
  db: Database,
  siteId: number,
  filter: MediaFilter,
  page: { after?: string; size?: number } = {},
): Promise<Page<MediaView>> {
  const size = page.size ?? 40
  let query = mediaViews(db)
    .where('m.siteId', '=', siteId)
    .orderBy('m.id', 'desc')
    .limit(size + 1)
  for (const word of fold(filter.q ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8))
    query = query.where('m.search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  if (filter.kind) query = query.where('m.kind', '=', filter.kind)
  if (filter.state) query = query.where('m.state', '=', filter.state)
  if (filter.lacksAlt) query = query.where('m.kind', '=', 'image').where('m.alt', '=', '')
  const after = Number(page.after)
  if (page.after && Number.isSafeInteger(after) && after > 0 && after <= 2_147_483_647)
    query = query.where('m.id', '<', after)
  return pageOf((await query.execute()) as MediaView[], size, (row) => String(row.id))
}

/** Derived pictures of these files, narrowest first. */
export async function variantsOf(db: Database, ids: readonly number[]): Promise<Map<number, Variant[]>> {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('mediaVariant')
          .selectAll()
          .where('mediaId', 'in', ids)
          .orderBy('width')
          .orderBy('format')
          .execute()
  return gathered(rows as (Variant & { mediaId: number })[])
}

function gathered(rows: readonly (Variant & { mediaId: number })[]): Map<number, Variant[]> {
  const byMedia = new Map<number, Variant[]>()
  for (const { mediaId, ...variant } of rows) byMedia.set(mediaId, [...(byMedia.get(mediaId) ?? []), variant])
  return byMedia
}

/** An edition that shows a file. */
export interface MediaUse {
  editionId: number
  entryId: number
  title: string
  state: string
  version: number
  updatedAt: Date
}

/** The editions that use a file, whatever their state; the newest first, at most `limit`. */
export const usesOfMedia = async (db: Database, mediaId: number, limit = 50): Promise<MediaUse[]> =>
  await db
    .selectFrom('edition')
    .select(['id as editionId', 'entryId', 'title', 'state', 'version', 'updatedAt'])
    .where(usesMedia(mediaId))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Written as the index edition_media (migrations/0017) has it. */
const usesMedia = (mediaId: number) => (_: ExpressionBuilder<DB, 'edition'>) =>
  sql<boolean>`media_ids(content) @> array[${mediaId}::integer]`

/** Portals whose library a person sees, by name. */
export async function librariesOf(
  db: Database,
  siteIds: readonly number[] | 'all',
): Promise<{ id: number; name: string }[]> {
  if (siteIds !== 'all' && siteIds.length === 0) return []
  const query = db
    .selectFrom('site')
    .select(['id', 'shortName as name'])
    .orderBy(sql`short_name collate "vi-x-icu"`)
  return await (siteIds === 'all' ? query : query.where('id', 'in', siteIds)).execute()
}

/** A file as it is handed to readers. */
export interface PublicFile {
  id: number
  kind: MediaKind
  mime: string
  name: string
  sha256: string
  /** It was public, and what it belonged to was withdrawn or is over. */
  gone: boolean
  variants: { format: VariantFormat; width: number; bytes: number }[]
}

/** A file that is or was public; undefined for one that never was. */
export async function publicFile(db: Database, mediaId: number): Promise<PublicFile | undefined> {
  const [file, variants] = await Promise.all([
    db
      .selectFrom('publicMedia')
      .select(['id', 'kind', 'mime', 'name', 'sha256', 'gone'])
      .where('id', '=', mediaId)
      .executeTakeFirst(),
    db.selectFrom('publicMediaVariant').select(['format', 'width', 'bytes']).where('mediaId', '=', mediaId).execute(),
  ])
  return file && ({ ...file, variants } as PublicFile)
}

/** A file of a draft, for who holds the link's token. */
export async function previewedFile(db: Database, token: string, mediaId: number): Promise<PublicFile | undefined> {
  const found = await sql<Omit<PublicFile, 'variants' | 'gone'>>`
    select id, kind, mime, name, sha256 from previewed_media(${token}) where id = ${mediaId}`.execute(db)
  const file = found.rows[0]
  if (!file) return undefined
  const variants = await sql<
    PublicFile['variants'][number]
  >`select format, width, bytes from previewed_media_variant(${token}) where media_id = ${mediaId}`.execute(db)
  return { ...file, gone: false, variants: variants.rows }
}
