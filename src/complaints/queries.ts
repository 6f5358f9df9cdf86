import { calendarOf, ruleFor, type RuleInForce } from '../calendar/calendar-queries.ts'
import { deadlineOf, type Deadline } from '../calendar/deadline.ts'
import type { Database, Transaction } from '../database/connect.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { resultKinds, type ResultKind, type ResultState } from './complaint-result.ts'

export interface ResultRow {
  id: number
  siteId: number
  kind: ResultKind
  documentNumber: string
  /** As 2026-11-23. */
  signedOn: string
  title: string
  body: string
  letStand: { text: string; reason: string }[]
  state: ResultState
  authorId: string | null
  authorName: string | null
  saves: number
  returnReason: string
  checkedByName: string | null
  checkedAt: Date | null
  entryId: number | null
  /** Of what was published: when, and whether it is still live. */
  publishedAt: Date | null
  withdrawnAt: Date | null
}

const results = (db: Database | Transaction) =>
  db
    .selectFrom('complaintResult as r')
    .leftJoin('person as a', 'a.id', 'r.authorId')
    .leftJoin('person as k', 'k.id', 'r.checkedBy')
    .leftJoin('entry as e', 'e.id', 'r.entryId')
    .leftJoin('goneItem as g', (join) => join.onRef('g.entryId', '=', 'r.entryId').onRef('g.siteId', '=', 'r.siteId'))
    .select([
      'r.id',
      'r.siteId',
      'r.kind',
      'r.documentNumber',
      'r.signedOn',
      'r.title',
      'r.body',
      'r.letStand',
      'r.state',
      'r.authorId',
      'a.name as authorName',
      'r.saves',
      'r.returnReason',
      'k.name as checkedByName',
      'r.checkedAt',
      'r.entryId',
      'e.firstPublishedAt as publishedAt',
      'g.at as withdrawnAt',
    ])

/** A result of a portal; undefined when there is none. */
export const resultById = async (
  db: Database | Transaction,
  siteId: number,
  id: number,
): Promise<ResultRow | undefined> =>
  (await results(db).where('r.id', '=', id).where('r.siteId', '=', siteId).executeTakeFirst()) as ResultRow | undefined

const pageSize = 30

/** Results of a portal, those signed last first. */
export async function resultsOf(db: Database, siteId: number, after?: number): Promise<Page<ResultRow>> {
  let query = results(db)
    .where('r.siteId', '=', siteId)
    .orderBy('r.signedOn', 'desc')
    .orderBy('r.id', 'desc')
    .limit(pageSize + 1)
  if (after !== undefined) {
    const last = await db
      .selectFrom('complaintResult')
      .select(['signedOn', 'id'])
      .where('id', '=', after)
      .executeTakeFirst()
    if (last)
      query = query.where((eb) =>
        eb.or([
          eb('r.signedOn', '<', last.signedOn),
          eb.and([eb('r.signedOn', '=', last.signedOn), eb('r.id', '<', last.id)]),
        ]),
      )
  }
  return pageOf((await query.execute()) as unknown as ResultRow[], pageSize, ({ id }) => String(id))
}

/** By when a result must be public, and why; undefined where no rule asks for it. Counted from the day it was signed. */
export async function publishDeadline(
  db: Database | Transaction,
  result: { siteId: number; kind: ResultKind; signedOn: string },
): Promise<(RuleInForce & { deadline: Deadline; startedAt: Date }) | undefined> {
  const ruleId = resultKinds[result.kind].rule
  if (ruleId === undefined) return undefined
  const [calendar, rule] = await Promise.all([calendarOf(db), ruleFor(db, ruleId, result.siteId, result.signedOn)])
  const startedAt = new Date(`${result.signedOn}T12:00:00+07:00`)
  const facts = { startedAt, duration: rule.duration, pauses: [], extensions: [] }
  return { ...rule, startedAt, deadline: deadlineOf(facts, calendar, new Date()) }
}

/** For how long what was published must stay: the day after its last. */
export async function shownUntil(db: Database, siteId: number, publishedAt: Date): Promise<Date> {
  const day = new Date(publishedAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
  const [calendar, rule] = await Promise.all([calendarOf(db), ruleFor(db, 'complaint.shown', siteId, day)])
  return deadlineOf(
    { startedAt: publishedAt, duration: rule.duration, pauses: [], extensions: [] },
    calendar,
    new Date(),
  ).dueAt
}
