import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { sitesOf, type Actor } from '../people/actor.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { fold } from '../web/vietnamese.ts'

export type MailState = 'sent' | 'waiting' | 'failed'

/** A mail of the outbox as the office lists it. */
export interface MailLine {
  id: number
  /** Empty where it is sealed. */
  recipient: string
  isSealed: boolean
  subject: string
  siteName: string | null
  createdAt: Date
  sentAt: Date | null
  attemptedAt: Date | null
  attempts: number
  lastError: string | null
  state: MailState
}
export interface MailView extends MailLine {
  body: string
}

export interface MailFilter {
  q?: string
  state?: MailState
}

/** Sites whose mails a person reads; mails of no site belong to the whole network. */
const mailSites = (actor: Actor): readonly number[] | 'all' => sitesOf(actor, 'site_admin', 'network_admin', 'auditor')

/** Mails a person may read, newest first, walked by id. */
export async function mailsFor(
  db: Database,
  actor: Actor,
  filter: MailFilter,
  page: { after?: string; size?: number } = {},
): Promise<Page<MailLine>> {
  const size = page.size ?? 50
  let query = readable(db, actor)
    .orderBy('m.id', 'desc')
    .limit(size + 1)
  for (const word of fold(filter.q ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)) {
    query = query.where(
      sql`fold_vietnamese(m.subject || ' ' || m.recipient)`,
      'like',
      `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    )
  }
  if (filter.state === 'sent') query = query.where('m.sentAt', 'is not', null)
  if (filter.state === 'failed') query = query.where('m.sentAt', 'is', null).where('m.attempts', '>', 0)
  if (filter.state === 'waiting') query = query.where('m.sentAt', 'is', null).where('m.attempts', '=', 0)
  const after = Number(page.after)
  if (page.after && Number.isSafeInteger(after) && after > 0 && after <= 2_147_483_647)
    query = query.where('m.id', '<', after)
  const rows = (await query.execute()).map((row) => ({ ...row, state: stateOf(row) }))
  return pageOf(rows, size, (row) => String(row.id))
}

/** One mail whole, apart from what of it is sealed; undefined also for one the person may not read. */
export async function mailById(db: Database, actor: Actor, id: number): Promise<MailView | undefined> {
  const row = await readable(db, actor).select('m.body').where('m.id', '=', id).executeTakeFirst()
  return row && { ...row, state: stateOf(row) }
}

function readable(db: Database, actor: Actor) {
  const sites = mailSites(actor)
  const query = db
    .selectFrom('outboxMail as m')
    .leftJoin('site as s', 's.id', 'm.siteId')
    .select([
      'm.id',
      'm.recipient',
      'm.isSealed',
      'm.subject',
      's.shortName as siteName',
      'm.createdAt',
      'm.sentAt',
      'm.attemptedAt',
      'm.attempts',
      'm.lastError',
    ])
  return sites === 'all' ? query : query.where('m.siteId', 'in', sites.length > 0 ? sites : [-1])
}

const stateOf = (row: { sentAt: Date | null; attempts: number }): MailState =>
  row.sentAt ? 'sent' : row.attempts > 0 ? 'failed' : 'waiting'
