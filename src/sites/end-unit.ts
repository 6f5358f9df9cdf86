import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { dateInWords } from './dates.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import { dateFault, isDate } from './topic.ts'

/** Ends a unit: from that day (exclusive end) it is no longer. Its portals and history stay. */
export async function endUnit(tx: Transaction, by: Doer, act: { unitId: number; validTo: string }): Promise<void> {
  if (!mayOnNetwork(by, 'changeUnits')) throw new Forbidden()
  const unit = await tx.selectFrom('unit').selectAll().where('id', '=', act.unitId).forUpdate().executeTakeFirst()
  if (!unit) throw new NotFound()
  if (unit.validTo)
    throw new Refused('unit.end', [
      { code: 'validTo:ended', message: { vi: `Đơn vị đã kết thúc từ ngày ${dateInWords(unit.validTo)}.` } },
    ])
  if (!isDate(act.validTo)) throw new Refused('unit.end', [dateFault('validTo')])
  if (act.validTo <= unit.validFrom) {
    throw new Refused('unit.end', [
      { code: 'validTo:early', message: { vi: `Ngày kết thúc phải sau ngày bắt đầu ${dateInWords(unit.validFrom)}.` } },
    ])
  }
  await tx.updateTable('unit').set({ validTo: act.validTo }).where('id', '=', unit.id).execute()
  await recordEvent(tx, {
    action: 'unit.ended',
    by,
    subject: { kind: 'unit', id: unit.id },
    summary: `${unit.name} kết thúc từ ${dateInWords(act.validTo)}`,
    before: { validTo: null },
    after: { validTo: act.validTo },
  })
}
