import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import type { Logger } from '../logger.ts'
import { NotFound, Refused } from '../refusals.ts'
import type { Kinds } from './content.ts'
import { expireEdition } from './expire-edition.ts'
import { loadEdition } from './load-edition.ts'
import type { System } from './policy.ts'
import { dueButNotLive, type EditionView } from './queries.ts'
import { publishEdition } from './publish-edition.ts'
import { tellRoles } from './tell-people.ts'

export type DueOutcome = 'published' | 'not-due' | 'refused'

const timetable: System = { system: 'Lịch đăng' }
const watchdog: System = { system: 'Giám sát lịch đăng' }

/** Makes a scheduled edition live if its time has come; one rescheduled, returned or live already is left alone. Stands being repeated. */
export const publishDueEdition = (db: Database, kinds: Kinds, editionId: number): Promise<DueOutcome> =>
  publishIfDue(db, kinds, editionId, timetable)

/** Ends a live edition if its time is over. Stands being repeated. */
export async function expireDueEdition(db: Database, kinds: Kinds, editionId: number): Promise<'expired' | 'not-due'> {
  return inTransaction(db, async (tx) => {
    const edition = await existing(tx, editionId)
    if (edition?.state !== 'published' || !edition.expiresAt || edition.expiresAt > (await clockOf(tx)))
      return 'not-due'
    await expireEdition(tx, timetable, { editionId }, kinds)
    return 'expired'
  })
}

/**
 * Finds what is due but not live for five seconds or longer, and publishes it. What cannot be published is reported: in the log each time,
 * in the audit log and by mail to the heads once. Ends what should have expired. Runs each minute.
 */
export async function watchDueEditions(
  db: Database,
  kinds: Kinds,
  logger: Logger,
): Promise<{ published: number; refused: number; expired: number }> {
  const count = { published: 0, refused: 0, expired: 0 }
  // One edition that fails must not hold up the others, this minute and every minute after.
  const unlessItFails = <T>(editionId: number, work: Promise<T>): Promise<T | undefined> =>
    work.catch((err: unknown) => {
      logger.error({ err, editionId }, 'the watchdog failed on an edition')
      return undefined
    })
  for (const { id, scheduledFor } of await dueButNotLive(db)) {
    const outcome = await unlessItFails(id, publishIfDue(db, kinds, id, watchdog))
    if (outcome === 'published' || outcome === 'refused') count[outcome]++
    if (outcome === 'published')
      logger.warn({ editionId: id, scheduledFor }, 'was due but not live: published by the watchdog')
  }
  for (const id of await overdueExpiries(db)) {
    const outcome = await unlessItFails(id, expireDueEdition(db, kinds, id))
    if (outcome === 'expired') count.expired++
  }
  if (count.refused > 0) logger.error({ refused: count.refused }, 'due but cannot be published')
  return count
}

/** Forgets what is over: presence of yesterday, preview links a month after their end, autosaves of editions long closed. */
export async function tidyEditions(db: Database): Promise<{ presence: number; links: number; autosaves: number }> {
  const presence = await sql`delete from edition_presence where seen_at < now() - interval '1 day'`.execute(db)
  const links =
    await sql`delete from preview_link where coalesce(revoked_at, expires_at) < now() - interval '30 days'`.execute(db)
  const autosaves = await sql`
    delete from edition_save v using edition e
    where e.id = v.edition_id and v.kind = 'autosave' and v.saved_at < now() - interval '90 days'
      and e.state in ('superseded', 'withdrawn', 'expired', 'discarded', 'published')`.execute(db)
  return { presence: rowsOf(presence), links: rowsOf(links), autosaves: rowsOf(autosaves) }
}

const rowsOf = (result: { numAffectedRows?: bigint }): number => Number(result.numAffectedRows ?? 0)

async function publishIfDue(db: Database, kinds: Kinds, editionId: number, by: System): Promise<DueOutcome> {
  try {
    return await inTransaction(db, async (tx) => {
      const edition = await existing(tx, editionId)
      if (edition?.state !== 'scheduled' || !edition.scheduledFor || edition.scheduledFor > (await clockOf(tx)))
        return 'not-due'
      await publishEdition(tx, by, { editionId }, kinds)
      return 'published'
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await inTransaction(db, (tx) => reportOverdue(tx, by, editionId, error))
    return 'refused'
  }
}

async function existing(tx: Transaction, editionId: number): Promise<EditionView | undefined> {
  try {
    return await loadEdition(tx, timetable, { editionId })
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** Says once per scheduled time that a text is due and why it cannot go live. */
async function reportOverdue(tx: Transaction, by: System, editionId: number, refusal: Refused): Promise<void> {
  const edition = await existing(tx, editionId)
  if (edition?.state !== 'scheduled') return
  const reported = await tx
    .selectFrom('auditEvent')
    .select('id')
    .where('subjectKind', '=', 'edition')
    .where('subjectId', '=', String(editionId))
    .where('action', '=', 'edition.overdue')
    .where('at', '>', edition.scheduledFor as Date)
    .executeTakeFirst()
  if (reported) return
  const said = refusal.reasons.map((reason) => `- ${reason}`).join('\n')
  await tellRoles(tx, by, edition, {
    roles: ['desk_secretary', 'chief_editor'],
    about: 'Đến giờ nhưng chưa đăng được',
    said,
  })
  await recordEvent(tx, {
    action: 'edition.overdue',
    by,
    subject: { kind: 'edition', id: edition.id },
    siteId: edition.siteId,
    summary: `Đến giờ nhưng chưa đăng được: “${edition.title}”`,
    after: { scheduledFor: edition.scheduledFor, reasons: refusal.codes },
  })
}

async function overdueExpiries(db: Database): Promise<number[]> {
  const found = await db
    .selectFrom('edition')
    .select('id')
    .where('state', '=', 'published')
    .where('expiresAt', '<=', sql<Date>`now()`)
    .orderBy('expiresAt')
    .limit(500)
    .execute()
  return found.map((edition) => edition.id)
}

/** The database's clock decides, as it does for the queue. */
async function clockOf(tx: Transaction): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  return (rows[0] as { now: Date }).now
}
