import type { Transaction } from '../database/connect.ts'
import { Refused } from '../refusals.ts'
import { blockKinds, readBlocks } from './block.ts'
import { keepDraft, loadArrangement } from './load-arrangement.ts'
import type { Doer } from './policy.ts'
import { whyNotBlock, type TypedBlock } from './why-not-block.ts'

/** Adds a block to the end of the draft, above the network of portals where that comes last. */
export async function addBlock(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; block: TypedBlock },
): Promise<{ blockId: number }> {
  const arrangement = await loadArrangement(tx, by, act)
  const { draft, sections } = arrangement
  const faults = whyNotBlock(act.block, { others: draft, sections })
  if (faults.length > 0) throw new Refused('home-block.add', faults)
  const blockId = Math.max(0, ...draft.map(({ id }) => id)) + 1
  const [block] = readBlocks([{ ...act.block, id: blockId, hidden: false }])
  const at = draft.at(-1)?.kind === 'portals' ? draft.length - 1 : draft.length
  await keepDraft(
    tx,
    by,
    { arrangement, draft: draft.toSpliced(at, 0, block!) },
    {
      action: 'home-block.added',
      summary: `Thêm khối trang chủ (bản nháp): ${blockKinds[act.block.kind].name.vi}`,
      after: block,
    },
  )
  return { blockId }
}
