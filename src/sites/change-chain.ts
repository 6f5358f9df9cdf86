import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Kinds } from '../editions/content.ts'
import { Forbidden } from '../refusals.ts'
import { changesOf } from './changes.ts'
import { refuseFor, siteForUpdate } from './load-site.ts'
import { may, type Doer } from './policy.ts'
import { whyNotHours, type Fault, type StepHours } from './site.ts'

export interface ChainChoice extends StepHours {
  siteId: number
  kind: string
  chain: string
}

/** Chooses the chain a kind of content goes through on a portal, and the hours of each step. Editions already on their way keep theirs. */
export async function changeChain(tx: Transaction, by: Doer, act: ChainChoice, kinds?: Kinds): Promise<void> {
  if (!may(by, 'changeChain', act.siteId)) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  const { kind, chain, submittedHours, reviewedHours, approvedHours } = act
  refuseFor('site.change-chain', [
    ...whyNotChain(kind, chain, kinds),
    ...whyNotHours({ submittedHours, reviewedHours, approvedHours }),
  ])
  const wanted = { chain, submittedHours, reviewedHours, approvedHours }
  const row = await tx
    .selectFrom('siteChain')
    .selectAll()
    .where('siteId', '=', site.id)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
  const before = row && {
    chain: row.chain,
    submittedHours: row.submittedHours,
    reviewedHours: row.reviewedHours,
    approvedHours: row.approvedHours,
  }
  const changes = before ? changesOf(before, wanted) : { before: undefined, after: wanted }
  if (!changes) return
  await tx
    .insertInto('siteChain')
    .values({ siteId: site.id, kind, ...wanted })
    .onConflict((c) => c.columns(['siteId', 'kind']).doUpdateSet(wanted))
    .execute()
  await recordEvent(tx, {
    action: 'site.chain-changed',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Đổi quy trình duyệt của ${site.name}`,
    ...changes,
  })
}

function whyNotChain(kind: string, chain: string, kinds: Kinds | undefined): Fault[] {
  const faults: Fault[] = []
  if (chain !== 'full' && chain !== 'short')
    faults.push({
      code: 'chain:unknown',
      message: { vi: 'Hãy chọn quy trình đầy đủ hoặc rút gọn.', en: 'Choose the full or the short chain.' },
    })
  if (kinds && !kinds.has(kind))
    faults.push({
      code: 'kind:unknown',
      message: { vi: 'Không có loại nội dung này.', en: 'There is no such kind of content.' },
    })
  return faults
}
