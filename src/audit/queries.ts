import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { sitesOf, type Actor } from '../people/actor.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { fold } from '../web/vietnamese.ts'

/** A line of the audit log. */
export interface AuditLine {
  id: number
  at: Date
  actorId: string | null
  actor: string
  action: string
  subjectKind: string
  subjectId: string
  siteId: number | null
  siteName: string | null
  summary: string
}
export interface AuditDetail extends AuditLine {
  before: unknown
  after: unknown
  hash: string
}

export interface AuditFilter {
  /** Words of the name of who did it. */
  person?: string
  action?: string
  subjectKind?: string
  subjectId?: string
  siteId?: number
  from?: Date
  /** Exclusive. */
  to?: Date
  /** Words of the summary. */
  text?: string
}

/** Sites whose log a person reads: administrators and heads their own, auditors and the network's administrators all. */
export const auditedSites = (actor: Actor): readonly number[] | 'all' =>
  sitesOf(actor, 'site_admin', 'chief_editor', 'network_admin', 'auditor')

/** Events a person may read, newest first, walked by id. Events of no site are for those who read the whole network. */
export async function auditEvents(
  db: Database,
  actor: Actor,
  filter: AuditFilter,
  page: { after?: string; size?: number } = {},
): Promise<Page<AuditLine>> {
  const size = page.size ?? 50
  let query = readable(db, actor)
    .orderBy('e.id', 'desc')
    .limit(size + 1)
  for (const word of words(filter.person)) query = query.where(sql`fold_vietnamese(e.actor)`, 'like', word)
  for (const word of words(filter.text)) query = query.where(sql`fold_vietnamese(e.summary)`, 'like', word)
  if (filter.action) query = query.where('e.action', '=', filter.action)
  if (filter.subjectKind) query = query.where('e.subjectKind', '=', filter.subjectKind)
  if (filter.subjectId) query = query.where('e.subjectId', '=', filter.subjectId)
  if (filter.siteId) query = query.where('e.siteId', '=', filter.siteId)
  if (filter.from) query = query.where('e.at', '>=', filter.from)
  if (filter.to) query = query.where('e.at', '<', filter.to)
  const after = Number(page.after)
  if (page.after && Number.isSafeInteger(after) && after > 0) query = query.where('e.id', '<', after)
  return pageOf((await query.execute()) as AuditLine[], size, (row) => String(row.id))
}

/** One event with what changed; undefined also for one the person may not read. */
export async function auditEvent(db: Database, actor: Actor, id: number): Promise<AuditDetail | undefined> {
  const row = await readable(db, actor)
    .select(['e.before', 'e.after', 'e.hash'])
    .where('e.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, hash: row.hash.toString('hex') }
}

function readable(db: Database, actor: Actor) {
  const sites = auditedSites(actor)
  const query = db
    .selectFrom('auditEvent as e')
    .leftJoin('site as s', 's.id', 'e.siteId')
    .select([
      'e.id',
      'e.at',
      'e.actorId',
      'e.actor',
      'e.action',
      'e.subjectKind',
      'e.subjectId',
      'e.siteId',
      's.shortName as siteName',
      'e.summary',
    ])
  return sites === 'all' ? query : query.where('e.siteId', 'in', sites.length > 0 ? sites : [-1])
}

const words = (text: string | undefined): string[] =>
  fold(text ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)

/** Every action that occurs in the log. Hops through the index from one to the next, so a long log costs no more than a short one. */
export async function auditActions(db: Database): Promise<string[]> {
  const found = await sql<{ action: string }>`
    with recursive hop (action) as (
      (select action from audit_event order by action limit 1)
      union all select (select e.action from audit_event e where e.action > hop.action order by e.action limit 1) from hop where hop.action is not null)
    select action from hop where action is not null`.execute(db)
  return found.rows.map((row) => row.action)
}

/** Sites a person can filter by, by name. */
export async function auditedSiteNames(db: Database, actor: Actor): Promise<{ id: number; name: string }[]> {
  const sites = auditedSites(actor)
  if (sites !== 'all' && sites.length === 0) return []
  const query = db
    .selectFrom('site')
    .select(['id', 'shortName as name'])
    .orderBy(sql`short_name collate "vi-x-icu"`)
  return await (sites === 'all' ? query : query.where('id', 'in', sites)).execute()
}
