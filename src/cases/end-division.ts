import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { enqueue } from '../jobs/queue.ts'
import type { Actor } from '../people/actor.ts'
import { refuseCase } from './case-reasons.ts'
import { divisionForUpdate } from './desk-people.ts'

/**
 * Ends a division; the one that takes over gets its open cases and its routing. Each case is noted once, officers keep theirs where they
 * belong to the successor too, and the senders read the new division's name.
 */
export async function endDivision(
  tx: Transaction,
  by: Actor,
  { divisionId, successorId }: { divisionId: number; successorId: number },
): Promise<{ moved: number }> {
  const division = await divisionForUpdate(tx, by, divisionId)
  const successor = await tx
    .selectFrom('division')
    .select(['id', 'name', 'nameEn'])
    .where('id', '=', successorId || 0)
    .where('id', '<>', divisionId)
    .where('siteId', '=', division.siteId)
    .where('endedOn', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  refuseCase('division.end', [
    ...(division.endedOn === null ? [] : (['form:ended'] as const)),
    ...(successor ? [] : (['successorId:missing'] as const)),
  ])
  const moved = await moveOpenCases(tx, by, { divisionId, successor: successor! })
  await sql`update case_routing set division_id = ${successorId} where division_id = ${divisionId}`.execute(tx)
  await sql`update division set ended_on = today_in_vietnam(), successor_id = ${successorId} where id = ${divisionId}`.execute(
    tx,
  )
  await sql`update division set successor_id = ${successorId} where successor_id = ${divisionId}`.execute(tx)
  await recordEvent(tx, {
    action: 'division.ended',
    by,
    subject: { kind: 'division', id: divisionId },
    siteId: division.siteId,
    after: { successorId, cases: moved },
    summary: `Bộ phận “${division.name}” nhập vào “${successor!.name}”: chuyển ${moved} hồ sơ`,
  })
  return { moved }
}

async function moveOpenCases(
  tx: Transaction,
  by: Actor,
  { divisionId, successor }: { divisionId: number; successor: { id: number; name: string; nameEn: string } },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with moved as (
      update citizen_case c set division_id = ${successor.id},
        officer_id = case when exists (select from division_member m where m.division_id = ${successor.id} and m.person_id = c.officer_id)
          then c.officer_id end
      where c.division_id = ${divisionId} and c.state in ('assigned', 'clarifying', 'submitted', 'answered') returning c.id)
    insert into case_event (case_id, step, person_id, by_whom, is_public, facts)
    select id, 'move-division', ${by.id}, 'person', true, ${JSON.stringify({ division: successor.name, divisionEn: successor.nameEn })}::jsonb
    from moved returning case_id as id`.execute(tx)
  if (rows.length > 0) await enqueue(tx, 'tell-senders', {})
  return rows.length
}
