import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { loadArrangement, refuseStale } from './load-arrangement.ts'
import type { Doer } from './policy.ts'

/**
 * Makes the draft what readers see. `revision` is the one the person looked at: refused where the draft was changed since,
 * so that nobody publishes what they have not seen.
 */
export async function publishHome(tx: Transaction, by: Doer, act: { siteId: number; revision: number }): Promise<void> {
  const { siteId, draft, live, revision } = await loadArrangement(tx, by, act)
  refuseStale('home.publish', revision !== act.revision)
  if (JSON.stringify(draft) === JSON.stringify(live)) return
  const values = {
    live: JSON.stringify(draft),
    publishedBy: 'system' in by ? null : by.id,
    publishedAt: new Date(),
  }
  await tx
    .insertInto('homeArrangement')
    .values({ siteId, draft: JSON.stringify(draft), ...values })
    .onConflict((conflict) => conflict.column('siteId').doUpdateSet(values))
    .execute()
  await recordEvent(tx, {
    action: 'home.published',
    by,
    siteId,
    subject: { kind: 'site', id: siteId },
    summary: 'Đăng bố trí trang chủ',
    before: { blocks: live ?? 'default' },
    after: { blocks: draft },
  })
}
