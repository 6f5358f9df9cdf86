import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { readHref } from '../web/link.ts'
import { whyNotAlert, type Alert } from './notice.ts'
import { mayAnnounce, type Doer } from './policy.ts'

/** Puts a line above every page of a portal, from its beginning to its end. */
export async function addAlert(
  tx: Transaction,
  by: Doer,
  act: { siteId: number } & Alert,
): Promise<{ alertId: number }> {
  if (!mayAnnounce(by, act.siteId)) throw new Forbidden()
  const href = act.href === '' ? '' : readHref(act.href)
  const faults = whyNotAlert(act, href !== undefined, new Date())
  const { siteId, words, tone, startsAt, endsAt } = act
  if (faults.length > 0 || !startsAt || !endsAt || href === undefined) throw new Refused('alert.add', faults)
  const { id } = await tx
    .insertInto('siteAlert')
    .values({ siteId, words, tone, href, startsAt, endsAt, createdBy: 'system' in by ? null : by.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'alert.added',
    by,
    siteId,
    subject: { kind: 'alert', id },
    summary: `Đặt dải thông báo: “${words}”`,
    after: { words, tone, href, startsAt, endsAt },
  })
  return { alertId: id }
}
