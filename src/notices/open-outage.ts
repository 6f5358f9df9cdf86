import type { Selectable } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Outage } from '../database/schema.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import type { Fault } from './notice.ts'
import { mayAnnounce, type Doer } from './policy.ts'

export interface OnOutage {
  siteId: number
  outageId: number
}

/** The suspension, locked. Throws NotFound, and Refused where it is over already. */
export async function openOutage(
  tx: Transaction,
  by: Doer,
  { siteId, outageId }: OnOutage,
): Promise<Selectable<Outage>> {
  if (!mayAnnounce(by, siteId)) throw new Forbidden()
  const outage = await tx
    .selectFrom('outage')
    .selectAll()
    .where('id', '=', outageId)
    .where('siteId', '=', siteId)
    .forUpdate()
    .executeTakeFirst()
  if (!outage) throw new NotFound()
  if (outage.restoredAt || outage.cancelledAt) throw new Refused('outage', [over])
  return outage
}

const over: Fault = {
  code: 'form:over',
  message: { vi: 'Đợt tạm ngừng này đã kết thúc.', en: 'This suspension is over.' },
}
