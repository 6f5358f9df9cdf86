import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { dateInWords } from './dates.ts'
import { refuseFor } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import type { Fault } from './site.ts'
import { whyNotUnit } from './unit.ts'

export interface NewUnit {
  code: string
  name: string
  nameEn?: string | null
  kind: string
  parentId: number | null
  /** yyyy-mm-dd, the first day. */
  validFrom: string
}

/** Enters a unit from a day on. A code has one name at a time. */
export async function createUnit(tx: Transaction, by: Doer, act: NewUnit): Promise<{ unitId: number }> {
  if (!mayOnNetwork(by, 'changeUnits')) throw new Forbidden()
  const faults = whyNotUnit(act)
  refuseFor('unit.create', faults.length > 0 ? faults : await whyNotBeside(tx, act))
  const { code, name, nameEn = null, kind, parentId, validFrom } = act
  const { id } = await tx
    .insertInto('unit')
    .values({ code, name, nameEn, kind, parentId, validFrom })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'unit.created',
    by,
    subject: { kind: 'unit', id },
    summary: `Thêm đơn vị ${name}`,
    after: { code, name, kind, parentId, validFrom },
  })
  return { unitId: id }
}

async function whyNotBeside(tx: Transaction, { code, parentId, validFrom }: NewUnit): Promise<Fault[]> {
  const faults: Fault[] = []
  const same = await tx
    .selectFrom('unit')
    .select(['name', 'validTo'])
    .where('code', '=', code)
    .where((e) => e.or([e('validTo', 'is', null), e('validTo', '>', validFrom)]))
    .executeTakeFirst()
  if (same) {
    const until = same.validTo ? `đến ${dateInWords(same.validTo)}` : ''
    faults.push({
      code: 'code:taken',
      message: {
        vi: `Mã ${code} đang dùng cho ${same.name} ${until}`.trim() + '.',
        en: `${code} is in use for ${same.name}.`,
      },
    })
  }
  if (parentId !== null && !(await tx.selectFrom('unit').select('id').where('id', '=', parentId).executeTakeFirst())) {
    faults.push({
      code: 'parentId:unknown',
      message: { vi: 'Hãy chọn đơn vị cấp trên trong danh sách.', en: 'Choose the unit above.' },
    })
  }
  return faults
}
