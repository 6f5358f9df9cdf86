import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { dateInWords } from './dates.ts'
import { refuseFor } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import { dateFault, isDate } from './topic.ts'
import { whyNotUnitName } from './unit.ts'

/**
 * Renames a unit from a day on: the old name ends, a row of the same code begins. Screens find the name of a day by code,
 * so portals and units below keep the row they point to.
 */
export async function renameUnit(
  tx: Transaction,
  by: Doer,
  act: { unitId: number; name: string; from: string },
): Promise<{ unitId: number }> {
  if (!mayOnNetwork(by, 'changeUnits')) throw new Forbidden()
  const unit = await tx.selectFrom('unit').selectAll().where('id', '=', act.unitId).forUpdate().executeTakeFirst()
  if (!unit) throw new NotFound()
  refuseFor('unit.rename', [...whyNotUnitName(act.name), ...(isDate(act.from) ? [] : [dateFault('from')])])
  if (act.name === unit.name)
    throw new Refused('unit.rename', [{ code: 'name:same', message: { vi: 'Tên mới giống tên đang dùng.' } }])
  if (act.from <= unit.validFrom || (unit.validTo !== null && act.from >= unit.validTo)) {
    throw new Refused('unit.rename', [
      {
        code: 'from:outside',
        message: {
          vi: `Ngày đổi tên phải sau ${dateInWords(unit.validFrom)}${unit.validTo ? ` và trước ${dateInWords(unit.validTo)}` : ''}.`,
        },
      },
    ])
  }
  await tx.updateTable('unit').set({ validTo: act.from }).where('id', '=', unit.id).execute()
  const { code, kind, parentId, validTo } = unit
  const { id } = await tx
    .insertInto('unit')
    .values({ code, kind, parentId, name: act.name, validFrom: act.from, validTo })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'unit.renamed',
    by,
    subject: { kind: 'unit', id },
    summary: `${unit.name} đổi tên thành ${act.name} từ ${dateInWords(act.from)}`,
    before: { id: unit.id, name: unit.name },
    after: { id, name: act.name, validFrom: act.from },
  })
  return { unitId: id }
}
