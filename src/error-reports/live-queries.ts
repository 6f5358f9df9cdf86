import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { defaultRule, type ReportRule, type ReportState } from './error-report.ts'

/** What who sent a report may know of it. */
export interface Receipt {
  path: string
  title: string
  /** Whether the article is still there. */
  live: boolean
  state: ReportState
  receivedAt: Date
  dueAt: Date
  closedAt: Date | null
  /** Whether an address was given for an answer. */
  answers: boolean
}

/** The receipt of a report by its number; undefined where this portal has none. */
export async function receiptOf(db: Database, siteId: number, code: string): Promise<Receipt | undefined> {
  const { rows } = await sql<Receipt>`
    select path, title, live, state, received_at, due_at, closed_at, answers from error_report_receipt(${siteId}, ${code})`.execute(
    db,
  )
  return rows[0]
}

/** The rule of a portal for reports: its own, or the usual one. */
export async function ruleOf(db: Database, siteId: number): Promise<ReportRule> {
  const row = await db
    .selectFrom('errorReportRule')
    .select(['hours', 'keepDays'])
    .where('siteId', '=', siteId)
    .executeTakeFirst()
  return row ?? defaultRule
}

/** The article at an address of a portal, as far as a report needs to know it. */
export async function reportedArticle(
  db: Database,
  siteId: number,
  path: string,
): Promise<{ is: 'live'; title: string; path: string } | { is: 'gone' } | undefined> {
  const { rows } = await sql<{ title: string | null; path: string | null }>`
    select i.title, i.path from live_address a left join live_item i on i.site_id = a.site_id and i.entry_id = a.entry_id
    where a.site_id = ${siteId} and a.path = ${path}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  return row.title !== null && row.path !== null ? { is: 'live', title: row.title, path: row.path } : { is: 'gone' }
}
