import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import type { CaseOutcome, Channel } from './case.ts'
import type { CaseFacts } from './policy.ts'

/** A case with what policy and the screens' first lines need. */
export interface CaseView extends CaseFacts {
  id: number
  number: string
  title: string
  body: string
  channel: Channel
  fieldId: number | null
  outcome: CaseOutcome | null
  details: Record<string, unknown>
  publicWanted: boolean
  receivedAt: Date
  stateSince: Date
  dueAt: Date | null
  answeredAt: Date | null
  closedAt: Date | null
  reopened: number
  mergedInto: number | null
  publishedEntryId: number | null
  suspect: string[]
  erasedAt: Date | null
  isDemo: boolean
}

/** Substitutes hold what an absent person holds: from their first day away to the last. */
const holdersOf = sql<string[]>`
  case
    when c.officer_id is not null then array(
      select c.officer_id union select s.substitute_id from substitution s
      where s.person_id = c.officer_id and s.site_id = c.handling_site_id
        and (now() at time zone 'Asia/Ho_Chi_Minh')::date between s.from_day and s.to_day)
    when c.division_id is not null then array(
      select m.person_id from division_member m where m.division_id = c.division_id
      union select d.lead_id from division d where d.id = c.division_id and d.lead_id is not null)
    else '{}'
  end`

/** A case as it stands, whoever asks; undefined when there is none. */
export async function caseById(db: Database | Transaction, id: number): Promise<CaseView | undefined> {
  const row = await db
    .selectFrom('citizenCase as c')
    .select([
      'c.id',
      'c.number',
      'c.kind',
      'c.siteId',
      'c.handlingSiteId',
      'c.divisionId',
      'c.officerId',
      'c.fieldId',
      'c.channel',
      'c.state',
      'c.outcome',
      'c.title',
      'c.body',
      'c.details',
      'c.publicWanted',
      'c.receivedAt',
      'c.stateSince',
      'c.dueAt',
      'c.answeredAt',
      'c.closedAt',
      'c.reopened',
      'c.mergedInto',
      'c.publishedEntryId',
      'c.suspect',
      'c.erasedAt',
      'c.isDemo',
    ])
    .select((eb) => [
      eb('c.kind', '=', 'sealed_letter').as('sealed'),
      holdersOf.as('holders'),
      sql<string[]>`array(select h.person_id from case_handler h where h.case_id = c.id and h.ended_at is null)`.as(
        'handlers',
      ),
      sql<
        string | null
      >`(select a.author_id from case_answer a where a.case_id = c.id order by a.revision desc limit 1)`.as('writerId'),
    ])
    .where('c.id', '=', id)
    .executeTakeFirst()
  return row && ({ ...row, sealed: Boolean(row.sealed) } as unknown as CaseView)
}

/** Numbers of the divisions a person belongs to or leads. */
export async function divisionsOf(db: Database | Transaction, personId: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select division_id as id from division_member where person_id = ${personId}
    union select id from division where lead_id = ${personId}`.execute(db)
  return rows.map(({ id }) => id)
}
