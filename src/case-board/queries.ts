import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import { startOfDay } from '../calendar/deadline.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { paceOf, type Pace, type PaceRow } from './pace.ts'

/** What a board is asked for: portals, a range of months (2026-01, both included), a kind of case. */
export interface BoardAsked {
  sites: readonly number[]
  from: string
  until: string
  kind?: string
}

/** Open cases of a portal, counted now. */
export interface OpenCounts {
  open: number
  overdue: number
  dueSoon: number
  waiting: number
}

/** One line of a board: what is named, how its answers were, and its open cases where those are told. */
export interface BoardLine {
  id: number
  name: string
  pace: Pace
  open?: OpenCounts
}

const states = sql`('received', 'assigned', 'clarifying', 'submitted')`
const counts = sql`count(*)::integer as open,
  (count(*) filter (where c.due_at <= now() and c.state <> 'clarifying'))::integer as overdue,
  (count(*) filter (where c.due_at > now() and c.due_at <= now() + interval '3 days' and c.state <> 'clarifying'))::integer as due_soon,
  (count(*) filter (where c.state = 'clarifying'))::integer as waiting`

const kindIs = (kind: string | undefined, column: RawBuilder<unknown>): RawBuilder<unknown> =>
  kind === undefined ? sql`${column} <> 'sealed_letter'` : sql`${column} = ${kind} and ${column} <> 'sealed_letter'`

/** Open cases of portals, now: those waiting for the sender are open and never late. */
export async function openCounts(db: Database, sites: readonly number[], kind?: string): Promise<OpenCounts> {
  const { rows } = await sql<OpenCounts>`select ${counts} from citizen_case c
    where c.handling_site_id = any (${sites as number[]}) and c.state in ${states} and ${kindIs(kind, sql`c.kind`)}`.execute(
    db,
  )
  return rows[0]!
}

/** By what a board is broken down, and how its lines are named. */
const groups = {
  division: { column: sql`division_id`, table: sql`division`, none: 0 },
  field: { column: sql`field_id`, table: sql`case_field`, none: 0 },
  site: { column: sql`site_id`, table: sql`site`, none: -1 },
} as const
export type BoardGroup = keyof typeof groups

interface GroupedRow extends PaceRow {
  id: number
  name: string | null
}

/** How timely answers were by division, field or portal, those with most answers first; with their open cases. */
export async function boardLines(db: Database, asked: BoardAsked, by: BoardGroup): Promise<BoardLine[]> {
  const { column, table } = groups[by]
  const name = by === 'site' ? sql`short_name` : sql`name`
  const caseColumn = by === 'site' ? sql`handling_site_id` : column
  const [{ rows }, { rows: open }] = await Promise.all([
    sql<GroupedRow>`
      select p.${column} as id, n.${name} as name, p.working_days, p.on_time, sum(p.answers)::integer as answers
      from case_pace p left join ${table} n on n.id = p.${column}
      where ${ended(asked)} group by 1, 2, 3, 4`.execute(db),
    sql<OpenCounts & { id: number; name: string | null }>`
      select coalesce(c.${caseColumn}, 0) as id, n.${name} as name, ${counts}
      from citizen_case c left join ${table} n on n.id = c.${caseColumn}
      where c.handling_site_id = any (${asked.sites as number[]}) and c.state in ${states} and ${kindIs(asked.kind, sql`c.kind`)}
      group by 1, 2`.execute(db),
  ])
  const lines = new Map<number, { name: string; rows: PaceRow[]; open?: OpenCounts }>()
  const lineOf = (id: number, named: string | null) => {
    const line = lines.get(id) ?? { name: named ?? '', rows: [] }
    lines.set(id, line)
    return line
  }
  for (const row of rows) lineOf(row.id, row.name).rows.push(row)
  for (const { id, name: named, ...one } of open) lineOf(id, named).open = one
  return [...lines]
    .map(([id, line]) => ({ id, name: line.name, pace: paceOf(line.rows), open: line.open }))
    .toSorted((a, b) => b.pace.answers - a.pace.answers || (b.open?.open ?? 0) - (a.open?.open ?? 0) || a.id - b.id)
}

const ended = (asked: BoardAsked): RawBuilder<unknown> =>
  sql`p.site_id = any (${asked.sites as number[]}) and p.month >= ${`${asked.from}-01`}::date and p.month <= ${`${asked.until}-01`}::date
    and ${kindIs(asked.kind, sql`p.kind`)}`

/** The same for each month of the range that had an answer, the newest first. */
export async function boardMonths(db: Database, asked: BoardAsked): Promise<{ month: string; pace: Pace }[]> {
  const { rows } = await sql<PaceRow & { month: string }>`
    select to_char(p.month, 'YYYY-MM') as month, p.working_days, p.on_time, sum(p.answers)::integer as answers
    from case_pace p where ${ended(asked)} group by 1, 2, 3 order by 1 desc`.execute(db)
  const months = new Map<string, PaceRow[]>()
  for (const row of rows) months.set(row.month, [...(months.get(row.month) ?? []), row])
  return [...months].map(([month, of]) => ({ month, pace: paceOf(of) }))
}

/** All of the range in one. */
export async function boardTotal(db: Database, asked: BoardAsked): Promise<Pace> {
  const { rows } = await sql<PaceRow>`select p.working_days, p.on_time, sum(p.answers)::integer as answers
    from case_pace p where ${ended(asked)} group by 1, 2`.execute(db)
  return paceOf(rows)
}

/** An answer behind a figure. */
export interface AnsweredLine {
  clockId: number
  caseId: number
  number: string
  /** Empty where another portal deals with the case by now: its words are no longer for this one. */
  title: string
  divisionName: string | null
  fieldName: string | null
  receivedAt: Date
  endedAt: Date
  dueAt: Date
  workingDays: number
  onTime: boolean
}

/** Which answers: of one portal, narrowed as the board was. */
export interface AnsweredAsked {
  siteId: number
  from: string
  until: string
  kind?: string
  /** 0: those that name none. */
  divisionId?: number
  fieldId?: number
  onTime?: boolean
}

const pageSize = 50

/** The answers a figure counts, the latest first. `all`: up to 5,000 at once, for a workbook. */
export async function answeredCases(
  db: Database,
  asked: AnsweredAsked,
  { after, all = false }: { after?: number; all?: boolean } = {},
): Promise<Page<AnsweredLine>> {
  const size = all ? 5000 : pageSize
  const { siteId, divisionId, fieldId, onTime } = asked
  const one = (value: number | undefined, column: RawBuilder<unknown>): RawBuilder<unknown> =>
    value === undefined ? sql`` : value === 0 ? sql`and ${column} is null` : sql`and ${column} = ${value}`
  const { rows } = await sql<AnsweredLine>`
    select k.id as clock_id, c.id as case_id, c.number, case when c.handling_site_id = ${siteId} then c.title else '' end as title, d.name as division_name, f.name as field_name, k.started_at as received_at,
      k.ended_at, k.due_at, k.working_days, k.state = 'met' as on_time
    from case_clock k join citizen_case c on c.id = k.case_id
    left join division d on d.id = k.ended_division_id left join case_field f on f.id = k.ended_field_id
    where k.ended_site_id = ${siteId} and k.ended_at >= ${monthStart(asked.from)} and k.ended_at < ${monthEnd(asked.until)}
      and ${kindIs(asked.kind, sql`k.ended_kind`)} and c.kind <> 'sealed_letter'
      ${one(divisionId, sql`k.ended_division_id`)} ${one(fieldId, sql`k.ended_field_id`)}
      ${onTime === undefined ? sql`` : sql`and k.state = ${onTime ? 'met' : 'missed'}`}
      ${after === undefined ? sql`` : sql`and (k.ended_at, k.id) < (select a.ended_at, a.id from case_clock a where a.id = ${after})`}
    order by k.ended_at desc, k.id desc limit ${size + 1}`.execute(db)
  return pageOf(rows, size, ({ clockId }) => String(clockId))
}

const monthStart = (month: string): Date => startOfDay(`${month}-01`)
function monthEnd(month: string): Date {
  const [year = 0, index = 0] = month.split('-').map(Number)
  return startOfDay(index === 12 ? `${year + 1}-01-01` : `${year}-${String(index + 1).padStart(2, '0')}-01`)
}

/** Portals whose board somebody reads, by name. */
export async function boardSites(
  db: Database,
  sites: readonly number[] | 'all',
): Promise<{ id: number; name: string; league: boolean }[]> {
  let query = db
    .selectFrom('site as s')
    .leftJoin('caseSetting as c', 'c.siteId', 's.id')
    .select(['s.id', 's.shortName as name', (eb) => eb.fn.coalesce('c.league', sql<boolean>`false`).as('league')])
    .where('s.closedAt', 'is', null)
    .orderBy('s.shortName')
    .limit(1000)
  if (sites !== 'all') query = query.where('s.id', 'in', [0, ...sites])
  return query.execute()
}
