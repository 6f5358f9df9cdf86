import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { mayOverride, type Doer } from './policy.ts'
import { raiseVersion } from './raise-version.ts'
import { labelOf } from './rules.ts'

/** Ends an override: clocks that start from today on follow the rule again. */
export async function endOverride(
  tx: Transaction,
  by: Doer,
  act: { siteId: number | null; overrideId: number },
): Promise<void> {
  if (!mayOverride(by, act.siteId)) throw new Forbidden()
  const found = await tx
    .selectFrom('ruleOverride')
    .selectAll()
    .where('id', '=', act.overrideId)
    .where('siteId', act.siteId === null ? 'is' : '=', act.siteId)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  const { id, ruleId, siteId, amount, unit } = found
  await raiseVersion(tx, by, `Kết thúc điều chỉnh thời hạn “${labelOf(ruleId)}”`)
  const endedAt = new Date()
  await tx
    .updateTable('ruleOverride')
    .set({ endedAt, endedBy: 'system' in by ? null : by.id })
    .where('id', '=', id)
    .execute()
  await recordEvent(tx, {
    action: 'rule-override.ended',
    by,
    siteId,
    subject: { kind: 'rule-override', id },
    summary: `Kết thúc điều chỉnh thời hạn “${labelOf(ruleId)}”`,
    before: { ruleId, amount, unit },
    after: { endedAt },
  })
}
