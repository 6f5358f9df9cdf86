import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import type { ReportState } from './error-report.ts'
import { mayHandleReports } from './policy.ts'

export interface ReportAtHand {
  id: number
  siteId: number
  code: string
  title: string
  path: string
  state: ReportState
  takenBy: string | null
}

/** A report of a portal, locked for whoever may deal with it. @throws Forbidden, NotFound. */
export async function reportForUpdate(
  tx: Transaction,
  by: Actor,
  { siteId, reportId }: { siteId: number; reportId: number },
): Promise<ReportAtHand> {
  if (!mayHandleReports(by, siteId)) throw new Forbidden()
  const row = await tx
    .selectFrom('errorReport')
    .select(['id', 'siteId', 'code', 'title', 'path', 'state', 'takenBy'])
    .where('id', '=', reportId)
    .where('siteId', '=', siteId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { ...row, state: row.state as ReportState }
}
