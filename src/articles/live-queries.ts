import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Content } from '../editions/content.ts'
import { itemColumns, type LiveItem, type Translation } from '../editions/live.ts'
import { topicWords, type LiveTopic } from '../editions/live-topics.ts'
import type { Language } from '../web/message.ts'

/** What stands at an address: an article, one that was and is no more, or the way to where it is now. */
export type Found =
  | { is: 'live'; article: LiveArticle }
  | { is: 'moved'; path: string }
  | { is: 'gone'; gone: GoneArticle }

export interface LiveArticle extends LiveItem {
  editionId: number
  siteId: number
  sectionIds: number[]
  content: Content
  /** Its home portal, where this one shows a copy. */
  home: { name: string; host: string; path: string } | null
}

export interface GoneArticle {
  state: 'withdrawn' | 'expired'
  title: string
  language: Language
  reason: string | null
  at: Date
}

interface Row extends Omit<LiveArticle, 'home'> {
  isCurrent: boolean
  goneState: GoneArticle['state'] | null
  goneTitle: string
  goneLanguage: Language
  goneReason: string | null
  goneAt: Date
  homeName: string | null
  homeHost: string | null
  homePath: string | null
}

/** The article at an address of a portal, in one round trip; undefined where nothing ever was. */
export async function articleAt(db: Database, siteId: number, path: string): Promise<Found | undefined> {
  const { rows } = await sql<Row>`
    select a.is_current, ${itemColumns}, i.edition_id, i.site_id, i.section_ids, e.content,
      g.state as gone_state, g.title as gone_title, g.language as gone_language, g.reason as gone_reason, g.at as gone_at,
      hs.name as home_name, hh.host as home_host, hi.path as home_path
    from live_address a
    left join live_item i on i.site_id = a.site_id and i.entry_id = a.entry_id
    left join live_edition e on e.id = i.edition_id
    left join gone_item g on g.site_id = a.site_id and g.entry_id = a.entry_id
    left join live_item hi on hi.entry_id = i.entry_id and hi.site_id = i.home_site_id and i.home_site_id <> i.site_id
    left join site hs on hs.id = hi.site_id
    left join site_host hh on hh.site_id = hi.site_id and hh.is_primary
    where a.site_id = ${siteId} and a.path = ${path}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { goneState, goneTitle, goneReason, goneLanguage, goneAt } = row
  if (goneState)
    return {
      is: 'gone',
      gone: { state: goneState, title: goneTitle, reason: goneReason, language: goneLanguage, at: goneAt },
    }
  if (row.path !== path) return { is: 'moved', path: row.path }
  const home =
    row.homeName && row.homeHost && row.homePath ? { name: row.homeName, host: row.homeHost, path: row.homePath } : null
  return { is: 'live', article: { ...row, home } }
}

/** What stands around an article: corrections told to the public, names of its topics and authors, and its neighbours in a section. */
export interface Surroundings {
  corrections: { note: string; at: Date }[]
  topics: Pick<LiveTopic, 'slug' | 'name' | 'lang'>[]
  /** Addresses of the authors by number; an author without one has no page here. */
  authors: { id: number; slug: string; name: string }[]
  newer: LiveItem[]
  older: LiveItem[]
  /** Its version in the other language, where this portal shows that too. */
  translation: (Translation & { isOriginal: boolean }) | undefined
}

/** Everything around an article, in few parallel reads. `sectionId`: the section whose neighbours are shown. */
export async function surroundings(
  db: Database,
  of: { siteId: number; entryId: number; sectionId: number | undefined; content: Content },
): Promise<Surroundings> {
  const [corrections, topics, authors, newer, older, translation] = await Promise.all([
    correctionsOf(db, of.entryId),
    topicsByIds(db, of.content.topicIds, of.content.language),
    authorsByIds(
      db,
      of.siteId,
      of.content.credits.map((credit) => credit.authorId),
    ),
    neighbours(db, of, 'newer'),
    neighbours(db, of, 'older'),
    translationOf(db, of.siteId, of.entryId),
  ])
  return { corrections, topics, authors, newer, older, translation }
}

async function correctionsOf(db: Database, entryId: number): Promise<Surroundings['corrections']> {
  const { rows } = await sql<{ note: string; at: Date }>`
    select note, at from live_correction where entry_id = ${entryId} order by at desc limit 20`.execute(db)
  return rows
}

async function translationOf(
  db: Database,
  siteId: number,
  entryId: number,
): Promise<Surroundings['translation'] | undefined> {
  const { rows } = await sql<NonNullable<Surroundings['translation']>>`
    select other_language as language, other_path as path, other_title as title, not is_original as is_original
    from live_translation where site_id = ${siteId} and entry_id = ${entryId}`.execute(db)
  return rows[0]
}

async function topicsByIds(db: Database, ids: readonly number[], language: Language): Promise<Surroundings['topics']> {
  if (ids.length === 0) return []
  const { rows } = await sql<Surroundings['topics'][number]>`
    select t.slug, ${topicWords(language)} from topic t where t.id = any (${ids.slice(0, 50)}::integer[]) order by t.name`.execute(
    db,
  )
  return rows
}

async function authorsByIds(db: Database, siteId: number, ids: readonly number[]): Promise<Surroundings['authors']> {
  if (ids.length === 0) return []
  const { rows } = await sql<Surroundings['authors'][number]>`
    select a.id, a.slug, a.name from author a where a.id = any (${ids.slice(0, 50)}::integer[])
    and exists (select from live_author_item l where l.author_id = a.id and l.site_id = ${siteId})`.execute(db)
  return rows
}

async function neighbours(
  db: Database,
  of: { siteId: number; entryId: number; sectionId: number | undefined },
  side: 'newer' | 'older',
): Promise<LiveItem[]> {
  if (of.sectionId === undefined) return []
  const [compare, order, limit] = side === 'newer' ? [sql`>`, sql`asc`, 2] : [sql`<`, sql`desc`, 5]
  const { rows } = await sql<LiveItem>`
    select ${itemColumns} from (
      select l.entry_id, l.site_id from live_section_item me cross join lateral (
        select n.entry_id, n.site_id from live_section_item n where n.section_id = me.section_id
          and n.language = me.language and (n.published_at, n.entry_id) ${compare} (me.published_at, me.entry_id)
        order by n.published_at ${order}, n.entry_id ${order} limit ${limit}) l
      where me.section_id = ${of.sectionId} and me.entry_id = ${of.entryId}
    ) k join live_item i on i.site_id = k.site_id and i.entry_id = k.entry_id
    order by i.published_at desc, i.entry_id desc`.execute(db)
  return rows
}

/** A draft that a signed link shows; undefined when the link is over, was revoked, or belongs to another portal. */
export async function previewOf(
  db: Database,
  siteId: number,
  token: string,
): Promise<
  { entryId: number; state: string; version: number; content: Content; correctionNote: string | null } | undefined
> {
  const { rows } = await sql<{
    entryId: number
    siteId: number
    state: string
    version: number
    content: Content
    correctionNote: string | null
  }>`
    select entry_id, site_id, state, version, content, correction_note from previewed_edition(${token})`.execute(db)
  const row = rows[0]
  return row && row.siteId === siteId ? row : undefined
}
