import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { itemColumns, type LiveItem } from '../editions/live.ts'
import type { Language } from '../web/message.ts'
import type { Query } from './read-query.ts'

export interface FoundItem extends LiveItem {
  /** The beginning of its text, for showing where the words stand. */
  words: string
}
export interface Findings {
  items: FoundItem[]
  /** How many were found, up to `countedUpTo`; one more means more than that. */
  total: number
}

/** Which entries are looked through: those of a portal in one language. */
export interface SearchedAt {
  site: { id: number }
  language: Language
}

export const pageSize = 10
/** Only the newest so many are counted and put in order: a search for a very common word stays quick. */
export const countedUpTo = 1000

/**
 * What a portal has live in a language for a query, a page of it (from 1): entries with the words as typed, diacritics included, first;
 * then by where the words stand (title, summary, text), then from the newest.
 */
export async function findLive(db: Database, at: SearchedAt, query: Query, page: number): Promise<Findings> {
  const siteId = at.site.id
  if (query.search === '') return { items: [], total: 0 }
  const { rows } = await sql<FoundItem & { total: number }>`
    with found as materialized (
      select i.entry_id, i.search, i.exact, i.published_at from live_item i
      where i.site_id = ${siteId} and i.language = ${at.language} and i.search @@ to_tsquery('simple', ${query.search})
      order by i.published_at desc, i.entry_id desc limit ${countedUpTo + 1}
    ), shown as (
      select f.entry_id, count(*) over () as total, row_number() over (
        order by f.exact @@ phraseto_tsquery('simple', exact_words(${query.exact})) desc,
          f.exact @@ plainto_tsquery('simple', exact_words(${query.exact})) desc,
          ts_rank(f.exact, plainto_tsquery('simple', exact_words(${query.exact}))) desc,
          f.search @@ phraseto_tsquery('simple', ${query.phrase}) desc, ts_rank(f.search, to_tsquery('simple', ${query.search})) desc,
          f.published_at desc, f.entry_id desc) as place
      from found f order by place limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select ${itemColumns}, left(words_in(e.content), 30000) as words, s.total
    from shown s join live_item i on i.site_id = ${siteId} and i.entry_id = s.entry_id join live_edition e on e.id = i.edition_id
    order by s.place`.execute(db)
  const total = rows[0]?.total ?? (page > 1 ? await countFound(db, at, query) : 0)
  return { items: rows.map(({ total: _, ...item }) => item), total }
}

/** A page behind the last one still says how many there are. */
async function countFound(db: Database, at: SearchedAt, query: Query): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (select from live_item where site_id = ${at.site.id} and language = ${at.language} and search @@ to_tsquery('simple', ${query.search}) limit ${countedUpTo + 1}) x`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
