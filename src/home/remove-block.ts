import type { Transaction } from '../database/connect.ts'
import { blockKinds } from './block.ts'
import { digestOf } from './digest.ts'
import { blockOf, keepDraft, loadArrangement, refuseStale } from './load-arrangement.ts'
import type { Doer } from './policy.ts'

/** Takes a block out of the draft; refused where somebody changed it since the person saw it (`was`: its digest). */
export async function removeBlock(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; blockId: number; was: string },
): Promise<void> {
  const arrangement = await loadArrangement(tx, by, act)
  const block = blockOf(arrangement, act.blockId)
  refuseStale('home-block.remove', act.was !== digestOf(block))
  await keepDraft(
    tx,
    by,
    { arrangement, draft: arrangement.draft.filter((one) => one !== block) },
    {
      action: 'home-block.removed',
      summary: `Bỏ khối trang chủ (bản nháp): ${blockKinds[block.kind].name.vi}`,
      before: block,
    },
  )
}
