import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { isoDayOf } from '../web/dates.ts'
import { mayOverride, type Doer } from './policy.ts'
import { raiseVersion } from './raise-version.ts'
import { labelOf } from './rules.ts'
import { fault } from './why-not-day.ts'
import { whyNotOverride, type OverrideWanted } from './why-not-override.ts'

/** Sets another time for a rule, from a day on, for the network (`siteId` null) or a portal: by a decision that is named. */
export async function overrideRule(
  tx: Transaction,
  by: Doer,
  act: { siteId: number | null } & OverrideWanted,
): Promise<{ overrideId: number }> {
  if (!mayOverride(by, act.siteId)) throw new Forbidden()
  const faults = whyNotOverride(act, isoDayOf(new Date()))
  const { siteId, ruleId, amount, unit, reason, document, decidedBy, fromDay } = act
  if (faults.length > 0 || amount === undefined) throw new Refused('rule-override.create', faults)
  const label = labelOf(ruleId)
  await raiseVersion(tx, by, `Điều chỉnh thời hạn “${label}”: ${reason}`)
  const wanted = { ruleId, siteId, amount, unit, reason, document, decidedBy, fromDay }
  const row = await tx
    .insertInto('ruleOverride')
    .values({ ...wanted, createdBy: 'system' in by ? null : by.id })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Refused('rule-override.create', [there])
  await recordEvent(tx, {
    action: 'rule-override.created',
    by,
    siteId,
    subject: { kind: 'rule-override', id: row.id },
    summary: `Điều chỉnh thời hạn “${label}” từ ${fromDay} theo ${document}`,
    after: wanted,
  })
  return { overrideId: row.id }
}

const there = fault(
  'fromDay:there',
  'Từ ngày này đã có một điều chỉnh cho quy tắc này: hãy kết thúc điều chỉnh đó trước.',
  'There is an override from this day already: end that one first.',
)
