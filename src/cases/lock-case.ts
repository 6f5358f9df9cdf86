import type { Transaction } from '../database/connect.ts'
import { NotFound } from '../refusals.ts'
import { caseById, divisionsOf, type CaseView } from './load-case.ts'
import { isSystem, maySee, type CaseBy } from './policy.ts'

/** A case locked for an act of somebody who sees it. @throws NotFound when there is none, or it must not be seen to exist. */
export async function caseForUpdate(tx: Transaction, by: CaseBy, caseId: number): Promise<CaseView> {
  await tx.selectFrom('citizenCase').select('id').where('id', '=', caseId).forUpdate().executeTakeFirst()
  const found = await caseById(tx, caseId)
  if (!found) throw new NotFound()
  if (!isSystem(by) && !maySee(by, found, await divisionsOf(tx, by.id))) throw new NotFound()
  return found
}
