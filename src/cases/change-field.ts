import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { refuseCase } from './case-reasons.ts'
import { maySetUpFields, whyNotField, type FieldWords } from './make-field.ts'

/** Changes a field of the network, or takes it off the forms (`archived`); cases of it keep it. */
export async function changeField(
  tx: Transaction,
  by: Actor,
  act: FieldWords & { fieldId: number; position: number; archived: boolean },
): Promise<void> {
  if (!maySetUpFields(by)) throw new Forbidden()
  const before = await tx
    .selectFrom('caseField')
    .selectAll()
    .where('id', '=', act.fieldId)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new NotFound()
  refuseCase('case-field.change', whyNotField(act))
  const set = {
    name: cleanLine(act.name),
    nameEn: cleanLine(act.nameEn),
    kinds: [...act.kinds],
    position: Number.isInteger(act.position) ? act.position : before.position,
    archivedAt: act.archived ? (before.archivedAt ?? new Date()) : null,
  }
  await tx.updateTable('caseField').set(set).where('id', '=', act.fieldId).execute()
  await recordEvent(tx, {
    action: 'case-field.changed',
    by,
    subject: { kind: 'case-field', id: act.fieldId },
    before,
    after: set,
    summary: `Sửa lĩnh vực “${set.name}”`,
  })
}
