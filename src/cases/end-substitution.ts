import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { refuseCase } from './case-reasons.ts'
import { mayNameSubstitute } from './name-substitute.ts'

/** Ends a substitution: one that has begun ends yesterday, one to come is taken away. */
export async function endSubstitution(
  tx: Transaction,
  by: Actor,
  { substitutionId }: { substitutionId: number },
): Promise<void> {
  const found = await tx
    .selectFrom('substitution')
    .selectAll()
    .select(sql<boolean>`to_day < today_in_vietnam()`.as('over'))
    .select(sql<boolean>`from_day < today_in_vietnam()`.as('begun'))
    .where('id', '=', substitutionId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  if (!mayNameSubstitute(by, found.siteId, found.personId)) throw new Forbidden()
  refuseCase('substitution.end', found.over ? ['form:ended'] : [])
  if (found.begun)
    await sql`update substitution set to_day = today_in_vietnam() - 1 where id = ${substitutionId}`.execute(tx)
  else await tx.deleteFrom('substitution').where('id', '=', substitutionId).execute()
  await recordEvent(tx, {
    action: 'substitution.ended',
    by,
    subject: { kind: 'substitution', id: substitutionId },
    siteId: found.siteId,
    before: { toDay: found.toDay },
    summary: 'Kết thúc việc làm thay xử lý hồ sơ',
  })
}
