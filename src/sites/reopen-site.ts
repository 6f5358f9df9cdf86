import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { siteForUpdate } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'

/** Opens a closed portal again, with all that was live on it. Opening an open portal changes nothing. */
export async function reopenSite(tx: Transaction, by: Doer, act: { siteId: number }): Promise<void> {
  if (!mayOnNetwork(by, 'closeSite')) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  if (!site.closedAt) return
  await tx.updateTable('site').set({ closedAt: null }).where('id', '=', site.id).execute()
  await recordEvent(tx, {
    action: 'site.reopened',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Mở lại ${site.name}`,
  })
}
