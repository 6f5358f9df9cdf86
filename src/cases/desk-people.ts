import type { Transaction } from '../database/connect.ts'
import { holds, type Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { caseAdmins } from './policy.ts'

/** Whether the person sets up divisions, templates, routing and settings of a portal. */
export const maySetUpCases = (by: Actor, siteId: number): boolean => holds(by, siteId, ...caseAdmins)

/** @throws Forbidden unless the person sets up cases on the portal. */
export function mustSetUpCases(by: Actor, siteId: number): void {
  if (!maySetUpCases(by, siteId)) throw new Forbidden()
}

/** A division locked for an act of who sets it up. @throws NotFound, Forbidden. */
export async function divisionForUpdate(tx: Transaction, by: Actor, divisionId: number) {
  const division = await tx
    .selectFrom('division')
    .selectAll()
    .where('id', '=', divisionId)
    .forUpdate()
    .executeTakeFirst()
  if (!division) throw new NotFound()
  mustSetUpCases(by, division.siteId)
  return division
}
