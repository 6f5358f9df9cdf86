import { recordEvent } from '../audit/record-event.ts'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { refuseCase, type CaseReasonCode } from './case-reasons.ts'
import { mustSetUpCases } from './desk-people.ts'
import { withoutDeskRole } from './why-not.ts'

/** What a division is: its name, who leads it and who belongs to it. */
export interface DivisionWords {
  name: string
  nameEn: string
  leadId: string | null
  memberIds: readonly string[]
}

/** Sets up a division of a portal. */
export async function makeDivision(
  tx: Transaction,
  by: Actor,
  act: DivisionWords & { siteId: number },
): Promise<{ divisionId: number }> {
  const { siteId } = act
  mustSetUpCases(by, siteId)
  refuseCase('division.make', await whyNotDivision(tx, act))
  const [name, leadId] = [cleanLine(act.name), act.leadId || null]
  const { id: divisionId } = await tx
    .insertInto('division')
    .values((eb) => ({
      siteId,
      name,
      nameEn: cleanLine(act.nameEn),
      leadId,
      position: eb
        .selectFrom('division')
        .where('siteId', '=', siteId)
        .select(sql<number>`coalesce(max(position) + 1, 0)`.as('next')),
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await setMembers(tx, divisionId, act.memberIds)
  await recordEvent(tx, {
    action: 'division.made',
    by,
    subject: { kind: 'division', id: divisionId },
    siteId,
    after: { name, leadId, memberIds: act.memberIds },
    summary: `Lập bộ phận “${name}”`,
  })
  return { divisionId }
}

/** Why a division cannot be as it is told. `divisionId`: the one that is changed. */
export async function whyNotDivision(
  tx: Transaction,
  act: DivisionWords & { siteId: number; divisionId?: number },
): Promise<CaseReasonCode[]> {
  const name = cleanLine(act.name)
  const { rows: same } = await sql`select from division where site_id = ${act.siteId} and lower(name) = lower(${name})
    and ended_on is null and id <> ${act.divisionId ?? 0}`.execute(tx)
  const lead = act.leadId ? await withoutDeskRole(tx, act.siteId, [act.leadId]) : []
  const members = await withoutDeskRole(tx, act.siteId, act.memberIds)
  return [
    ...(name === '' ? (['name:missing'] as const) : []),
    ...(name.length > 200 ? (['name:long'] as const) : []),
    ...(same.length > 0 ? (['name:taken'] as const) : []),
    ...(lead.length > 0 ? (['leadId:unknown'] as const) : []),
    ...(members.length > 0 ? (['memberIds:unknown'] as const) : []),
  ]
}

/** Makes these people, and nobody else, belong to a division. */
export async function setMembers(tx: Transaction, divisionId: number, memberIds: readonly string[]): Promise<void> {
  const people = [...new Set(memberIds)]
  await sql`delete from division_member where division_id = ${divisionId} and person_id <> all (${people}::text[])`.execute(
    tx,
  )
  await sql`insert into division_member (division_id, person_id) select ${divisionId}, x from unnest(${people}::text[]) as x
    on conflict do nothing`.execute(tx)
}
