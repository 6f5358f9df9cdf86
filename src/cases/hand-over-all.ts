import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { refuseCase } from './case-reasons.ts'
import { mustSetUpCases } from './desk-people.ts'
import { withoutDeskRole } from './why-not.ts'

/**
 * Hands all open cases of somebody who leaves to another officer, or (null) back to their divisions. Sealed cases stay with the people
 * named for them. Each case is noted once.
 */
export async function handOverAll(
  tx: Transaction,
  by: Actor,
  { siteId, personId, toId }: { siteId: number; personId: string; toId: string | null },
): Promise<{ cases: number }> {
  mustSetUpCases(by, siteId)
  const same = toId !== null && toId === personId
  const without = toId === null ? [] : await withoutDeskRole(tx, siteId, [toId])
  refuseCase('case.hand-over', [
    ...(same ? (['officerId:same'] as const) : []),
    ...(without.length > 0 ? (['officerId:no-role'] as const) : []),
  ])
  const { rows } = await sql<{ id: number }>`
    with moved as (
      update citizen_case set officer_id = ${toId} where handling_site_id = ${siteId} and officer_id = ${personId}
        and state in ('assigned', 'clarifying', 'submitted', 'answered') and kind <> 'sealed_letter' returning id)
    insert into case_event (case_id, step, person_id, by_whom, is_public, facts)
    select id, 'hand-over', ${by.id}, 'person', false, '{}' from moved returning case_id as id`.execute(tx)
  await recordEvent(tx, {
    action: 'case.all-handed-over',
    by,
    subject: { kind: 'person', id: personId },
    siteId,
    after: { toId, cases: rows.length },
    summary: `Bàn giao ${rows.length} hồ sơ của một người`,
  })
  return { cases: rows.length }
}
