import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { itemColumns, type LiveItem } from '../editions/live.ts'
import type { Language } from '../web/message.ts'
import { defaultBlocks } from './arrange.ts'
import { readBlocks, type Block } from './block.ts'

/** How the front page of a portal stands, as readers see it: no blocks where it was never arranged. */
export interface LiveHome {
  blocks: Block[] | undefined
  /** When the next pin ends, and the page looks different. */
  changesAt: Date | null
}

export async function liveHome(db: Database, siteId: number): Promise<LiveHome> {
  const { rows } = await sql<{ blocks: unknown; changesAt: Date | null }>`
    select (select blocks from live_home where site_id = ${siteId}) as blocks,
      (select min(pinned_until) from live_item where site_id = ${siteId} and pinned_until is not null and pinned_until > now()) as changes_at`.execute(
    db,
  )
  const row = rows[0]
  return { blocks: row?.blocks ? readBlocks(row.blocks) : undefined, changesAt: row?.changesAt ?? null }
}

/** The draft a signed link leads to, on its own portal alone; undefined when the link leads nowhere (any more). */
export async function previewedHome(db: Database, siteId: number, token: string): Promise<Block[] | undefined> {
  const { rows } = await sql<{ blocks: unknown }>`
    select blocks from previewed_home(${token}) where site_id = ${siteId}`.execute(db)
  return rows[0] ? readBlocks(rows[0].blocks) : undefined
}

/** A list to be read from its newest. */
export interface Wanted<Key> {
  key: Key
  limit: number
}

/** The newest of each section named, in a language, that are not among `without`: in one round trip. */
export async function newestOfSections(
  db: Database,
  wanted: readonly Wanted<number>[],
  language: Language,
  without: ReadonlySet<number> = new Set(),
): Promise<Map<number, LiveItem[]>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<LiveItem & { listKey: number }>`
    select w.key as list_key, n.* from unnest(${wanted.map(({ key }) => key)}::integer[], ${wanted.map(({ limit }) => limit)}::integer[])
      w (key, size) cross join lateral (
      select ${itemColumns} from live_section_item l join live_item i on i.entry_id = l.entry_id and i.site_id = l.site_id
      where l.section_id = w.key and l.language = ${language} and l.entry_id <> all (${[...without]}::integer[])
      order by l.published_at desc, l.entry_id desc limit w.size) n`.execute(db)
  return byKey(rows)
}

/** The newest of each genre named on a portal, in a language, in one round trip. */
export async function newestOfGenres(
  db: Database,
  of: { siteId: number; language: Language },
  wanted: readonly Wanted<string>[],
): Promise<Map<string, LiveItem[]>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<LiveItem & { listKey: string }>`
    select w.key as list_key, n.* from unnest(${wanted.map(({ key }) => key)}::text[], ${wanted.map(({ limit }) => limit)}::integer[])
      w (key, size) cross join lateral (
      select ${itemColumns} from (
        select g.entry_id from live_item g where g.site_id = ${of.siteId} and g.genre = w.key and g.language = ${of.language}
        order by g.published_at desc, g.entry_id desc limit w.size) k
      -- The planner takes a limit it does not know for a tenth of the table; "offset 0" has each row looked up by key.
      cross join lateral (select * from live_item x where x.site_id = ${of.siteId} and x.entry_id = k.entry_id offset 0) i
      order by i.published_at desc, i.entry_id desc) n`.execute(db)
  return byKey(rows)
}

function byKey<Key>(rows: readonly (LiveItem & { listKey: Key })[]): Map<Key, LiveItem[]> {
  const lists = new Map<Key, LiveItem[]>()
  for (const { listKey, ...item } of rows) {
    const list = lists.get(listKey)
    if (list) list.push(item)
    else lists.set(listKey, [item])
  }
  return lists
}

/** The first file of each live entry that has one. */
export async function firstAttachments(
  db: Database,
  entryIds: readonly number[],
): Promise<Map<number, { mediaId: number; name: string }>> {
  if (entryIds.length === 0) return new Map()
  const { rows } = await sql<{ entryId: number; mediaId: number; name: string | null }>`
    select entry_id, (content #>> '{attachments,0,mediaId}')::integer as media_id, content #>> '{attachments,0,name}' as name
    from live_edition where entry_id = any (${[...entryIds]}::integer[])
      and jsonb_typeof(content #> '{attachments,0,mediaId}') = 'number'`.execute(db)
  return new Map(rows.map(({ entryId, mediaId, name }) => [entryId, { mediaId, name: name ?? '' }]))
}

/** The arrangement of a portal as the office shows it. */
export interface HomeView {
  shortName: string
  template: string
  /** The host readers open, and whether anyone may. */
  host: string | null
  closedAt: Date | null
  draft: Block[]
  live: Block[] | undefined
  revision: number
  changedAt: Date | null
  changedBy: string | null
  publishedAt: Date | null
  publishedBy: string | null
}

export async function homeOf(db: Database, siteId: number): Promise<HomeView | undefined> {
  const row = await db
    .selectFrom('site as s')
    .leftJoin('homeArrangement as a', 'a.siteId', 's.id')
    .leftJoin('siteHost as h', (join) => join.onRef('h.siteId', '=', 's.id').on('h.isPrimary', '=', true))
    .leftJoin('person as c', 'c.id', 'a.changedBy')
    .leftJoin('person as p', 'p.id', 'a.publishedBy')
    .select([
      's.shortName',
      's.template',
      's.closedAt',
      'h.host',
      'a.draft',
      'a.live',
      'a.revision',
      'a.changedAt',
      'c.name as changedBy',
      'a.publishedAt',
      'p.name as publishedBy',
    ])
    .where('s.id', '=', siteId)
    .executeTakeFirst()
  if (!row) return undefined
  const sections = await db
    .selectFrom('section')
    .select(['id', 'slug'])
    .where('siteId', '=', siteId)
    .where('hidden', '=', false)
    .orderBy('id')
    .execute()
  const { draft, live, revision, ...facts } = row
  return {
    ...facts,
    draft: draft ? readBlocks(draft) : defaultBlocks(row.template, sections),
    live: live ? readBlocks(live) : undefined,
    revision: revision ?? 0,
  }
}

/** What of a portal there is to show in blocks. */
export interface HomeStock {
  anything: boolean
  /** Sections that are not hidden and hold something live, or lie above such. */
  filled: number[]
  visible: number[]
  genres: string[]
  topics: boolean
  portals: boolean
  /** Published answers. */
  answers: boolean
}

export async function homeStock(db: Database, siteId: number): Promise<HomeStock> {
  const { rows } = await sql<HomeStock>`
    select exists (select from live_item where site_id = ${siteId}) as anything,
      array(select s.id from section s where s.site_id = ${siteId} and not s.hidden) as visible,
      array(select s.id from section s where s.site_id = ${siteId} and not s.hidden
        and exists (select from live_section_item l where l.section_id = s.id)) as filled,
      array(select g from unnest(array['notice', 'video', 'photo']) g
        where exists (select from live_item i where i.site_id = ${siteId} and i.genre = g)) as genres,
      exists (select from topic t where t.archived_at is null
        and exists (select from live_topic_item l where l.topic_id = t.id and l.site_id = ${siteId})) as topics,
      exists (select from site s where s.id = ${siteId} and (s.parent_id is not null
        or exists (select from site c where c.parent_id = s.id and c.closed_at is null))) as portals,
      exists (select from live_answer where site_id = ${siteId}) as answers`.execute(db)
  return rows[0]!
}
