import { sql } from 'kysely'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import { assignCase } from './assign-case.ts'

const router = { system: 'Phân luồng hồ sơ' }

/**
 * Gives new cases to the division their portal routes their field to. A case somebody gave back, or took out of a division, waits for a
 * person. Safe to repeat, and for several workers.
 */
export async function routeCases(db: Database): Promise<{ routed: number }> {
  let routed = 0
  for (;;) {
    const did = await inTransaction(db, routeNext)
    if (!did) return { routed }
    routed += 1
  }
}

async function routeNext(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ id: number; divisionId: number }>`
    select c.id, r.division_id from citizen_case c
    join case_routing r on r.site_id = c.handling_site_id and r.field_id = c.field_id
    join division d on d.id = r.division_id and d.ended_on is null and d.site_id = c.handling_site_id
    where c.state = 'received' and c.kind <> 'sealed_letter'
      and (select e.step from case_event e where e.case_id = c.id and e.step in ('receive', 'release', 'forward', 'decline', 'assign')
        order by e.id desc limit 1) in ('receive', 'release', 'forward')
    order by c.id limit 1 for update of c skip locked`.execute(tx)
  const next = rows[0]
  if (!next) return false
  await assignCase(tx, router, { caseId: next.id, divisionId: next.divisionId })
  return true
}
