import type { Database } from '../database/connect.ts'
import type { AssessmentResult, ChannelKind } from './statement.ts'

export interface AssessmentRow {
  id: number
  /** YYYY-MM-DD. */
  assessedOn: string
  result: AssessmentResult
  method: string
  gaps: string
}
export interface ChannelRow {
  id: number
  kind: ChannelKind
  name: string
  href: string
  purpose: string
}

/** Self-assessments of a portal, the latest first: the last twelve. */
export const assessmentsOf = async (db: Database, siteId: number): Promise<AssessmentRow[]> =>
  (await db
    .selectFrom('liveAssessment')
    .select(['id', 'assessedOn', 'result', 'method', 'gaps'])
    .where('siteId', '=', siteId)
    .orderBy('assessedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(12)
    .execute()) as AssessmentRow[]

/** Channels of a portal in the order its administrator gave them. */
export const channelsOf = async (db: Database, siteId: number): Promise<ChannelRow[]> =>
  (await db
    .selectFrom('liveChannel')
    .select(['id', 'kind', 'name', 'href', 'purpose'])
    .where('siteId', '=', siteId)
    .orderBy('position')
    .orderBy('id')
    .limit(100)
    .execute()) as ChannelRow[]
