import type { Database } from '../database/connect.ts'

export interface AlertRow {
  id: number
  words: string
  tone: string
  href: string
  startsAt: Date
  endsAt: Date
  endedAt: Date | null
  by: string | null
}
export interface OutageRow {
  id: number
  startsAt: Date
  restoresAt: Date
  affects: string
  reason: string
  forced: boolean
  ground: string
  publishedAt: Date
  restoredAt: Date | null
  cancelledAt: Date | null
}

const newest = 50

/** Alerts of a portal, those that end last first: the newest fifty. */
export const alertsOf = (db: Database, siteId: number): Promise<AlertRow[]> =>
  db
    .selectFrom('siteAlert as a')
    .leftJoin('person as p', 'p.id', 'a.createdBy')
    .select(['a.id', 'a.words', 'a.tone', 'a.href', 'a.startsAt', 'a.endsAt', 'a.endedAt', 'p.name as by'])
    .where('a.siteId', '=', siteId)
    .orderBy('a.endsAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(newest)
    .execute()

/** Suspensions of a portal as anyone may read them, the latest first: the newest fifty. */
export const outagesOf = async (db: Database, siteId: number): Promise<OutageRow[]> =>
  (await db
    .selectFrom('liveOutage')
    .select([
      'id',
      'startsAt',
      'restoresAt',
      'affects',
      'reason',
      'forced',
      'ground',
      'publishedAt',
      'restoredAt',
      'cancelledAt',
    ])
    .where('siteId', '=', siteId)
    .orderBy('startsAt', 'desc')
    .orderBy('id', 'desc')
    .limit(newest)
    .execute()) as OutageRow[]
