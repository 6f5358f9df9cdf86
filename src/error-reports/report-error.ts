import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { looksLikeSpam } from '../web/looks-like-spam.ts'
import { newCode, type ErrorKind } from './error-report.ts'

export interface ErrorReportSent {
  siteId: number
  /** Address of the article on the portal. */
  path: string
  kind: ErrorKind
  what: string
  passage: string
  name: string
  email: string
  /** A machine's trap was filled in. */
  trapped: boolean
  /** Digest of who asks, forgotten the next day. */
  visitor: string
}
/**
 * unknown, gone: no such article on this portal, or no more. enough: ten reports of this reader today.
 * busy: sixty reports on this portal within an hour.
 */
export type ReportOutcome = { is: 'received'; code: string } | { is: 'unknown' | 'gone' | 'enough' | 'busy' }

/**
 * Hands a report of an error to the office with its clock: report, sender and audit event in one commit, through a function of the
 * database (migrations/0035). What looks like an advertisement is flagged, not lost.
 */
export async function reportError(db: Database, sent: ErrorReportSent): Promise<ReportOutcome> {
  const { siteId, path, kind, what, passage, name, email, visitor } = sent
  const code = newCode()
  const suspect = sent.trapped ? 'trap' : looksLikeSpam(what)
  const { rows } = await sql<{ outcome: ReportOutcome['is'] }>`
    select report_error(${siteId}, ${path}, ${code}, ${kind}, ${what}, ${passage}, ${suspect}, ${name}, ${email}, ${visitor})
      as outcome`.execute(db)
  const outcome = rows[0]!.outcome
  return outcome === 'received' ? { is: outcome, code } : { is: outcome }
}
