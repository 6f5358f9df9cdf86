import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import { itemColumns, type Cursor, type LiveItem } from '../editions/live.ts'
import type { Query } from '../search/read-query.ts'
import type { Language } from '../web/message.ts'
import { pageOf, type Page } from '../web/paging.ts'

/** Which answers: those a portal shows, or those of every portal of the network; in one language. */
export interface AnswersOf {
  scope: { siteId: number } | 'network'
  language: Language
  /** 0: those that name no field. */
  fieldId?: number
  divisionId?: number
}

/** What is told of an answer beside its words. Days as 2026-11-24. */
export interface AnswerFacts {
  field: { slug: string; name: string; nameEn: string } | null
  divisionId: number | null
  division: string
  agency: string
  askedOn: string
  answeredOn: string
  workingDays: number
  onTime: boolean | null
}

/** An answer as lists show it. */
export interface AnswerItem extends LiveItem, AnswerFacts {
  /** Host of its portal, where that is not the one asked. */
  host: string | null
  /** The beginning of its text, where words were looked for. */
  words: string
}

const factColumns = sql`case when f.id is null then null else jsonb_build_object('slug', f.slug, 'name', f.name, 'nameEn', f.name_en) end as field,
  a.division_id, a.division, a.agency, a.asked_on::text, a.answered_on::text, a.working_days, a.on_time`

/** So many of the newest are looked through for words before the index of words is asked. */
const lookedThrough = 2000

interface Asked {
  after?: Cursor
  query?: Query
  size?: number
}

/**
 * A page of answers, the newest first; with words to look for, only those that have them all. Common words stand among the newest of a
 * list, rare ones are found by the index of words; asked the wrong way round, either would walk a million answers.
 */
export async function answersOf(db: Database, of: AnswersOf, asked: Asked = {}): Promise<Page<AnswerItem>> {
  const { size = 12, query } = asked
  const newest = sql`order by l.published_at desc, l.entry_id desc`
  const list = sql`live_answer l where ${among(of)} ${olderThan(asked.after)}`
  if (!query) return pageFrom(db, of, asked, sql`select l.entry_id, l.site_id from ${list} ${newest} limit ${size + 1}`)
  const has = sql`l.search @@ to_tsquery('simple', ${query.search})`
  const near = await pageFrom(
    db,
    of,
    asked,
    sql`select l.entry_id, l.site_id from (select l.* from ${list} ${newest} limit ${lookedThrough}) l where ${has} ${newest} limit ${size + 1}`,
  )
  if (near.next) return near
  return pageFrom(
    db,
    of,
    asked,
    sql`with l as materialized (select l.entry_id, l.site_id, l.published_at from ${list} and ${has})
      select l.entry_id, l.site_id from l ${newest} limit ${size + 1}`,
  )
}

const olderThan = (after: Cursor | undefined): RawBuilder<unknown> =>
  after
    ? sql`and (l.published_at, l.entry_id) < (timestamptz 'epoch' + ${after.micros}::bigint * interval '1 microsecond', ${after.entryId}::integer)`
    : sql``

/** The answers `keys` names (entry_id, site_id), with one more than a page where there are more. */
async function pageFrom(
  db: Database,
  of: AnswersOf,
  { size = 12, query }: Asked,
  keys: RawBuilder<unknown>,
): Promise<Page<AnswerItem>> {
  const words = query ? sql`left(words_in(e.content), 30000)` : sql`''`
  const siteId = of.scope === 'network' ? 0 : of.scope.siteId
  const { rows } = await sql<AnswerItem>`
    select ${itemColumns}, ${factColumns}, ${words} as words, case when i.site_id = ${siteId} then null else h.host end as host
    from (${keys}) k
    join live_answer a on a.site_id = k.site_id and a.entry_id = k.entry_id
    join live_item i on i.site_id = k.site_id and i.entry_id = k.entry_id
    left join live_edition e on ${query !== undefined} and e.id = i.edition_id
    left join case_field f on f.id = a.field_id
    left join site_host h on h.site_id = i.site_id and h.is_primary
    order by i.published_at desc, i.entry_id desc`.execute(db)
  return pageOf(rows, size, (item) => item.cursor)
}

function among({ scope, language, fieldId, divisionId }: AnswersOf): RawBuilder<unknown> {
  const place = scope === 'network' ? sql`l.site_id = l.home_site_id` : sql`l.site_id = ${scope.siteId}`
  const field =
    fieldId === undefined ? sql`` : fieldId === 0 ? sql`and l.field_id is null` : sql`and l.field_id = ${fieldId}`
  const division =
    divisionId === undefined
      ? sql``
      : divisionId === 0
        ? sql`and l.division_id is null`
        : sql`and l.division_id = ${divisionId}`
  return sql`${place} and l.language = ${language} ${field} ${division}`
}

/** A way to narrow a list, and how many lie behind it. */
export interface FieldCount {
  id: number
  slug: string
  name: string
  nameEn: string
  answers: number
}
export interface DivisionCount {
  id: number
  name: string
  answers: number
}
export interface AnswerCounts {
  total: number
  /** Of the division chosen, where one is. */
  fields: FieldCount[]
  /** Of the field chosen, where one is; none for the network. */
  divisions: DivisionCount[]
}

/** How many answers there are by field and by division, from counts that are kept. */
export async function answerCounts(db: Database, of: AnswersOf): Promise<AnswerCounts> {
  const place = of.scope === 'network' ? sql`n.is_home` : sql`n.site_id = ${of.scope.siteId}`
  const [field, division] = [of.fieldId ?? null, of.divisionId ?? null]
  const { rows } = await sql<{ fields: FieldCount[]; divisions: DivisionCount[]; total: number }>`
    with n as materialized (select n.site_id, n.field_id, n.division_id, n.answers from live_answer_count n
      where ${place} and n.language = ${of.language} and n.answers > 0)
    select coalesce((select sum(answers) from n where (${field}::integer is null or field_id = ${field})
        and (${division}::integer is null or division_id = ${division})), 0)::integer as total,
      coalesce((select jsonb_agg(x order by x.position, x.id) from (
        select f.id, f.slug, f.name, f.name_en as "nameEn", f.position, sum(n.answers) as answers from n join case_field f on f.id = n.field_id
        where ${division}::integer is null or n.division_id = ${division} group by f.id) x), '[]') as fields,
      ${
        of.scope === 'network'
          ? sql`'[]'::jsonb`
          : sql`coalesce((select jsonb_agg(x order by x.answers desc, x.id) from (
        select n.division_id as id, sum(n.answers) as answers, ${divisionName(of)} as name from n
        where n.division_id > 0 and (${field}::integer is null or n.field_id = ${field}) group by n.division_id) x), '[]')`
      } as divisions`.execute(db)
  return rows[0]!
}

/** A division that is there no more is called as it last was. */
const divisionName = ({ scope, language }: AnswersOf): RawBuilder<unknown> =>
  sql`coalesce((select coalesce(nullif(case when ${language} = 'en' then d.name_en else d.name end, ''), d.name) from live_division d where d.id = n.division_id),
    (select a.division from live_answer a where a.site_id = ${scope === 'network' ? 0 : scope.siteId} and a.division_id = n.division_id
      and a.language = ${language} order by a.published_at desc limit 1), '')`

/** How long the answers of a portal took in the last twelve months, this one included. */
export interface AnswerPace {
  answers: number
  onTime: number
  /** Half of the answers took no more working days than this. */
  median: number
}

/** Answers from which on a median is told: fewer say nothing of a portal. */
export const paceFrom = 10

export async function answerPace(db: Database, siteId: number): Promise<AnswerPace | undefined> {
  const { rows } = await sql<{ workingDays: number; answers: number; onTime: number }>`
    select working_days, sum(answers)::integer as answers, coalesce(sum(answers) filter (where on_time), 0)::integer as on_time
    from live_answer_pace where site_id = ${siteId} and answers > 0
      and month > (date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh') - interval '12 months')::date
    group by working_days order by working_days`.execute(db)
  const answers = rows.reduce((sum, row) => sum + row.answers, 0)
  if (answers < paceFrom) return undefined
  let below = 0
  const median = rows.find((row) => (below += row.answers) * 2 >= answers)!.workingDays
  return { answers, onTime: rows.reduce((sum, row) => sum + row.onTime, 0), median }
}

/** Facts of an answer that is live on a portal; undefined for an entry that was not made from a case. */
export async function answerFacts(db: Database, siteId: number, entryId: number): Promise<AnswerFacts | undefined> {
  const { rows } = await sql<AnswerFacts>`
    select ${factColumns} from live_answer a left join case_field f on f.id = a.field_id
    where a.site_id = ${siteId} and a.entry_id = ${entryId}`.execute(db)
  return rows[0]
}

/** Answers of the same field that share most words with one, among the newest 300. */
export async function relatedAnswers(db: Database, siteId: number, entryId: number): Promise<LiveItem[]> {
  const { rows } = await sql<LiveItem>`
    select ${itemColumns} from (
      select n.entry_id, n.site_id, row_number() over (order by ts_rank(n.asked, n.wanted) desc, n.published_at desc, n.entry_id desc) as place
      from live_answer me cross join lateral (
        select (select string_agg(quote_literal(w), ' | ')::tsquery from (
          select distinct w from live_item t, unnest(string_to_array(search_words(t.title), ' ')) w
          where t.site_id = me.site_id and t.entry_id = me.entry_id and length(w) > 1 limit 24) x) as wanted) q
      cross join lateral (
        select o.entry_id, o.site_id, o.asked, o.published_at, q.wanted from live_answer o
        where o.site_id = me.site_id and o.field_id is not distinct from me.field_id and o.language = me.language
        order by o.published_at desc, o.entry_id desc limit 300) n
      where me.site_id = ${siteId} and me.entry_id = ${entryId} and n.entry_id <> me.entry_id and n.asked @@ n.wanted
      order by place limit 5) k
    join live_item i on i.site_id = k.site_id and i.entry_id = k.entry_id order by k.place`.execute(db)
  return rows
}

/** A portal of the network with answers of its own. */
export interface AnsweringSite {
  host: string
  shortName: string
  answers: number
}

/** Other portals of the network that have answered in public, by name. */
export async function answeringSites(db: Database, siteId: number, language: Language): Promise<AnsweringSite[]> {
  const { rows } = await sql<AnsweringSite>`
    select h.host, coalesce(case when ${language} = 'en' then s.short_name_en end, s.short_name) as short_name, n.answers
    from (select site_id, sum(answers)::integer as answers from live_answer_count where is_home and language = ${language} and site_id <> ${siteId}
      group by site_id having sum(answers) > 0) n
    join site s on s.id = n.site_id and s.closed_at is null join site_host h on h.site_id = s.id and h.is_primary
    order by s.short_name collate "vi-x-icu" limit 500`.execute(db)
  return rows
}
