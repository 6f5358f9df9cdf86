import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { changesOf } from './changes.ts'
import { refuseFor, siteForUpdate } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import type { Fault } from './site.ts'

/** Puts a portal below another and under a unit. A portal never stands below itself. */
export async function moveSite(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; parentId: number | null; unitId: number },
): Promise<void> {
  if (!mayOnNetwork(by, 'moveSite')) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  const wanted = { parentId: act.parentId, unitId: act.unitId }
  refuseFor('site.move', await whyNotThere(tx, site.id, wanted))
  const changes = changesOf({ parentId: site.parentId, unitId: site.unitId }, wanted)
  if (!changes) return
  await tx.updateTable('site').set(wanted).where('id', '=', site.id).execute()
  await recordEvent(tx, {
    action: 'site.moved',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Đổi cổng cấp trên, đơn vị của ${site.name}`,
    ...changes,
  })
}

async function whyNotThere(
  tx: Transaction,
  siteId: number,
  { parentId, unitId }: { parentId: number | null; unitId: number },
): Promise<Fault[]> {
  const faults: Fault[] = []
  if (parentId !== null) {
    const { rows } = await sql<{ id: number }>`
      with recursive up (id, parent_id) as (
        select id, parent_id from site where id = ${parentId}
        union select s.id, s.parent_id from site s join up on s.id = up.parent_id)
      select id from up`.execute(tx)
    if (rows.length === 0)
      faults.push({
        code: 'parentId:unknown',
        message: { vi: 'Cổng cấp trên không còn.', en: 'The parent portal is gone.' },
      })
    if (rows.some((row) => row.id === siteId)) {
      faults.push({
        code: 'parentId:cycle',
        message: {
          vi: 'Cổng không thể đứng dưới chính nó hoặc dưới cổng trực thuộc nó.',
          en: 'A portal cannot stand below itself.',
        },
      })
    }
  }
  const unit = await tx.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst()
  if (!unit)
    faults.push({
      code: 'unitId:unknown',
      message: { vi: 'Hãy chọn đơn vị của cổng.', en: 'Choose the unit of the portal.' },
    })
  return faults
}
