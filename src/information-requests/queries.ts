import { sql } from 'kysely'
import { startOfDay } from '../calendar/deadline.ts'
import type { CaseOutcome, CaseState } from '../cases/case.ts'
import type { Database } from '../database/connect.ts'
import type { Complexity, Means } from './information-request.ts'

/** What the office screen of a request shows besides its case. */
export interface RequestFacts {
  complexity: Complexity | null
  subject: string
  hasEmail: boolean
  hasDraft: boolean
  answerKind: string | null
  deliveries: readonly Delivered[]
}
export interface Delivered {
  id: number
  means: Means
  madeAt: Date
  expiresAt: Date | null
  takenAt: Date | null
  bytes: number | null
  note: string
}

export async function requestFacts(db: Database, caseId: number): Promise<RequestFacts> {
  const [{ rows }, deliveries] = await Promise.all([
    sql<Omit<RequestFacts, 'deliveries'>>`
      select r.complexity, coalesce(r.subject, '') as subject, coalesce(s.has_email, false) as has_email,
        exists (select from case_answer a where a.case_id = c.id and a.state in ('draft', 'submitted')) as has_draft,
        (select a.kind from case_answer a where a.case_id = c.id and a.state = 'approved' and a.kind <> 'progress'
          order by a.revision desc limit 1) as answer_kind
      from citizen_case c left join information_request r on r.case_id = c.id left join case_sender s on s.case_id = c.id
      where c.id = ${caseId}`.execute(db),
    db
      .selectFrom('informationDelivery')
      .select(['id', 'means', 'madeAt', 'expiresAt', 'takenAt', 'bytes', 'note'])
      .where('caseId', '=', caseId)
      .orderBy('id', 'desc')
      .limit(50)
      .execute(),
  ])
  return { ...rows[0]!, deliveries: deliveries as Delivered[] }
}

/** A line of the register of requests (Law on Access to Information 2016, art. 26). Names nobody. */
export interface RegisterLine {
  caseId: number
  number: string
  receivedAt: Date
  subject: string
  complexity: Complexity | null
  state: CaseState
  outcome: CaseOutcome | null
  answerKind: string | null
  means: Means | null
  answeredAt: Date | null
  dueAt: Date | null
}

/** Requests a portal deals with that came in a year, the oldest first; `after`: the last one seen. */
export async function registerOf(
  db: Database,
  siteId: number,
  { year, after, size }: { year: number; after: number; size: number },
): Promise<{ lines: RegisterLine[]; next: number | undefined }> {
  const { rows } = await sql<RegisterLine>`
    select c.id as case_id, c.number, c.received_at, coalesce(r.subject, '') as subject, r.complexity, c.state, c.outcome,
      (select a.kind from case_answer a where a.case_id = c.id and a.state = 'approved' and a.kind <> 'progress'
        order by a.revision desc limit 1) as answer_kind,
      (select d.means from information_delivery d where d.case_id = c.id order by d.id limit 1) as means,
      c.answered_at, c.due_at
    from citizen_case c left join information_request r on r.case_id = c.id
    where c.handling_site_id = ${siteId} and c.kind = 'information_request' and c.state <> 'quarantined'
      and coalesce(c.outcome, '') <> 'spam' and c.id > ${after}
      and c.received_at >= ${startOfDay(`${year}-01-01`)} and c.received_at < ${startOfDay(`${year + 1}-01-01`)}
    order by c.id limit ${size + 1}`.execute(db)
  const lines = rows.slice(0, size)
  return { lines, next: rows.length > size ? lines.at(-1)!.caseId : undefined }
}

/** The years in which a portal received requests, the newest first. */
export async function registerYears(db: Database, siteId: number): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from received_at at time zone 'Asia/Ho_Chi_Minh')::integer as year from citizen_case
    where handling_site_id = ${siteId} and kind = 'information_request' order by 1 desc limit 50`.execute(db)
  return rows.map(({ year }) => year)
}

/** Where a portal stands and what it is called, for mails about its cases. */
export async function portalOf(
  db: Database,
  siteId: number,
): Promise<{ name: string; shortName: string; host: string | null }> {
  return db
    .selectFrom('site')
    .select((eb) => [
      'site.name',
      'site.shortName',
      eb
        .selectFrom('siteHost')
        .select('host')
        .whereRef('siteHost.siteId', '=', 'site.id')
        .where('isPrimary', '=', true)
        .as('host'),
    ])
    .where('site.id', '=', siteId)
    .executeTakeFirstOrThrow()
}
