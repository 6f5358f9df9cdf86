import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { paceOf, type Pace, type PaceRow } from './pace.ts'

/** A portal, a field or a month in the public table. */
export interface LeagueLine {
  id: number
  name: string
  nameEn: string
  host: string | null
  pace: Pace
}

const lastYear = sql`p.month > (date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh') - interval '12 months')::date
  and p.kind in ('question', 'feedback', 'call')`

/** Whether a portal lets its figures be read. */
export async function inLeague(db: Database, siteId: number): Promise<boolean> {
  const row = await db.selectFrom('caseSetting').select('league').where('siteId', '=', siteId).executeTakeFirst()
  return row?.league === true
}

type Row = PaceRow & Omit<LeagueLine, 'pace'>

const linesOf = (rows: readonly Row[]): LeagueLine[] => {
  const lines = new Map<number, { line: Omit<LeagueLine, 'pace'>; rows: Row[] }>()
  for (const row of rows) {
    const { id, name, nameEn, host } = row
    const line = lines.get(id) ?? { line: { id, name, nameEn, host }, rows: [] }
    line.rows.push(row)
    lines.set(id, line)
  }
  return [...lines.values()].map(({ line, rows: of }) => ({ ...line, pace: paceOf(of) }))
}

/** Portals of the network that let their figures be read, in the last twelve months: those most often in time first. */
export async function leagueOfPortals(db: Database): Promise<LeagueLine[]> {
  const { rows } = await sql<Row>`
    select s.id, s.short_name as name, coalesce(s.name_en, '') as name_en, h.host, p.working_days, p.on_time, sum(p.answers)::integer as answers
    from live_case_pace p join site s on s.id = p.site_id and s.closed_at is null left join site_host h on h.site_id = s.id and h.is_primary
    where ${lastYear} group by 1, 2, 3, 4, 5, 6`.execute(db)
  return linesOf(rows).toSorted(byTime)
}

/** The same of one portal, by field. */
export async function leagueOfFields(db: Database, siteId: number): Promise<LeagueLine[]> {
  const { rows } = await sql<Row>`
    select coalesce(f.id, 0) as id, coalesce(f.name, '') as name, coalesce(f.name_en, '') as name_en, null as host, p.working_days, p.on_time,
      sum(p.answers)::integer as answers
    from live_case_pace p left join case_field f on f.id = p.field_id
    where p.site_id = ${siteId} and ${lastYear} group by 1, 2, 3, 5, 6`.execute(db)
  return linesOf(rows).toSorted((a, b) => b.pace.answers - a.pace.answers || a.id - b.id)
}

const byTime = (a: LeagueLine, b: LeagueLine): number =>
  shareExactly(b.pace) - shareExactly(a.pace) || b.pace.answers - a.pace.answers || a.id - b.id
const shareExactly = ({ answers, onTime }: Pace): number => (answers === 0 ? -1 : onTime / answers)
