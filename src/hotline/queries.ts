import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { readQuery } from '../search/read-query.ts'
import { startOfDay } from '../calendar/deadline.ts'
import type { Page } from '../web/paging.ts'
import type { FollowUp } from './why-not-call.ts'

export interface CallLine {
  id: number
  at: Date
  fieldName: string | null
  question: string
  guidance: string
  minutes: number
  followUp: FollowUp
  calledBackAt: Date | null
  caseId: number | null
  caseNumber: string | null
  operatorName: string | null
}

const pageSize = 20

/** Which calls of a portal: all, the newest first, or those still to be called back, the oldest first. */
export type CallFilter = 'all' | 'call-back'

/** Calls of a portal, a page of them. */
export async function callsOf(
  db: Database,
  siteId: number,
  { filter = 'all', after }: { filter?: CallFilter; after?: number } = {},
): Promise<Page<CallLine>> {
  let query = db
    .selectFrom('hotlineCall as h')
    .leftJoin('caseField as f', 'f.id', 'h.fieldId')
    .leftJoin('person as p', 'p.id', 'h.operatorId')
    .leftJoin('citizenCase as c', 'c.id', 'h.caseId')
    .select([
      'h.id',
      'h.at',
      'f.name as fieldName',
      'h.question',
      'h.guidance',
      'h.minutes',
      'h.followUp',
      'h.calledBackAt',
      'h.caseId',
      'c.number as caseNumber',
      'p.name as operatorName',
    ])
    .where('h.siteId', '=', siteId)
    .limit(pageSize + 1)
  if (filter === 'call-back') {
    query = query.where('h.followUp', '=', 'call-back').where('h.calledBackAt', 'is', null).orderBy('h.id')
    if (after !== undefined) query = query.where('h.id', '>', after)
  } else {
    query = query.orderBy('h.at', 'desc').orderBy('h.id', 'desc')
    if (after !== undefined)
      query = query.where(
        sql<boolean>`(h.at, h.id) < (select a.at, a.id from hotline_call a where a.id = ${after} and a.site_id = ${siteId})`,
      )
  }
  const rows = (await query.execute()) as CallLine[]
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? String(shown.at(-1)!.id) : undefined }
}

/** How many calls a portal took today, and how many wait for a call back. */
export async function callCounts(
  db: Database,
  siteId: number,
  today: string,
): Promise<{ today: number; waiting: number }> {
  const { rows } = await sql<{ today: number; waiting: number }>`select
    (select count(*)::integer from hotline_call where site_id = ${siteId} and at >= ${startOfDay(today)}) as today,
    (select count(*)::integer from hotline_call where site_id = ${siteId} and follow_up = 'call-back' and called_back_at is null) as waiting`.execute(
    db,
  )
  return rows[0]!
}

/** Calls of a field in a period. */
export interface FieldCount {
  fieldId: number | null
  name: string | null
  calls: number
  minutes: number
  cases: number
  callBacks: number
}

/** Calls of a portal by field, from one day to another (both included, days of Vietnam); the most asked first. */
export async function countsByField(
  db: Database,
  siteId: number,
  { from, to }: { from: string; to: string },
): Promise<FieldCount[]> {
  const { rows } = await sql<FieldCount>`
    select h.field_id, f.name, count(*)::integer as calls, sum(h.minutes)::integer as minutes,
      count(*) filter (where h.follow_up = 'case')::integer as cases,
      count(*) filter (where h.follow_up = 'call-back')::integer as call_backs
    from hotline_call h left join case_field f on f.id = h.field_id
    where h.site_id = ${siteId} and h.at >= ${startOfDay(from)} and h.at < ${startOfDay(to)}::timestamptz + interval '1 day'
    group by h.field_id, f.name order by calls desc, f.name`.execute(db)
  return rows
}

export interface Suggestion {
  entryId: number
  title: string
  summary: string
  path: string
  host: string
  siteName: string
}

/** Published answers of the whole network near to words typed with or without diacritics, those of the portal first. At most five. */
export async function suggestAnswers(db: Database, siteId: number, typed: string): Promise<Suggestion[]> {
  const { search } = readQuery(typed)
  const words = [...new Set(search.match(/[a-z0-9]{2,}/g))].slice(0, 12)
  if (words.length === 0) return []
  const any = words.join(' | ')
  const { rows } = await sql<Suggestion>`
    with found as (
      select distinct on (i.entry_id) i.entry_id, i.title, i.summary, i.path, i.site_id, ts_rank(i.search, to_tsquery('simple', ${any})) as rank
      from live_item i where i.kind = 'answer' and i.search @@ to_tsquery('simple', ${any})
      order by i.entry_id, (i.site_id = ${siteId}) desc, (i.site_id = i.home_site_id) desc limit 500)
    select f.entry_id, f.title, f.summary, f.path, h.host, s.short_name as site_name
    from found f join site s on s.id = f.site_id join site_host h on h.site_id = f.site_id and h.is_primary
    order by f.rank * case when f.site_id = ${siteId} then 1.5 else 1 end desc, f.entry_id desc limit 5`.execute(db)
  return rows
}

/** Portals whose hotline somebody may open, by name; at most 200. */
export async function hotlinesOf(
  db: Database,
  sites: readonly number[] | 'all',
): Promise<{ id: number; name: string }[]> {
  let query = db.selectFrom('site').select(['id', 'name']).where('closedAt', 'is', null).orderBy('name').limit(200)
  if (sites !== 'all') query = query.where('id', 'in', [0, ...sites])
  return query.execute()
}
