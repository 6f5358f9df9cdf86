import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { FeedbackState } from '../feedback/feedback.ts'

/** A public report as programs get it. */
export interface PublicReport {
  requestId: string
  number: string
  state: FeedbackState
  outcome: string | null
  fieldSlug: string | null
  field: string | null
  title: string
  words: string
  place: string
  unit: string | null
  handler: string
  answer: string
  receivedAt: Date
  updatedAt: Date
  answeredAt: Date | null
  dueAt: Date | null
  latitude: number | null
  longitude: number | null
  mediaId: number | null
}

/** Where a report stands that is not public, for the program that has its number. */
export interface ReportStatus {
  requestId: string
  number: string
  state: FeedbackState
  fieldSlug: string | null
  receivedAt: Date
  updatedAt: Date
  dueAt: Date | null
}

export interface ReportsAsked {
  from: Date
  until: Date
  /** Slugs of fields; undefined: all. */
  codes: readonly string[] | undefined
  status: readonly ('open' | 'closed')[] | undefined
}

const portalAndBelow = (siteId: number) => sql`array(
  with recursive down (id) as (select ${siteId}::integer union select s.id from site s join down d on s.parent_id = d.id)
  select id from down)`

const reports = (siteId: number) => sql`
  select f.request_id, f.number, f.state, f.outcome, f.field_slug, f.field, f.title, f.words, f.place, f.unit, f.handler, f.answer,
    f.received_at, f.updated_at, f.answered_at, f.due_at, f.latitude, f.longitude,
    (select p.media_id from live_feedback_photo p where p.case_id = f.case_id order by p.moment desc, p.id limit 1) as media_id
  from live_feedback f
  where (f.site_id = any (${portalAndBelow(siteId)}) or f.handling_site_id = any (${portalAndBelow(siteId)}))`

/** The most reports one answer holds: that of the standard. */
export const mostReports = 1000

/** Public reports of a portal and those below it that were received in a time, the newest first. */
export async function publicReports(db: Database, siteId: number, asked: ReportsAsked): Promise<PublicReport[]> {
  const { from, until, codes, status } = asked
  const done = status === undefined || status.includes('closed')
  const open = status === undefined || status.includes('open')
  const { rows } = await sql<PublicReport>`
    ${reports(siteId)} and f.received_at >= ${from} and f.received_at <= ${until}
      and (${codes ?? null}::text[] is null or f.field_slug = any (${codes ?? null}::text[]))
      and ((f.state = 'done' and ${done}) or (f.state <> 'done' and ${open}))
    order by f.received_at desc, f.case_id desc limit ${mostReports}`.execute(db)
  return rows
}

/** Public reports by their numbers: those programs got, or those of the portal. */
export async function publicReportsById(db: Database, siteId: number, ids: readonly string[]): Promise<PublicReport[]> {
  const { rows } = await sql<PublicReport>`
    ${reports(siteId)} and (f.request_id = any (${ids}::text[]) or f.number = any (${ids}::text[])) limit ${mostReports}`.execute(
    db,
  )
  return rows
}

/** Where a report stands whose number a program has; of the ones that are not public nothing but that. */
export async function reportStatus(db: Database, siteId: number, requestId: string): Promise<ReportStatus | undefined> {
  const { rows } = await sql<ReportStatus>`select * from open311_status(${siteId}, ${requestId})`.execute(db)
  return rows[0]
}

/** Whether a key may send to a portal; by its digest. */
export async function isKnownKey(db: Database, siteId: number, hash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select open311_key_known(${hash}, ${siteId}) as known`.execute(db)
  return rows[0]!.known
}
