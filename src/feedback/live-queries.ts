import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { fold } from '../web/vietnamese.ts'
import type { FeedbackFilterState, FeedbackState, Moment } from './feedback.ts'
import { cellsAround, distance, type Point } from './place.ts'

/** Public feedback as lists show it. Nothing here tells who sent it. */
export interface FeedbackLine {
  caseId: number
  number: string
  title: string
  place: string
  unit: string | null
  field: string | null
  fieldEn: string | null
  state: FeedbackState
  receivedAt: Date
  dueAt: Date | null
  answeredAt: Date | null
  voices: number
  latitude: number | null
  longitude: number | null
}

/** The whole of it. */
export interface FeedbackView extends FeedbackLine {
  words: string
  answer: string
  handler: string
  fieldSlug: string | null
  outcome: string | null
  isExact: boolean
  updatedAt: Date
}

export interface FeedbackFilter {
  fieldId?: number
  unitId?: number
  state?: FeedbackFilterState
}

const lineColumns = sql`f.case_id, f.number, f.title, f.place, f.unit, f.field, f.field_en, f.state, f.received_at, f.due_at,
  f.answered_at, f.voices, f.latitude, f.longitude`

/** Numbers of a portal and of all below it: a portal lists what was sent to any of them, or is dealt with there. */
const portalAndBelow = (siteId: number) => sql`array(
  with recursive down (id) as (select ${siteId}::integer union select s.id from site s join down d on s.parent_id = d.id)
  select id from down)`

const within = (siteId: number) =>
  sql`(f.site_id = any (${portalAndBelow(siteId)}) or f.handling_site_id = any (${portalAndBelow(siteId)}))`

function narrowed({ fieldId, unitId, state }: FeedbackFilter) {
  const byState =
    state === undefined
      ? sql`true`
      : state === 'late'
        ? sql`f.state <> 'done' and f.due_at <= now()`
        : sql`f.state = ${state}`
  return sql`(${fieldId ?? null}::integer is null or f.field_id = ${fieldId ?? null})
    and (${unitId ?? null}::integer is null or f.unit_id = ${unitId ?? null}) and ${byState}`
}

/** A place in the list: behind which report it goes on. */
export interface FeedbackCursor {
  at: string
  id: number
}
/** Reads 1790000000.123_45; undefined when it is none. */
export function readFeedbackCursor(text: string): FeedbackCursor | undefined {
  const [, at, id] = /^(\d{1,10}(?:\.\d{1,6})?)_(\d{1,10})$/.exec(text) ?? []
  return at && id && Number(id) <= 2_147_483_647 ? { at, id: Number(id) } : undefined
}

/** Public feedback of a portal and those below it, the newest first, walked by key. */
export async function feedbackList(
  db: Database,
  siteId: number,
  filter: FeedbackFilter,
  page: { after?: FeedbackCursor; size?: number } = {},
): Promise<Page<FeedbackLine>> {
  const { after, size = 20 } = page
  const { rows } = await sql<FeedbackLine & { key: string }>`
    select ${lineColumns}, extract(epoch from f.received_at)::text as key from live_feedback f
    where ${within(siteId)} and ${narrowed(filter)}
      ${after ? sql`and (f.received_at, f.case_id) < (to_timestamp(${after.at}::numeric), ${after.id}::integer)` : sql``}
    order by f.received_at desc, f.case_id desc limit ${size + 1}`.execute(db)
  return pageOf(rows, size, (row) => `${(row as FeedbackLine & { key: string }).key}_${row.caseId}`)
}

/** How many there are in each state, and how many are late, on a portal and those below it. */
export async function feedbackCounts(
  db: Database,
  siteId: number,
): Promise<{ received: number; inHand: number; done: number; late: number }> {
  const { rows } = await sql<{ received: number; inHand: number; done: number; late: number }>`
    select count(*) filter (where f.state = 'received')::integer as received,
      count(*) filter (where f.state = 'in_hand')::integer as in_hand, count(*) filter (where f.state = 'done')::integer as done,
      count(*) filter (where f.state <> 'done' and f.due_at <= now())::integer as late
    from live_feedback f where ${within(siteId)}`.execute(db)
  return rows[0]!
}

/** When the next of them becomes late: what lists say of lateness holds until then. */
export async function nextLateness(db: Database, siteId: number): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(f.due_at) as at from live_feedback f where ${within(siteId)} and f.state <> 'done' and f.due_at > now()`.execute(
    db,
  )
  return rows[0]?.at ?? undefined
}

/** One report, where the portal or one below it shows it. */
export async function feedbackByNumber(
  db: Database,
  siteId: number,
  number: string,
): Promise<FeedbackView | undefined> {
  const { rows } = await sql<FeedbackView>`
    select ${lineColumns}, f.words, f.answer, f.handler, f.field_slug, f.outcome, f.is_exact, f.updated_at
    from live_feedback f where f.number = ${number} and ${within(siteId)}`.execute(db)
  return rows[0]
}

export interface FeedbackPhoto {
  id: number
  mediaId: number
  moment: Moment
  alt: string
}
/** Pictures of a report: before, then after, in the order they were added. */
export const photosOf = async (db: Database, caseId: number): Promise<FeedbackPhoto[]> =>
  (await db
    .selectFrom('liveFeedbackPhoto')
    .select(['id', 'mediaId', 'moment', 'alt'])
    .where('caseId', '=', caseId)
    .orderBy('moment', 'desc')
    .orderBy('id')
    .execute()) as FeedbackPhoto[]

/** A step of a report, as everybody may know of it. */
export interface FeedbackStep {
  at: Date
  step: string
}
/** Steps of a report, the first first. */
export const stepsOf = (db: Database, caseId: number): Promise<FeedbackStep[]> =>
  db
    .selectFrom('liveFeedbackStep')
    .select(['at', 'step'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .limit(100)
    .execute() as Promise<FeedbackStep[]>

/** How far from a point another report can be about the same thing, in metres. */
export const nearby = 300

/** A report that may be about the same, and how far off it is; undefined where that is not known. */
export interface Similar extends FeedbackLine {
  metres: number | undefined
}

/** What is about to be sent, as far as it helps to find the same. */
export interface Looked {
  point?: Point
  unitId?: number
  fieldId?: number
  words: string
}

/**
 * Open reports that may be about the same: within 300 m of the point, those of the same field first; without a point, of the same ward
 * with at least two words of the text that are not everywhere. At most five.
 */
export async function similarFeedback(db: Database, siteId: number, looked: Looked): Promise<Similar[]> {
  if (looked.point) return besides(db, siteId, looked, looked.point)
  const terms = rareWords(looked.words)
  if (looked.unitId === undefined || terms.length < 2) return []
  const { rows } = await sql<FeedbackLine>`
    select * from (
      select ${lineColumns}, (select count(*) from unnest(${terms}::text[]) t where f.search @@ to_tsquery('simple', t)) as shared
      from live_feedback f where ${within(siteId)} and f.state <> 'done' and f.unit_id = ${looked.unitId}
        and f.search @@ to_tsquery('simple', ${terms.join(' | ')})
      order by f.received_at desc limit 200) x
    where shared >= 2 order by shared desc, received_at desc limit 5`.execute(db)
  return rows.map((row) => ({ ...row, metres: undefined }))
}

async function besides(db: Database, siteId: number, { fieldId }: Looked, point: Point): Promise<Similar[]> {
  const { south, north, west, east } = cellsAround(point, nearby)
  const { rows } = await sql<FeedbackLine & { fieldId: number | null }>`
    select ${lineColumns}, f.field_id from live_feedback f
    where f.lat_cell between ${south} and ${north} and f.long_cell between ${west} and ${east}
      and f.state <> 'done' and ${within(siteId)}
    order by f.received_at desc limit 500`.execute(db)
  return rows
    .map((row) => ({ ...row, metres: distance(point, row as Point), other: row.fieldId === (fieldId ?? null) ? 0 : 1 }))
    .filter(({ metres }) => metres <= nearby)
    .toSorted((one, other) => one.other - other.other || one.metres - other.metres)
    .slice(0, 5)
}

const everywhere = new Set(
  'va cua la co o tai duoc khong bi nay cac nhung cho mot voi den trong tu ra len rat phuong duong pho ngo so'.split(
    ' ',
  ),
)

/** Words of a text that say what it is about, folded: what to_tsquery takes as they are. */
const rareWords = (text: string): string[] =>
  [
    ...new Set(
      fold(text)
        .split(/[^a-z0-9]+/)
        .filter((word) => word.length >= 2 && !everywhere.has(word)),
    ),
  ].slice(0, 30)

/** A mark of the map. */
export interface FeedbackPoint extends Point {
  number: string
  title: string
  state: FeedbackState
  dueAt: Date | null
}
/** Reports of a list that have a point, the newest first, at most 500. */
export async function feedbackPoints(db: Database, siteId: number, filter: FeedbackFilter): Promise<FeedbackPoint[]> {
  const { rows } = await sql<FeedbackPoint>`
    select f.number, f.title, f.state, f.due_at, f.latitude, f.longitude from live_feedback f
    where f.latitude is not null and ${within(siteId)} and ${narrowed(filter)}
    order by f.received_at desc, f.case_id desc limit 500`.execute(db)
  return rows
}

/** A ward, commune or special zone. */
export interface Ward {
  id: number
  code: string
  name: string
}
/** Wards of the province a portal belongs to, as they are today, by name; and the portal's own where it is one. */
export async function wardsOf(db: Database, siteId: number): Promise<{ wards: Ward[]; own: number | undefined }> {
  const { rows } = await sql<Ward & { own: boolean }>`
    with recursive up (id, parent_id, kind) as (
      select u.id, u.parent_id, u.kind from unit u join site s on s.unit_id = u.id where s.id = ${siteId}
      union select u.id, u.parent_id, u.kind from unit u join up on u.id = up.parent_id)
    select w.id, w.code, w.name, w.id = (select unit_id from site where id = ${siteId}) as own from unit w
    where w.kind in ('ward', 'commune', 'special_zone') and (w.parent_id in (select id from up) or w.id in (select id from up))
      and w.valid_from <= current_date and (w.valid_to is null or w.valid_to > current_date)
    order by w.name collate "vi-x-icu"`.execute(db)
  return { wards: rows.map(({ id, code, name }) => ({ id, code, name })), own: rows.find(({ own }) => own)?.id }
}
