import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { refuseCase } from './case-reasons.ts'
import { mustSetUpCases } from './desk-people.ts'

export interface Routing {
  siteId: number
  /** The division that first gets the cases of a field; null: a person assigns them. Fields not named stay as they are. */
  routes: readonly { fieldId: number; divisionId: number | null }[]
}

/** Sets which division of a portal first gets the cases of a field. */
export async function setRouting(tx: Transaction, by: Actor, { siteId, routes }: Routing): Promise<void> {
  mustSetUpCases(by, siteId)
  const divisions = await tx
    .selectFrom('division')
    .select('id')
    .where('siteId', '=', siteId)
    .where('endedOn', 'is', null)
    .execute()
  const fields = await tx.selectFrom('caseField').select('id').execute()
  const known = (rows: { id: number }[], id: number): boolean => rows.some((row) => row.id === id)
  refuseCase('case-routing.set', [
    ...(routes.every((one) => known(fields, one.fieldId)) ? [] : (['fieldId:unknown'] as const)),
    ...(routes.every((one) => one.divisionId === null || known(divisions, one.divisionId))
      ? []
      : (['divisionId:unknown'] as const)),
  ])
  for (const { fieldId, divisionId } of routes)
    if (divisionId === null)
      await sql`delete from case_routing where site_id = ${siteId} and field_id = ${fieldId}`.execute(tx)
    else
      await sql`insert into case_routing (site_id, field_id, division_id) values (${siteId}, ${fieldId}, ${divisionId})
        on conflict (site_id, field_id) do update set division_id = excluded.division_id`.execute(tx)
  await recordEvent(tx, {
    action: 'site.case-routing-set',
    by,
    subject: { kind: 'site', id: siteId },
    siteId,
    after: { routes },
    summary: 'Phân luồng hồ sơ theo lĩnh vực',
  })
}
