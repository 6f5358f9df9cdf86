import type { Transaction } from '../database/connect.ts'
import { blockKinds } from './block.ts'
import { blockOf, keepDraft, loadArrangement } from './load-arrangement.ts'
import type { Doer } from './policy.ts'

/** Moves a block of the draft one place up or down; at its end nothing happens. */
export async function moveBlock(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; blockId: number; direction: 'up' | 'down' },
): Promise<void> {
  const arrangement = await loadArrangement(tx, by, act)
  const { draft } = arrangement
  const block = blockOf(arrangement, act.blockId)
  const from = draft.indexOf(block)
  const to = act.direction === 'up' ? from - 1 : from + 1
  if (to < 0 || to >= draft.length) return
  await keepDraft(
    tx,
    by,
    { arrangement, draft: draft.toSpliced(from, 1).toSpliced(to, 0, block) },
    {
      action: 'home-block.moved',
      summary: `Chuyển khối trang chủ (bản nháp): ${blockKinds[block.kind].name.vi}`,
      before: { position: from + 1 },
      after: { position: to + 1 },
    },
  )
}
