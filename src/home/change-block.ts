import type { Transaction } from '../database/connect.ts'
import { Refused } from '../refusals.ts'
import { blockKinds, readBlocks } from './block.ts'
import { digestOf } from './digest.ts'
import { blockOf, keepDraft, loadArrangement, refuseStale } from './load-arrangement.ts'
import type { Doer } from './policy.ts'
import { whyNotBlock, type TypedBlock } from './why-not-block.ts'

/**
 * Changes a block of the draft; its kind stays. `was` is the digest of the block the person saw: refused where somebody
 * changed the same block since, while changes of other blocks stand beside each other. Equal values change nothing.
 */
export async function changeBlock(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; blockId: number; was: string; block: Omit<TypedBlock, 'kind'> },
): Promise<void> {
  const arrangement = await loadArrangement(tx, by, act)
  const { draft, sections } = arrangement
  const before = blockOf(arrangement, act.blockId)
  const { keepsSection } = blockKinds[before.kind]
  const typed = { ...act.block, kind: before.kind, ...(keepsSection && { sectionId: before.sectionId }) }
  const faults = whyNotBlock(typed, { others: draft.filter((one) => one !== before), sections })
  if (faults.length > 0) throw new Refused('home-block.change', faults)
  const [after] = readBlocks([{ ...typed, id: before.id, hidden: before.hidden }])
  if (digestOf(after!) === digestOf(before)) return
  refuseStale('home-block.change', act.was !== digestOf(before))
  await keepDraft(
    tx,
    by,
    { arrangement, draft: draft.map((one) => (one === before ? after! : one)) },
    {
      action: 'home-block.changed',
      summary: `Sửa khối trang chủ (bản nháp): ${blockKinds[before.kind].name.vi}`,
      before,
      after,
    },
  )
}
