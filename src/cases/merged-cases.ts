import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import { enqueue } from '../jobs/queue.ts'
import { isSystem, type CaseBy } from './policy.ts'

/** What those joined to a case get with it: an approved answer, or words that end the matter. */
export type Shared = { caseId: number; only?: readonly number[] } & ({ answerId: number } | { body: string })

/**
 * Gives what the main case was told to every case joined to it: on the page of each, and by mail to each sender. `only`: to these alone.
 * Returns how many were told.
 */
export async function answerMerged(tx: Transaction, by: CaseBy, shared: Shared): Promise<{ told: number }> {
  const { rows } = await sql<{ id: number }>`select id from citizen_case where merged_into = ${shared.caseId}
    and ${shared.only ? sql`id = any (${[...shared.only]}::integer[])` : sql`true`} order by id for update`.execute(tx)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return { told: 0 }
  if ('answerId' in shared)
    await sql`insert into case_answer (case_id, revision, state, kind, ground, body, answer_on, author_id, writers, submitted_at, approved_by, approved_at)
      select x.id, 1 + coalesce((select max(o.revision) from case_answer o where o.case_id = x.id), 0), 'approved', a.kind, a.ground, a.body,
        a.answer_on, a.author_id, a.writers, a.submitted_at, a.approved_by, a.approved_at
      from case_answer a, unnest(${ids}::integer[]) as x(id) where a.id = ${shared.answerId}`.execute(tx)
  else
    await sql`insert into case_message (case_id, direction, body, person_id)
      select x.id, 'to_sender', ${shared.body}, ${isSystem(by) ? null : by.id} from unnest(${ids}::integer[]) as x(id)`.execute(
      tx,
    )
  await sql`insert into case_event (case_id, step, person_id, by_whom, is_public, facts)
    select x.id, 'answer-of-main', ${isSystem(by) ? null : by.id}, ${isSystem(by) ? 'system' : 'person'}, true,
      jsonb_build_object('main', (select number from citizen_case where id = ${shared.caseId}))
    from unnest(${ids}::integer[]) as x(id)`.execute(tx)
  await sql`update citizen_case set answered_at = coalesce(answered_at, now()) where id = any (${ids}::integer[])
    and ${'answerId' in shared ? sql`(select kind from case_answer where id = ${shared.answerId}) <> 'progress'` : sql`true`}`.execute(
    tx,
  )
  await enqueue(tx, 'tell-senders', {})
  return { told: ids.length }
}
