import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { fold } from '../web/vietnamese.ts'

/** What the side panel of an article offers to choose from. */
export interface Choices {
  sections: { id: number; parentId: number | null; name: string; hidden: boolean }[]
  topics: { id: number; name: string; archived: boolean }[]
  authors: { id: number; name: string }[]
}

/** Sections of the site in the order of its menu, topics of the network, and bylines by name (at most 1000). */
export async function choicesFor(db: Database, siteId: number): Promise<Choices> {
  const [sections, topics, authors] = await Promise.all([
    db
      .selectFrom('section')
      .select(['id', 'parentId', 'name', 'hidden'])
      .where('siteId', '=', siteId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('topic')
      .select(['id', 'name'])
      .select(sql<boolean>`archived_at is not null`.as('archived'))
      .orderBy(sql`name collate "vi-x-icu"`)
      .limit(500)
      .execute(),
    db
      .selectFrom('author')
      .select(['id', 'name'])
      .orderBy(sql`name collate "vi-x-icu"`)
      .limit(1000)
      .execute(),
  ])
  return { sections, topics, authors }
}

/** An entry as it is named where it is linked to. */
export interface NamedEntry {
  id: number
  title: string
  /** Null for one that is not live. */
  publishedAt: Date | null
}

/** Live entries of a site whose words begin with all the words given, newest first; without words the newest ones. */
export async function liveEntriesMatching(
  db: Database,
  siteId: number,
  words: string,
  limit = 12,
): Promise<NamedEntry[]> {
  const terms = fold(words)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 8)
  return await db
    .selectFrom('liveItem')
    .select(['entryId as id', 'title', 'publishedAt'])
    .where('siteId', '=', siteId)
    .$if(terms.length > 0, (query) =>
      query.where(sql<boolean>`search @@ to_tsquery('simple', ${terms.map((term) => `${term}:*`).join(' & ')})`),
    )
    .orderBy('publishedAt', 'desc')
    .limit(limit)
    .execute()
}

/** Titles of entries, live or not, for showing what a text links to. Entries of other portals count only while they are live. */
export async function entriesNamed(db: Database, siteId: number, ids: readonly number[]): Promise<NamedEntry[]> {
  if (ids.length === 0) return []
  const found = await db
    .selectFrom('edition as e')
    .distinctOn('e.entryId')
    .select(['e.entryId as id', 'e.title'])
    .select(sql<Date | null>`case when e.state = 'published' then e.published_at end`.as('publishedAt'))
    .where('e.entryId', 'in', ids)
    .where(({ or, eb }) => or([eb('e.siteId', '=', siteId), eb('e.state', '=', 'published')]))
    .orderBy('e.entryId')
    .orderBy(sql`e.state = 'published'`, 'desc')
    .orderBy('e.version', 'desc')
    .execute()
  return ids.flatMap((id) => found.find((entry) => entry.id === id) ?? [])
}

/** Facts of files a text uses, for the panel: names of documents, focal points of pictures. */
export async function filesNamed(db: Database, siteId: number, ids: readonly number[]) {
  if (ids.length === 0) return []
  return await db
    .selectFrom('media')
    .select(['id', 'kind', 'name', 'alt', 'caption', 'source', 'focalX', 'focalY', 'state'])
    .where('siteId', '=', siteId)
    .where('id', 'in', ids)
    .execute()
}

/** A file of the library by its name and, of a picture, what is seen in it. */
export interface RecentFile {
  id: number
  name: string
  alt: string
}

/** The newest pictures and documents of a portal, to choose from without script. */
export async function recentFiles(
  db: Database,
  siteId: number,
  limit = 24,
): Promise<{ images: RecentFile[]; documents: RecentFile[] }> {
  const newest = (kind: 'image' | 'document'): Promise<RecentFile[]> =>
    db
      .selectFrom('media')
      .select(['id', 'name', 'alt'])
      .where('siteId', '=', siteId)
      .where('kind', '=', kind)
      .where('state', '!=', 'failed')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  const [images, documents] = await Promise.all([newest('image'), newest('document')])
  return { images, documents }
}

/** The byline of this name, if there is one. */
export const authorNamed = async (db: Database, name: string): Promise<{ id: number; name: string } | undefined> =>
  await db
    .selectFrom('author')
    .select(['id', 'name'])
    .where(sql`lower(name)`, '=', name.toLocaleLowerCase('vi'))
    .executeTakeFirst()

/** Portals of these numbers that are open, by name. */
export const openSites = async (
  db: Database,
  ids: readonly number[] | 'all',
): Promise<{ id: number; name: string; shortName: string }[]> =>
  ids !== 'all' && ids.length === 0
    ? []
    : await db
        .selectFrom('site')
        .select(['id', 'name', 'shortName'])
        .where('closedAt', 'is', null)
        .$if(ids !== 'all', (query) => query.where('id', 'in', ids as number[]))
        .orderBy(sql`name collate "vi-x-icu"`)
        .execute()

/** The host under which citizens know a portal. */
export const primaryHost = async (db: Database, siteId: number): Promise<string | undefined> =>
  (
    await db
      .selectFrom('siteHost')
      .select('host')
      .where('siteId', '=', siteId)
      .orderBy('isPrimary', 'desc')
      .executeTakeFirst()
  )?.host
