import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import { mayKeepReception } from './policy.ts'

/** Writes down where and when citizens are received as a rule. */
export async function setPlace(
  tx: Transaction,
  by: Actor,
  act: { siteId: number; place: string; hours: string; phone: string; note: string },
): Promise<void> {
  const { siteId } = act
  if (!mayKeepReception(by, siteId)) throw new Forbidden()
  const after = {
    place: cleanLine(act.place),
    hours: cleanLine(act.hours),
    phone: cleanLine(act.phone),
    note: cleanText(act.note),
  }
  const limits = { place: 300, hours: 300, phone: 100, note: 1000 } as const
  const faults = (Object.keys(limits) as (keyof typeof limits)[])
    .filter((field) => after[field].length > limits[field])
    .map((field) => ({ code: `${field}:long`, message: { vi: `Dài quá ${limits[field]} ký tự: hãy rút gọn.` } }))
  if (after.place === '') faults.push({ code: 'place:missing', message: { vi: 'Hãy ghi nơi tiếp công dân.' } })
  if (faults.length > 0) throw new Refused('reception.set-place', faults)
  const updatedAt = new Date()
  await tx
    .insertInto('receptionPlace')
    .values({ siteId, ...after, updatedAt })
    .onConflict((c) => c.column('siteId').doUpdateSet({ ...after, updatedAt }))
    .execute()
  await recordEvent(tx, {
    action: 'reception.place-set',
    by,
    siteId,
    subject: { kind: 'site', id: siteId },
    summary: 'Cập nhật nơi, giờ tiếp công dân',
    after,
  })
}
