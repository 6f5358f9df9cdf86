import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Refused } from '../refusals.ts'
import { mustSetUpCases } from './desk-people.ts'
import { isCaseKind } from './kind.ts'

/** Days a portal keeps who sent cases after they are closed, by kind; null: as the network or this software has it. */
export interface Retention {
  siteId: number
  days: readonly { kind: string; keepDays: number | null }[]
}

/** Sets how long a portal keeps who sent its cases. It takes effect with the next run of the erasing job, for closed cases too. */
export async function changeRetention(tx: Transaction, by: Actor, { siteId, days }: Retention): Promise<void> {
  mustSetUpCases(by, siteId)
  const bad = days.filter(
    ({ kind, keepDays }) =>
      !isCaseKind(kind) || (keepDays !== null && !(Number.isInteger(keepDays) && keepDays >= 1 && keepDays <= 36_500)),
  )
  if (bad.length > 0)
    throw new Refused(
      'case-retention.change',
      bad.map(({ kind }) => ({ code: `keep-${kind}:range`, message: outOfRange })),
    )
  const before = await tx
    .selectFrom('caseRetention')
    .select(['kind', 'keepDays'])
    .where('siteId', '=', siteId)
    .orderBy('kind')
    .execute()
  for (const { kind, keepDays } of days) {
    await tx.deleteFrom('caseRetention').where('siteId', '=', siteId).where('kind', '=', kind).execute()
    if (keepDays !== null) await tx.insertInto('caseRetention').values({ siteId, kind, keepDays }).execute()
  }
  await recordEvent(tx, {
    action: 'site.case-retention-changed',
    by,
    subject: { kind: 'site', id: siteId },
    siteId,
    before: { days: before },
    after: { days },
    summary: 'Đổi thời gian lưu thông tin người gửi hồ sơ',
  })
}

const outOfRange = {
  vi: 'Hãy ghi số ngày từ 1 đến 36.500, hoặc để trống để dùng mặc định.',
  en: 'Days from 1 to 36,500; empty: the default.',
}
