import type { Transaction } from '../database/connect.ts'
import { keepDraft, loadArrangement, refuseStale } from './load-arrangement.ts'
import type { Doer } from './policy.ts'

/** Makes the draft again what is published, or the arrangement of the template. Readers see no change until it is published. */
export async function restoreHome(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; revision: number; to: 'live' | 'default' },
): Promise<void> {
  const arrangement = await loadArrangement(tx, by, act)
  const { draft: before, live, usual, revision } = arrangement
  refuseStale('home.restore', revision !== act.revision)
  const draft = act.to === 'live' ? (live ?? usual) : usual
  if (JSON.stringify(draft) === JSON.stringify(before)) return
  await keepDraft(
    tx,
    by,
    { arrangement, draft },
    {
      action: 'home.restored',
      summary: act.to === 'live' ? 'Bỏ thay đổi chưa đăng của trang chủ' : 'Đưa bản nháp trang chủ về bố trí mặc định',
      before: { blocks: before },
      after: { blocks: draft },
    },
  )
}
