import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import { addDays, daysIn, monthStart, type Period } from './period.ts'

/** The portals a question is about. */
export type Places = 'all' | readonly number[]

/** What was counted of a period. `visitors`: the visitors of each day, added up. */
export interface Totals {
  views: number
  visits: number
  visitors: number
  botViews: number
}
export interface DayTotals extends Totals {
  day: string
}
export interface SiteTotals extends Totals {
  siteId: number
  key: string
  name: string
}
/** Page views of people by where they came from and by device. */
export interface Shares {
  fromNone: number
  fromOwn: number
  fromNetwork: number
  fromSearch: number
  fromSocial: number
  fromOther: number
  onPhone: number
  onTablet: number
  onComputer: number
  onOther: number
}

const totalsOf = sql`coalesce(sum(d.views), 0) as views, coalesce(sum(d.visits), 0) as visits,
  coalesce(sum(d.visitors), 0) as visitors, coalesce(sum(d.bot_views), 0) as bot_views`
const within = (places: Places, { from, to }: Period): RawBuilder<unknown> =>
  sql`d.day between ${from}::date and ${to}::date${places === 'all' ? sql`` : sql` and d.site_id = any (${[...places]}::integer[])`}`

/** Totals of a period, and how they divide. */
export async function totalsIn(db: Database, places: Places, period: Period): Promise<Totals & Shares> {
  const { rows } = await sql<Totals & Shares>`
    select ${totalsOf}, ${sql.raw(
      shares.map((column) => `coalesce(sum(d.${column}), 0) as ${column}`).join(', '),
    )} from site_day d where ${within(places, period)}`.execute(db)
  return rows[0]!
}
const shares = [
  'from_none',
  'from_own',
  'from_network',
  'from_search',
  'from_social',
  'from_other',
  'on_phone',
  'on_tablet',
  'on_computer',
  'on_other',
] as const

/** Each day something was counted on, in order. Days without a row had no readers. */
export async function daysRead(db: Database, places: Places, period: Period): Promise<DayTotals[]> {
  const { rows } = await sql<DayTotals>`
    select d.day, ${totalsOf} from site_day d where ${within(places, period)} group by d.day order by d.day`.execute(db)
  return rows
}

/** Each portal with what was counted on it, the most visited first; portals nobody read come last. */
export async function sitesRead(db: Database, places: Places, period: Period): Promise<SiteTotals[]> {
  const { rows } = await sql<SiteTotals>`
    select s.id as site_id, s.key, s.short_name as name, ${totalsOf}
    from site s left join site_day d on d.site_id = s.id and d.day between ${period.from}::date and ${period.to}::date
    ${places === 'all' ? sql`` : sql`where s.id = any (${[...places]}::integer[])`}
    group by s.id order by sum(d.visits) desc nulls last, s.short_name collate "vi-x-icu"`.execute(db)
  return rows
}

export interface SectionTotals {
  sectionId: number
  /** null: removed since. */
  name: string | null
  parentName: string | null
  views: number
}

/** The sections of a portal people read most, lists and articles together. */
export async function sectionsRead(db: Database, siteId: number, period: Period, limit = 30): Promise<SectionTotals[]> {
  const { rows } = await sql<SectionTotals>`
    select d.section_id, s.name, p.name as parent_name, d.views from (
      select section_id, sum(views) as views from section_day d where ${within([siteId], period)}
      group by section_id having sum(views) > 0 order by 2 desc, 1 limit ${limit}) d
    left join section s on s.id = d.section_id left join section p on p.id = s.parent_id
    order by d.views desc, d.section_id`.execute(db)
  return rows
}

export interface EntryTotals {
  entryId: number
  siteId: number
  siteName: string
  /** null: the entry is no more. */
  title: string | null
  /** Its address, where it is live on the portal. */
  host: string | null
  path: string | null
  views: number
}

interface Read {
  siteId: number
  entryId: number
  views: number
}

/** Beyond this many days the most read of a network are sought among the most read ever, first. */
const longPeriod = 40

/**
 * The entries people read most. Nothing can have been read more often in a period than ever, so of a long period it is enough to
 * look at those with the highest running totals (`candidates` of them), unless one that was left out might belong to the list.
 */
export async function entriesRead(
  db: Database,
  places: Places,
  period: Period,
  { limit = 20, candidates = 1000 } = {},
): Promise<EntryTotals[]> {
  const one = places !== 'all' && places.length === 1
  const quick =
    one || daysIn(period) <= longPeriod ? undefined : await readAmongMostRead(db, places, period, { limit, candidates })
  const read = (quick ?? (await readByAdding(db, places, period, limit))).slice(0, limit)
  return read.length === 0 ? [] : named(db, read)
}

/** Undefined when the sums of the period do not settle who belongs to the first `limit`. */
async function readAmongMostRead(
  db: Database,
  places: Places,
  period: Period,
  { limit, candidates }: { limit: number; candidates: number },
): Promise<Read[] | undefined> {
  const { months, days } = monthsAndDays(period)
  const sums = [
    ...months.map(({ from, to }) =>
      lookedUp(sql.table('entry_month'), sql.ref('month'), { from, to, step: '1 month' }),
    ),
    ...days.map(({ from, to }) => lookedUp(sql.table('entry_day'), sql.ref('day'), { from, to, step: '1 day' })),
  ]
  const { rows } = await sql<Read & { ever: number }>`
    with best as materialized (
      select t.site_id, t.entry_id, t.views from entry_views t
      ${places === 'all' ? sql`` : sql`where t.site_id = any (${[...places]}::integer[])`}
      order by t.views desc limit ${candidates})
    select b.site_id, b.entry_id, b.views as ever, ${sql.join(sums, sql` + `)} as views from best b
    order by 4 desc, 1, 2`.execute(db)
  const leftOut = rows.length < candidates ? 0 : Math.min(...rows.map((row) => row.ever))
  const last = rows[limit - 1]?.views ?? 0
  return leftOut === 0 || last > leftOut ? rows.filter((row) => row.views > 0) : undefined
}

/** The sum of one entry, by looking up each of its days or months: never by reading what else was read on them. */
const lookedUp = (
  table: RawBuilder<unknown>,
  unit: RawBuilder<unknown>,
  { from, to, step }: Period & { step: string },
): RawBuilder<unknown> => sql`(select coalesce(sum(x.views), 0) from generate_series(${from}::date, ${to}::date, ${step}::interval) g
  cross join lateral (select r.views from ${table} r where r.site_id = b.site_id and r.${unit} = g::date and r.entry_id = b.entry_id limit 1) x)`

/** Adds everything up: whole months from their sums, the days at both ends one by one, portal by portal as both tables are kept. */
async function readByAdding(db: Database, places: Places, period: Period, limit: number): Promise<Read[]> {
  const { months, days } = monthsAndDays(period)
  const parts = [
    ...months.map(
      ({ from, to }) => sql`select m.site_id, m.entry_id, m.views from entry_month m
        where m.site_id = s.id and m.month between ${from}::date and ${to}::date`,
    ),
    ...days.map(
      ({ from, to }) => sql`select d.site_id, d.entry_id, d.views from entry_day d
        where d.site_id = s.id and d.day between ${from}::date and ${to}::date`,
    ),
  ]
  const { rows } = await sql<Read>`
    select x.site_id, x.entry_id, sum(x.views) as views from site s cross join lateral (${sql.join(parts, sql` union all `)}) x
    ${places === 'all' ? sql`` : sql`where s.id = any (${[...places]}::integer[])`}
    group by 1, 2 having sum(x.views) > 0 order by 3 desc, 1, 2 limit ${limit}`.execute(db)
  return rows
}

/** The entries with their titles and addresses, in the order given. */
async function named(db: Database, read: readonly Read[]): Promise<EntryTotals[]> {
  const { rows } = await sql<EntryTotals>`
    select r.site_id, r.entry_id, r.views, s.short_name as site_name, l.path, h.host,
      coalesce(l.title, (select e.title from edition e where e.entry_id = r.entry_id order by e.version desc limit 1)) as title
    from unnest(${read.map((row) => row.siteId)}::integer[], ${read.map((row) => row.entryId)}::integer[],
      ${read.map((row) => row.views)}::bigint[]) with ordinality r (site_id, entry_id, views, place)
    join site s on s.id = r.site_id left join live_item l on l.site_id = r.site_id and l.entry_id = r.entry_id
    left join site_host h on h.site_id = r.site_id and h.is_primary
    order by r.place`.execute(db)
  return rows
}

/** A period as the whole months in it and the days at both ends. */
export function monthsAndDays({ from, to }: Period): { months: Period[]; days: Period[] } {
  const first = from.endsWith('-01') ? from : monthStart(from, 1)
  const after = monthStart(addDays(to, 1))
  if (first >= after) return { months: [], days: [{ from, to }] }
  const days: Period[] = []
  if (from < first) days.push({ from, to: addDays(first, -1) })
  if (after <= to) days.push({ from: after, to })
  return { months: [{ from: first, to: addDays(after, -1) }], days }
}

export interface Place {
  id: number
  name: string
  isDemo: boolean
}

/** A portal by its number. */
export const placeOf = (db: Database, siteId: number): Promise<Place | undefined> =>
  db.selectFrom('site').select(['id', 'shortName as name', 'isDemo']).where('id', '=', siteId).executeTakeFirst()

/** Days whose readers should have been forgotten by now, and are not. */
export async function daysNotForgotten(db: Database): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select day from visitor_day where day < (now() at time zone 'Asia/Ho_Chi_Minh' - interval '90 minutes')::date order by day`.execute(
    db,
  )
  return rows.map((row) => row.day)
}

/** The first day anything was counted on these portals; undefined before the first reader. */
export async function countedSince(db: Database, places: Places): Promise<string | undefined> {
  const row = await db
    .selectFrom('siteDay')
    .select((eb) => eb.fn.min('day').as('day'))
    .$if(places !== 'all', (q) => q.where('siteId', 'in', [0, ...(places as readonly number[])]))
    .executeTakeFirst()
  return (row?.day as string | null) ?? undefined
}

/** The day with the most of something; of equals the first. Undefined when no day had any. */
export function peakOf<Day extends DayTotals>(
  days: readonly Day[],
  what: 'views' | 'visits' | 'visitors',
): Day | undefined {
  let peak: Day | undefined
  for (const day of days) if (day[what] > (peak?.[what] ?? 0)) peak = day
  return peak
}
