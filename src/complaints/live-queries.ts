import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { pageOf, type Page } from '../web/paging.ts'
import type { ResultKind } from './complaint-result.ts'

/** A published result as lists show it. */
export interface LiveResult {
  entryId: number
  kind: ResultKind
  documentNumber: string
  /** As 2026-11-23. */
  signedOn: string
  title: string
  path: string
  publishedAt: Date
}

const pageSize = 20

/** Results a portal shows, those published last first. `after`: the entry the page before ended with. */
export async function liveResults(db: Database, siteId: number, after?: number): Promise<Page<LiveResult>> {
  let query = db
    .selectFrom('liveComplaintResult')
    .select(['entryId', 'kind', 'documentNumber', 'signedOn', 'title', 'path', 'publishedAt'])
    .where('siteId', '=', siteId)
    .orderBy('publishedAt', 'desc')
    .orderBy('entryId', 'desc')
    .limit(pageSize + 1)
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(published_at, entry_id) < (select a.published_at, a.entry_id from live_complaint_result a where a.entry_id = ${after} and a.site_id = ${siteId})`,
    )
  const rows = (await query.execute()) as unknown as LiveResult[]
  return pageOf(rows, pageSize, ({ entryId }) => String(entryId))
}

/** What is told of a published result beside its words. */
export const resultFacts = async (db: Database, siteId: number, entryId: number): Promise<LiveResult | undefined> =>
  (await db
    .selectFrom('liveComplaintResult')
    .select(['entryId', 'kind', 'documentNumber', 'signedOn', 'title', 'path', 'publishedAt'])
    .where('siteId', '=', siteId)
    .where('entryId', '=', entryId)
    .executeTakeFirst()) as LiveResult | undefined
