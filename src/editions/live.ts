import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Language } from '../web/message.ts'
import { pageOf, type Page } from '../web/paging.ts'

/** An entry as lists of the public face show it. */
export interface LiveItem {
  entryId: number
  title: string
  summary: string
  path: string
  kind: string
  genre: string
  language: Language
  publishedAt: Date
  updatedAt: Date
  leadMediaId: number | null
  /** Of a video article with a film of the portal's own: its length in milliseconds. */
  filmMs: number | null
  homeSiteId: number
  /** Its place in lists that run from the newest to the oldest. */
  cursor: string
}

/** The version of an entry in the other language: an entry of its own, live on the same portal. */
export interface Translation {
  language: Language
  path: string
  title: string
}

/** A place in a list: microseconds since 1970 and the entry's number, which together are unique. */
export interface Cursor {
  micros: number
  entryId: number
}

/** Reads a cursor from an address; undefined when it is none. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const found = /^(\d{1,16})-(\d{1,10})$/.exec(text ?? '')
  if (!found) return undefined
  const [micros, entryId] = [Number(found[1]), Number(found[2])]
  return micros <= 9_000_000_000_000_000 && entryId <= 2_147_483_647 ? { micros, entryId } : undefined
}

/** Columns of a LiveItem, from live_item as `i`. */
export const itemColumns =
  sql.raw(`i.entry_id, i.title, i.summary, i.path, i.kind, i.genre, i.language, i.published_at, i.updated_at,
  i.lead_media_id, i.film_ms, i.home_site_id, (extract(epoch from i.published_at) * 1000000)::bigint || '-' || i.entry_id as cursor`)

const usualSize = 12

/** What the newsroom put forward: pinned first (while the pin lasts), then featured, each from the newest. */
export async function featuredItems(
  db: Database,
  siteId: number,
  limit: number,
  language: Language,
): Promise<LiveItem[]> {
  const { rows } = await sql<LiveItem>`
    select ${itemColumns} from (
      (select *, true as pinned from live_item where site_id = ${siteId} and language = ${language} and pinned_until > now()
        order by published_at desc limit ${limit})
      union all
      (select *, false from live_item where site_id = ${siteId} and language = ${language} and featured
        and (pinned_until is null or pinned_until <= now())
        order by published_at desc limit ${limit})
    ) i order by i.pinned desc, i.published_at desc, i.entry_id desc limit ${limit}`.execute(db)
  return rows
}

/** The newest of a portal in a language; published answers have lists of their own. */
export async function newestItems(
  db: Database,
  siteId: number,
  limit: number,
  language: Language,
): Promise<LiveItem[]> {
  const { rows } = await sql<LiveItem>`
    select ${itemColumns} from live_item i where i.site_id = ${siteId} and i.kind not in ('answer', 'complaint-result') and i.language = ${language}
    order by i.published_at desc, i.entry_id desc limit ${limit}`.execute(db)
  return rows
}

/** A list: of a portal (its news, or its published answers), of a section with what lies below it, or of what a portal has of a topic or an author. In one language. */
export type ListOf = (
  | { siteId: number }
  | { siteId: number; answers: true }
  | { sectionId: number }
  | { siteId: number; topicId: number }
  | { siteId: number; authorId: number }
) & {
  language: Language
  /** Only what was published from this time on, and before the other. */
  from?: Date
  until?: Date
}

/** A page of a list, from the newest. */
export const itemsOf = (db: Database, of: ListOf, after?: Cursor, size = usualSize): Promise<Page<LiveItem>> =>
  pageOfItems(db, listSource(of), after, size)

/** Whether the same list holds something in the other language. */
export async function inOtherLanguage(db: Database, of: ListOf): Promise<boolean> {
  const other = listSource({ ...of, language: of.language === 'vi' ? 'en' : 'vi' })
  const { rows } = await sql<{ found: boolean }>`select exists (select from ${other}) as found`.execute(db)
  return rows[0]?.found === true
}

/** The rows of a list, as `l` with a condition to which more may be added. */
export function listSource(of: ListOf): RawBuilder<unknown> {
  const from = of.from ? sql`and l.published_at >= ${of.from}` : sql``
  const until = of.until ? sql`and l.published_at < ${of.until}` : sql``
  return sql`${placeOf(of)} and l.language = ${of.language} ${from} ${until}`
}

function placeOf(of: ListOf): RawBuilder<unknown> {
  if ('sectionId' in of) return sql`live_section_item l where l.section_id = ${of.sectionId}`
  if ('topicId' in of) return sql`live_topic_item l where l.topic_id = ${of.topicId} and l.site_id = ${of.siteId}`
  if ('authorId' in of) return sql`live_author_item l where l.author_id = ${of.authorId} and l.site_id = ${of.siteId}`
  if ('answers' in of) return sql`live_answer l where l.site_id = ${of.siteId}`
  return sql`live_item l where l.site_id = ${of.siteId} and l.kind not in ('answer', 'complaint-result')`
}

async function pageOfItems(
  db: Database,
  from: RawBuilder<unknown>,
  after?: Cursor,
  size = usualSize,
): Promise<Page<LiveItem>> {
  const older = after
    ? sql`and (l.published_at, l.entry_id) < (timestamptz 'epoch' + ${after.micros}::bigint * interval '1 microsecond', ${after.entryId}::integer)`
    : sql``
  const { rows } = await sql<LiveItem>`
    select ${itemColumns} from (
      select l.entry_id, l.site_id from ${from} ${older} order by l.published_at desc, l.entry_id desc limit ${size + 1}
    ) k join live_item i on i.site_id = k.site_id and i.entry_id = k.entry_id
    order by i.published_at desc, i.entry_id desc`.execute(db)
  return pageOf(rows, size, (item) => item.cursor)
}

/** Entries by number, as this portal shows them; those it does not show come from their home portal, with its host. Missing: not live. */
export async function liveByEntry(
  db: Database,
  siteId: number,
  entryIds: readonly number[],
): Promise<Map<number, LiveItem & { host: string | null }>> {
  if (entryIds.length === 0) return new Map()
  const { rows } = await sql<LiveItem & { host: string | null }>`
    select distinct on (i.entry_id) ${itemColumns}, case when i.site_id = ${siteId} then null else h.host end as host
    from live_item i left join site_host h on h.site_id = i.site_id and h.is_primary
    where i.entry_id = any (${[...new Set(entryIds)].slice(0, 300)}::integer[]) and (i.site_id = ${siteId} or i.site_id = i.home_site_id)
    order by i.entry_id, i.site_id = ${siteId} desc`.execute(db)
  return new Map(rows.map((row) => [row.entryId, row]))
}

/** Where an address of a portal leads today, whether what stands there is live or gone. The first candidate known wins. */
export async function addressOf(
  db: Database,
  siteId: number,
  candidates: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ path: string }>`
    select now.path from live_address a join live_address now on now.site_id = a.site_id and now.entry_id = a.entry_id and now.is_current
    where a.site_id = ${siteId} and a.path = any (${[...candidates]}::text[])
    order by array_position(${[...candidates]}::text[], a.path) limit 1`.execute(db)
  return rows[0]?.path
}
