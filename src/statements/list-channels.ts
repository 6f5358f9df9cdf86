import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { mayState, type Doer } from './policy.ts'

export interface OnChannel {
  siteId: number
  channelId: number
}
type Row = { id: number; position: number; name: string }

/** The list of the portal, locked, and where the channel stands in it. */
export async function listFor(tx: Transaction, by: Doer, act: OnChannel): Promise<{ rows: Row[]; at: number }> {
  if (!mayState(by, act.siteId)) throw new Forbidden()
  const rows = await tx
    .selectFrom('siteChannel')
    .select(['id', 'position', 'name'])
    .where('siteId', '=', act.siteId)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()
  const at = rows.findIndex(({ id }) => id === act.channelId)
  if (at < 0) throw new NotFound()
  return { rows, at }
}
