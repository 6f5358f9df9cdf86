import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { refuseCase } from './case-reasons.ts'
import { divisionForUpdate } from './desk-people.ts'
import { setMembers, whyNotDivision, type DivisionWords } from './make-division.ts'

/** Changes name, lead and people of a division. Who no longer belongs to it keeps the cases they are the officer of. */
export async function changeDivision(
  tx: Transaction,
  by: Actor,
  act: DivisionWords & { divisionId: number; position?: number },
): Promise<void> {
  const { divisionId } = act
  const before = await divisionForUpdate(tx, by, divisionId)
  refuseCase('division.change', [
    ...(before.endedOn === null ? [] : (['form:ended'] as const)),
    ...(await whyNotDivision(tx, { ...act, siteId: before.siteId })),
  ])
  const [name, leadId] = [cleanLine(act.name), act.leadId || null]
  await tx
    .updateTable('division')
    .set({ name, nameEn: cleanLine(act.nameEn), leadId, position: act.position ?? before.position })
    .where('id', '=', divisionId)
    .execute()
  await setMembers(tx, divisionId, act.memberIds)
  await recordEvent(tx, {
    action: 'division.changed',
    by,
    subject: { kind: 'division', id: divisionId },
    siteId: before.siteId,
    before: { name: before.name, leadId: before.leadId },
    after: { name, leadId, memberIds: act.memberIds },
    summary: `Sửa bộ phận “${name}”`,
  })
}
