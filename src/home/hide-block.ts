import type { Transaction } from '../database/connect.ts'
import { blockKinds } from './block.ts'
import { blockOf, keepDraft, loadArrangement } from './load-arrangement.ts'
import type { Doer } from './policy.ts'

/** Hides a block of the draft, keeping its place and its settings, or shows it again. */
export async function hideBlock(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; blockId: number; hidden: boolean },
): Promise<void> {
  const arrangement = await loadArrangement(tx, by, act)
  const { hidden } = act
  const block = blockOf(arrangement, act.blockId)
  if (block.hidden === hidden) return
  await keepDraft(
    tx,
    by,
    { arrangement, draft: arrangement.draft.map((one) => (one === block ? { ...one, hidden } : one)) },
    {
      action: 'home-block.changed',
      summary: `${hidden ? 'Ẩn' : 'Hiện lại'} khối trang chủ (bản nháp): ${blockKinds[block.kind].name.vi}`,
      before: { hidden: block.hidden },
      after: { hidden },
    },
  )
}
