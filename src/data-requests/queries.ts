import { sql } from 'kysely'
import type { CaseState } from '../cases/case.ts'
import type { Database } from '../database/connect.ts'

/** What is kept of the sender of a case: kinds and amounts, never the data. */
export interface KeptOfSender {
  number: string
  kind: string
  state: CaseState
  receivedAt: Date
  erasedAt: Date | null
  /** Contact details lie sealed. */
  sender: boolean
  words: boolean
  attachments: number
  messages: number
  consents: number
  looks: number
  published: boolean
}

/** What is kept of the senders of cases a portal deals with, by their numbers. Cases of other portals and sealed ones are left out. */
export async function keptOfSenders(db: Database, siteId: number, numbers: readonly string[]): Promise<KeptOfSender[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<KeptOfSender>`
    select c.number, c.kind, c.state, c.received_at, c.erased_at, c.published_entry_id is not null as published,
      coalesce((select s.sealed is not null from case_sender s where s.case_id = c.id), false) as sender,
      c.title || c.body <> '' as words,
      (select count(*)::integer from case_attachment a where a.case_id = c.id and a.state <> 'gone') as attachments,
      (select count(*)::integer from case_message m where m.case_id = c.id and m.direction = 'from_sender' and (m.body <> '' or m.sealed is not null)) as messages,
      (select count(*)::integer from case_consent o where o.case_id = c.id) as consents,
      (select count(*)::integer from case_look l where l.case_id = c.id) as looks
    from citizen_case c where c.number = any (${[...numbers]}::text[]) and c.handling_site_id = ${siteId} and c.kind <> 'sealed_letter'
    order by c.id`.execute(db)
  return rows
}

/** Whether a request still waits for its acknowledgement. */
export async function waitsForAcknowledgement(db: Database, caseId: number): Promise<boolean> {
  const row = await db
    .selectFrom('caseClock')
    .select('id')
    .where('caseId', '=', caseId)
    .where('purpose', '=', 'acknowledge')
    .where('state', '=', 'running')
    .executeTakeFirst()
  return row !== undefined
}
