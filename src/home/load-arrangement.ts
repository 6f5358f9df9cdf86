import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { defaultBlocks } from './arrange.ts'
import { readBlocks, type Block } from './block.ts'
import { mayArrange, type Doer } from './policy.ts'

/** The arrangement of a portal, locked until the end of the transaction. */
export interface Arrangement {
  siteId: number
  draft: Block[]
  /** None: the portal shows what its template has. */
  live: Block[] | undefined
  usual: Block[]
  revision: number
  /** Sections of the portal that are not hidden. */
  sections: ReadonlySet<number>
}

/** Throws Forbidden and NotFound. A portal that was never arranged has the arrangement of its template as its draft. */
export async function loadArrangement(tx: Transaction, by: Doer, { siteId }: { siteId: number }): Promise<Arrangement> {
  if (!mayArrange(by, siteId)) throw new Forbidden()
  const site = await tx.selectFrom('site').select('template').where('id', '=', siteId).forUpdate().executeTakeFirst()
  if (!site) throw new NotFound()
  const sections = await tx
    .selectFrom('section')
    .select(['id', 'slug'])
    .where('siteId', '=', siteId)
    .where('hidden', '=', false)
    .orderBy('id')
    .execute()
  const row = await tx.selectFrom('homeArrangement').selectAll().where('siteId', '=', siteId).executeTakeFirst()
  const usual = defaultBlocks(site.template, sections)
  return {
    siteId,
    usual,
    draft: row ? readBlocks(row.draft) : usual,
    live: row?.live ? readBlocks(row.live) : undefined,
    revision: row?.revision ?? 0,
    sections: new Set(sections.map(({ id }) => id)),
  }
}

interface Done {
  action: string
  summary: string
  before?: unknown
  after?: unknown
}

/** Keeps a new draft and records the act. */
export async function keepDraft(
  tx: Transaction,
  by: Doer,
  { arrangement, draft }: { arrangement: Arrangement; draft: readonly Block[] },
  done: Done,
): Promise<void> {
  const { siteId, revision } = arrangement
  const values = {
    draft: JSON.stringify(draft),
    revision: revision + 1,
    changedBy: 'system' in by ? null : by.id,
    changedAt: new Date(),
  }
  await tx
    .insertInto('homeArrangement')
    .values({ siteId, ...values })
    .onConflict((conflict) => conflict.column('siteId').doUpdateSet(values))
    .execute()
  await recordEvent(tx, { ...done, by, siteId, subject: { kind: 'site', id: siteId } })
}

/** The block of this number in the draft. Throws NotFound. */
export function blockOf({ draft }: Arrangement, blockId: number): Block {
  const block = draft.find(({ id }) => id === blockId)
  if (!block) throw new NotFound()
  return block
}

/** Throws Refused where somebody changed meanwhile what the person was looking at. */
export function refuseStale(act: string, isStale: boolean): void {
  if (!isStale) return
  const message = {
    vi: 'Có người vừa sửa phần này sau khi bạn mở trang. Chưa có gì bị ghi đè: hãy xem bản mới dưới đây rồi lưu lại.',
    en: 'Somebody changed this after you opened the page. Nothing was overwritten: look at it below, then save again.',
  }
  throw new Refused(act, [{ code: 'form:stale', message }])
}
