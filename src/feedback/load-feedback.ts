import { divisionsOf, type CaseView } from '../cases/load-case.ts'
import { caseForUpdate } from '../cases/lock-case.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { mayModerate } from './policy.ts'

/** The case of a report, locked, for an act of somebody who moderates it. @throws NotFound, Forbidden. */
export async function feedbackForUpdate(tx: Transaction, by: Actor, caseId: number): Promise<CaseView> {
  const found = await caseForUpdate(tx, by, caseId)
  if (found.kind !== 'feedback') throw new NotFound()
  if (!mayModerate(by, found, await divisionsOf(tx, by.id))) throw new Forbidden()
  return found
}
