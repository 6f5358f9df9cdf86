import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { siteForUpdate } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'

/**
 * Closes a portal: its hosts answer nothing from this commit on, and what it took over from others is no longer counted as shown there.
 * Nothing is deleted; reopen-site.ts brings all of it back. Closing a closed portal changes nothing.
 */
export async function closeSite(tx: Transaction, by: Doer, act: { siteId: number }): Promise<void> {
  if (!mayOnNetwork(by, 'closeSite')) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  if (site.closedAt) return
  await tx.updateTable('site').set({ closedAt: new Date() }).where('id', '=', site.id).execute()
  await recordEvent(tx, {
    action: 'site.closed',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Đóng ${site.name}`,
  })
}
