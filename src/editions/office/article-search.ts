import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Database } from '../../database/connect.ts'
import type { DB } from '../../database/schema.ts'
import { sitesOf, type Actor } from '../../people/actor.ts'
import { pageOf, type Page } from '../../web/paging.ts'
import { fold } from '../../web/vietnamese.ts'
import { states, type State } from '../edition.ts'
import { liveEditionId, rowColumns, type EditionRow } from '../work-lists.ts'

/** What the list of texts is narrowed to. */
export interface ArticleSearch {
  /** Words of the title, with or without diacritics; each may be a beginning. */
  q?: string
  state?: State
  siteId?: number
  sectionId?: number
  genre?: string
  /** Words of the writer's name. */
  author?: string
  /** Last changed from this moment on. */
  from?: Date
  /** Last changed before this moment. */
  to?: Date
}

/** A row of the list, with the address of the text where it is live. */
export interface FoundArticle extends EditionRow {
  sectionNames: string | null
}

type Rows = ExpressionBuilder<DB & { e: DB['edition']; p: DB['person'] }, 'e' | 'p'>

const pageSize = 30

/** The texts a person may read, the last changed first: the newest version of each entry that was not discarded. */
export async function searchArticles(
  db: Database,
  actor: Actor,
  search: ArticleSearch,
  cursor?: string,
): Promise<Page<FoundArticle>> {
  const after = /^(\d{1,17})-(\d{1,9})$/.exec(cursor ?? '')
  const found = await newest(db, actor, search, search.state)
    .$if(after !== null, (q) =>
      q.where(
        sql<SqlBool>`(e.updated_at, e.id) < (to_timestamp(${after?.[1]}::bigint / 1000000.0), ${Number(after?.[2])})`,
      ),
    )
    .innerJoin('entry as n', 'n.id', 'e.entryId')
    .innerJoin('site as s', 's.id', 'e.siteId')
    .select(rowColumns)
    .select([
      liveEditionId,
      sql<string | null>`(select string_agg(c.name, ', ' order by c.position) from section c
        where c.id in (select jsonb_array_elements_text(e.content -> 'sectionIds')::integer))`.as('sectionNames'),
      sql<string>`(extract(epoch from e.updated_at) * 1000000)::bigint || '-' || e.id`.as('place'),
    ])
    .orderBy('e.updatedAt', 'desc')
    .orderBy('e.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const page = pageOf(found, pageSize, (row) => row.place)
  return { ...page, rows: page.rows.map(({ place: _place, ...row }) => row as FoundArticle) }
}

/** Counting stops here: above it only "more" is said, so that an archive of a million costs no more than a small one. */
export const countedAtMost = 1000

/** How many texts the search finds in each state, the state itself left open; `countedAtMost` stands for that many or more. */
export async function countByState(
  db: Database,
  actor: Actor,
  search: ArticleSearch,
): Promise<Partial<Record<State, number>>> {
  const some = newest(db, actor, search, undefined)
    .select(sql<number>`1`.as('one'))
    .where(sql<SqlBool>`e.state = s.state`)
    .limit(countedAtMost)
  const found = await db
    .selectFrom(sql<{ state: State }>`unnest(${[...states]}::text[])`.as<'s'>(sql`s(state)`))
    .select(['s.state', sql<number>`(select count(*)::integer from ${some} as x)`.as('n')])
    .execute()
  return Object.fromEntries(found.filter(({ n }) => n > 0).map(({ state, n }) => [state, n]))
}

const newest = (db: Database, actor: Actor, search: ArticleSearch, state: State | undefined) =>
  db
    .selectFrom('edition as e')
    .innerJoin('person as p', 'p.id', 'e.authorId')
    .where((eb) => readable(eb as unknown as Rows, actor))
    .where((eb) => eb.and(conditions(eb as unknown as Rows, search)))
    .$if(state !== undefined, (q) => q.where('e.state', '=', state as State))
    .where(sql<SqlBool>`not exists (select from edition later where later.entry_id = e.entry_id and later.version > e.version
      and later.state <> 'discarded') and (e.state <> 'discarded' or not exists (select from edition kept where kept.entry_id = e.entry_id
      and kept.state <> 'discarded'))`)

/** The twin of mayRead() in policy.ts. */
function readable(eb: Rows, actor: Actor): Expression<SqlBool> {
  const on = (sites: readonly number[] | 'all'): Expression<SqlBool> =>
    sites === 'all' ? eb.lit(true) : sites.length === 0 ? eb.lit(false) : eb('e.siteId', 'in', [...sites])
  return eb.or([
    on(sitesOf(actor, 'editor', 'desk_secretary', 'chief_editor', 'auditor')),
    eb.and([
      on(sitesOf(actor, 'contributor')),
      eb.or([eb('e.authorId', '=', actor.id), eb('e.state', '=', 'published')]),
    ]),
  ])
}

function conditions(eb: Rows, search: ArticleSearch): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = []
  if (search.siteId) all.push(eb('e.siteId', '=', search.siteId))
  if (search.genre) all.push(eb('e.genre', '=', search.genre))
  if (search.sectionId) all.push(sql<SqlBool>`e.content -> 'sectionIds' @> to_jsonb(${search.sectionId}::integer)`)
  if (search.from) all.push(eb('e.updatedAt', '>=', search.from))
  if (search.to) all.push(eb('e.updatedAt', '<', search.to))
  const words = wordsOf(search.q)
  if (words) all.push(sql<SqlBool>`e.title_words @@ to_tsquery('simple', ${words})`)
  const names = wordsOf(search.author)
  if (names) all.push(sql<SqlBool>`to_tsvector('simple', fold_vietnamese(p.name)) @@ to_tsquery('simple', ${names})`)
  return all
}

/** "Đường Hoà" → "duong:* & hoa:*"; undefined when nothing but marks was typed. */
function wordsOf(typed: string | undefined): string | undefined {
  const words = fold(typed ?? '')
    .match(/[a-z0-9]+/g)
    ?.slice(0, 12)
  return words?.map((word) => `${word}:*`).join(' & ')
}
