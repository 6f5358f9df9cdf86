import { sql } from 'kysely'
import { readLetStand } from '../cases/public-words.ts'
import type { Database, Transaction } from '../database/connect.ts'
import type { ApprovedAnswer } from './why-not-publish-answer.ts'

type Reader = Database | Transaction

/** The approved answer of a case, with what is told of it in public. */
export interface AnswerToPublish extends ApprovedAnswer {
  language: 'vi' | 'en'
  approvedAt: Date
  /** Names of who answers, as they are today. */
  agency: string
  division: string
  /** Whether every clock of the answer was kept; null where none ended. */
  onTime: boolean | null
  siteClosed: boolean
}

/** The newest approved answer of a case; undefined where there is none. */
export async function approvedAnswerOf(db: Reader, caseId: number): Promise<AnswerToPublish | undefined> {
  const { rows } = await sql<Omit<AnswerToPublish, 'letStand'> & { letStand: unknown }>`
    select a.kind, a.author_id as writer_id, a.writers, a.let_stand, a.public_title, a.public_question, a.public_answer, a.approved_at,
      c.language, coalesce(nullif(s.agency, ''), s.name) as agency, coalesce(d.name, '') as division, s.closed_at is not null as site_closed,
      (select bool_and(k.state = 'met') from case_clock k where k.case_id = c.id and k.purpose = 'answer' and k.state in ('met', 'missed')) as on_time
    from citizen_case c join site s on s.id = c.handling_site_id
    join case_answer a on a.case_id = c.id and a.state = 'approved'
    left join division d on d.id = c.division_id
    where c.id = ${caseId} order by a.revision desc limit 1`.execute(db)
  const row = rows[0]
  return row && { ...row, letStand: readLetStand(row.letStand) }
}

/** Address of an entry on a portal. */
export async function pathOfEntry(db: Reader, siteId: number, entryId: number): Promise<string | undefined> {
  const found = await db
    .selectFrom('address')
    .select('path')
    .where('siteId', '=', siteId)
    .where('entryId', '=', entryId)
    .where('isCurrent', '=', true)
    .executeTakeFirst()
  return found?.path
}
