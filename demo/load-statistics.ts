import { sql } from 'kysely'
import type { Transaction } from '../src/database/connect.ts'
import { addDays } from '../src/statistics/period.ts'
import { isoDayOf } from '../src/web/dates.ts'

/** Days before today that the demonstration has been read on: last year's half can be compared with this year's. */
const daysBack = 400
/** Page views of lists and home pages on an ordinary day. */
const usual = { city: 5200, department: 900, ward: 420 } as const

interface DemoPlaceRead {
  id: number
  template: string
  /** Its visible sections of the first level. */
  sections: number[]
  entries: { id: number; sectionId: number | null; publishedOn: string }[]
}

type Row = Record<string, number | string>
interface Rows {
  sites: Row[]
  sections: Row[]
  entries: Row[]
}

/**
 * Makes up what a demo network was read, the same numbers for the same network and day: busier in the week than at its end, more
 * from month to month, a peak where something happened. Rows of demo portals are demo rows, and go with them.
 */
export async function loadStatistics(
  tx: Transaction,
  siteIds: readonly number[],
  today = isoDayOf(new Date()),
): Promise<void> {
  const places = await placesOf(tx, siteIds)
  const rows: Rows = { sites: [], sections: [], entries: [] }
  for (const place of places) {
    for (let back = daysBack; back >= 1; back--) addDay(rows, place, { day: addDays(today, -back), back })
  }
  await insertRows(tx, 'site_day', rows.sites)
  await insertRows(tx, 'section_day', rows.sections)
  await insertRows(tx, 'entry_day', rows.entries)
  const ids = [...siteIds]
  await sql`insert into entry_month (site_id, month, entry_id, views, bot_views)
    select site_id, date_trunc('month', day)::date, entry_id, sum(views), sum(bot_views) from entry_day
    where site_id = any (${ids}::integer[]) group by 1, 2, 3`.execute(tx)
  await sql`insert into entry_views (site_id, entry_id, views, bot_views)
    select site_id, entry_id, sum(views), sum(bot_views) from entry_day where site_id = any (${ids}::integer[]) group by 1, 2`.execute(
    tx,
  )
  await sql`insert into site_views (site_id, views, visits, bot_views)
    select site_id, sum(views), sum(visits), sum(bot_views) from site_day where site_id = any (${ids}::integer[]) group by 1`.execute(
    tx,
  )
}

async function placesOf(tx: Transaction, siteIds: readonly number[]): Promise<DemoPlaceRead[]> {
  const { rows } = await sql<DemoPlaceRead>`
    select s.id, s.template,
      array(select x.id from section x where x.site_id = s.id and x.parent_id is null and not x.hidden order by x.position, x.id) as sections,
      coalesce((select jsonb_agg(jsonb_build_object('id', l.entry_id, 'sectionId', l.section_ids[1],
        'publishedOn', (l.published_at at time zone 'Asia/Ho_Chi_Minh')::date) order by l.entry_id) from live_item l where l.site_id = s.id), '[]') as entries
    from site s where s.id = any (${[...siteIds]}::integer[]) order by s.id`.execute(tx)
  return rows
}

function addDay(rows: Rows, place: DemoPlaceRead, { day, back }: { day: string; back: number }): void {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const ordinary = usual[place.template as keyof typeof usual] ?? usual.ward
  const luck = chance(place.id, back)
  const lists = Math.round(
    ordinary *
      (weekday === 0 || weekday === 6 ? 0.55 : 1) *
      (1 - back / 900) *
      (0.8 + luck * 0.4) *
      (back % 97 === 38 ? 2.6 : 1),
  )
  const bySection = new Map<number, number>()
  for (const [index, section] of place.sections.entries()) {
    bySection.set(section, Math.round((lists * 0.5 * (place.sections.length - index)) / place.sections.length ** 2))
  }
  let articles = 0
  for (const { id, sectionId, publishedOn } of place.entries) {
    const age = (Date.parse(day) - Date.parse(publishedOn)) / 86_400_000
    if (age < 0) continue
    const views = Math.round(
      ((ordinary / 6) * (0.3 + chance(id, place.id) * 1.4) * (0.7 + luck * 0.6)) / (1 + age) ** 1.15,
    )
    if (views === 0) continue
    articles += views
    rows.entries.push({ site_id: place.id, day, entry_id: id, views, bot_views: Math.round(views * 0.3) })
    if (sectionId !== null) bySection.set(sectionId, (bySection.get(sectionId) ?? 0) + views)
  }
  for (const [section, views] of bySection) {
    if (views > 0)
      rows.sections.push({ site_id: place.id, day, section_id: section, views, bot_views: Math.round(views * 0.3) })
  }
  rows.sites.push(siteRow({ site_id: place.id, day }, lists + articles, luck))
}

function siteRow(of: { site_id: number; day: string }, views: number, luck: number): Row {
  const part = (share: number): number => Math.floor(views * share)
  const visits = part(0.38 + luck * 0.06)
  const from = {
    from_own: part(0.36),
    from_network: part(0.05),
    from_search: part(0.16 + luck * 0.04),
    from_social: part(0.13 - luck * 0.04),
    from_other: part(0.02),
  }
  const on = { on_tablet: part(0.03), on_computer: part(0.31 + luck * 0.04), on_other: part(0.005) }
  const rest = (parts: Record<string, number>): number => views - Object.values(parts).reduce((a, b) => a + b, 0)
  return {
    ...of,
    views,
    visits,
    visitors: Math.floor(visits * 0.83),
    bot_views: part(0.22 + luck * 0.1),
    ...from,
    from_none: rest(from),
    ...on,
    on_phone: rest(on),
  }
}

/** A number from 0 to 1 that looks random and is always the same for the same two numbers. */
function chance(a: number, b: number): number {
  let mixed = Math.imul(a + 0x9e37, 0x85ebca6b) ^ Math.imul(b + 0x7f4a, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 12)) >>> 0) / 4_294_967_296
}

/** Columns as arrays: several times as fast as a row each, and the demonstration is loaded while someone waits for it. */
async function insertRows(tx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const arrays = columns.map((column) => {
    const type = column === 'day' ? sql`date[]` : sql`integer[]`
    return sql`${rows.map((row) => row[column])}::${type}`
  })
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select * from unnest(${sql.join(arrays)})`.execute(tx)
}
