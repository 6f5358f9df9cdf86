import type { Transaction } from '../database/connect.ts'
import type { CaseView } from '../cases/load-case.ts'
import { caseForUpdate } from '../cases/lock-case.ts'
import { dealsWith } from '../cases/policy.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'

/** An information request locked for an act of somebody who deals with it. @throws NotFound, Forbidden. */
export async function requestForUpdate(tx: Transaction, by: Actor, caseId: number): Promise<CaseView> {
  const found = await caseForUpdate(tx, by, caseId)
  if (found.kind !== 'information_request') throw new NotFound()
  if (!dealsWith(by, found)) throw new Forbidden()
  return found
}
