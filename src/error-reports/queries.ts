import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { sitesOf, type Actor } from '../people/actor.ts'
import { pageOf, type Page } from '../web/paging.ts'
import type { ErrorKind, ReportState } from './error-report.ts'
import { reportDesk, sitesOfReports } from './policy.ts'

/** A report as the queue shows it. */
export interface ReportLine {
  id: number
  title: string
  path: string
  kind: ErrorKind
  what: string
  suspect: string | null
  state: ReportState
  receivedAt: Date
  dueAt: Date
  closedAt: Date | null
  takenByName: string | null
}

export type QueueFilter = 'open' | 'suspect' | 'closed'

/**
 * Reports of a portal: what waits, the most pressing first; what is suspected; what is over, the latest first. Walked by key.
 */
export async function reportQueue(
  db: Database,
  siteId: number,
  filter: QueueFilter,
  page: { after?: string; size?: number } = {},
): Promise<Page<ReportLine>> {
  const size = page.size ?? 50
  const closed = filter === 'closed'
  const key = closed ? sql<Date>`r.closed_at` : sql<Date>`r.due_at`
  const after = readKey(page.after)
  const { rows } = await sql<ReportLine & { key: string }>`
    select r.id, r.title, r.path, r.kind, r.what, r.suspect, r.state, r.received_at, r.due_at, r.closed_at, p.name as taken_by_name,
      extract(epoch from ${key})::text as key
    from error_report r left join person p on p.id = r.taken_by
    where r.site_id = ${siteId}
      and ${closed ? sql`r.closed_at is not null` : sql`r.closed_at is null and (r.suspect is not null) = ${filter === 'suspect'}`}
      ${after ? sql`and (${key}, r.id) ${closed ? sql`<` : sql`>`} (to_timestamp(${after.at}::numeric), ${after.id}::integer)` : sql``}
    order by ${key} ${closed ? sql`desc` : sql`asc`}, r.id ${closed ? sql`desc` : sql`asc`} limit ${size + 1}`.execute(
    db,
  )
  return pageOf(rows, size, (row) => `${(row as ReportLine & { key: string }).key}_${row.id}`)
}

function readKey(text: string | undefined): { at: string; id: number } | undefined {
  const [, at, id] = /^(\d{1,10}(?:\.\d{1,6})?)_(\d{1,10})$/.exec(text ?? '') ?? []
  return at && id && Number(id) <= 2_147_483_647 ? { at, id: Number(id) } : undefined
}

/** How much of each there is on a portal. */
export interface QueueCounts {
  open: number
  overdue: number
  suspect: number
}

export async function queueCounts(db: Database, siteId: number): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`
    select count(*) filter (where suspect is null)::integer as open,
      count(*) filter (where suspect is null and due_at < now())::integer as overdue,
      count(*) filter (where suspect is not null)::integer as suspect
    from error_report where site_id = ${siteId} and closed_at is null`.execute(db)
  return rows[0]!
}

/** A report whole. Who sent it comes with it only for `handler`s. */
export interface ReportView extends ReportLine {
  code: string
  entryId: number | null
  /** The article as it was when the report came, and as it is now. */
  editionId: number | null
  liveEditionId: number | null
  homeSiteId: number | null
  homeSiteName: string | null
  host: string | null
  passage: string
  takenBy: string | null
  takenAt: Date | null
  closedByName: string | null
  note: string
  answeredAt: Date | null
  senderErasedAt: Date | null
  hasSender: boolean
  hasEmail: boolean
  sender: { name: string; email: string } | null
}

export async function reportById(
  db: Database,
  siteId: number,
  reportId: number,
  { handler }: { handler: boolean },
): Promise<ReportView | undefined> {
  const { rows } = await sql<Omit<ReportView, 'sender'> & { senderName: string | null; senderEmail: string | null }>`
    select r.*, t.name as taken_by_name, c.name as closed_by_name, e.site_id as home_site_id, hs.name as home_site_name, h.host,
      l.id as live_edition_id, s.report_id is not null as has_sender, coalesce(s.email, '') <> '' as has_email,
      s.name as sender_name, s.email as sender_email
    from error_report r
    left join person t on t.id = r.taken_by left join person c on c.id = r.closed_by
    left join entry e on e.id = r.entry_id left join site hs on hs.id = e.site_id
    left join edition l on l.entry_id = r.entry_id and l.state = 'published'
    left join site_host h on h.site_id = r.site_id and h.is_primary
    left join error_report_sender s on s.report_id = r.id
    where r.id = ${reportId} and r.site_id = ${siteId}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { senderName, senderEmail, ...report } = row
  return {
    ...report,
    sender: handler && report.hasSender ? { name: senderName ?? '', email: senderEmail ?? '' } : null,
  }
}

/** What readers want of a portal: for the list of a person's portals. */
export interface SiteReports {
  siteId: number
  name: string
  open: number
  overdue: number
  /** Ratings of the last thirty days, and those that were satisfied or more. */
  ratings: number
  satisfied: number
}

/** The portals whose readers a person hears, those with most to do first; at most two hundred. */
export async function sitesWithReports(db: Database, actor: Actor): Promise<SiteReports[]> {
  const sites = sitesOfReports(actor)
  const { rows } = await sql<SiteReports>`
    select s.id as site_id, s.short_name as name, coalesce(r.open, 0)::integer as open, coalesce(r.overdue, 0)::integer as overdue,
      coalesce(d.ratings, 0)::integer as ratings, coalesce(d.satisfied, 0)::integer as satisfied
    from site s
    left join (select site_id, count(*) as open, count(*) filter (where due_at < now()) as overdue
      from error_report where closed_at is null and suspect is null group by site_id) r on r.site_id = s.id
    left join (select site_id, sum(very_satisfied + satisfied + unsatisfied) as ratings, sum(very_satisfied + satisfied) as satisfied
      from rating_day where day > current_date - 30 group by site_id) d on d.site_id = s.id
    where s.closed_at is null and ${sites === 'all' ? sql`true` : sql`s.id = any (${[...sites]}::integer[])`}
    order by 4 desc, 3 desc, s.short_name limit 200`.execute(db)
  return rows
}

/** Reports that wait for a person's desk, and those past their time: for the first page of the office. */
export async function reportsWaitingFor(db: Database, actor: Actor): Promise<{ open: number; overdue: number }> {
  const sites = sitesOf(actor, ...reportDesk)
  if (sites !== 'all' && sites.length === 0) return { open: 0, overdue: 0 }
  const { rows } = await sql<{ open: number; overdue: number }>`
    select count(*)::integer as open, count(*) filter (where due_at < now())::integer as overdue
    from error_report where closed_at is null and suspect is null
      and ${sites === 'all' ? sql`true` : sql`site_id = any (${[...sites]}::integer[])`}`.execute(db)
  return rows[0]!
}
