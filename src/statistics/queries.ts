import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import { monthStart, addDays, type Period } from './period.ts'

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

/**
 * The entries people read most. Whole months come from their sums, only the days at both ends are added up one by one; portal by
 * portal, because both tables are kept in that order.
 */
export async function entriesRead(db: Database, places: Places, period: Period, limit = 20): Promise<EntryTotals[]> {
  const { months, days } = monthsAndDays(period)
  const { rows } = await sql<EntryTotals>`
    with read as (
      select x.site_id, x.entry_id, sum(x.views) as views from site s cross join lateral (
        ${sql.join(
          [
            ...months.map(
              ({ from, to }) => sql`select m.site_id, m.entry_id, m.views from entry_month m
                where m.site_id = s.id and m.month between ${from}::date and ${to}::date`,
            ),
            ...days.map(
              ({ from, to }) => sql`select d.site_id, d.entry_id, d.views from entry_day d
                where d.site_id = s.id and d.day between ${from}::date and ${to}::date`,
            ),
          ],
          sql` union all `,
        )}) x
      ${places === 'all' ? sql`` : sql`where s.id = any (${[...places]}::integer[])`}
      group by 1, 2 having sum(x.views) > 0 order by 3 desc, 1, 2 limit ${limit})
    select r.site_id, r.entry_id, r.views, s.short_name as site_name, l.path, h.host,
      coalesce(l.title, (select e.title from edition e where e.entry_id = r.entry_id order by e.version desc limit 1)) as title
    from read r join site s on s.id = r.site_id left join live_item l on l.site_id = r.site_id and l.entry_id = r.entry_id
    left join site_host h on h.site_id = r.site_id and h.is_primary
    order by r.views desc, r.site_id, r.entry_id`.execute(db)
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
export function peakOf<Day extends DayTotals>(days: readonly Day[], what: 'views' | 'visits' | 'visitors'): Day | undefined {
  let peak: Day | undefined
  for (const day of days) if (day[what] > (peak?.[what] ?? 0)) peak = day
  return peak
}
