import { recordEvent } from '../audit/record-event.ts'
import { mustSetUpCases } from '../cases/desk-people.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import type { AccessSetting } from './live-queries.ts'
import { refuseRequest } from './why-not-request.ts'

const longest: Readonly<Record<keyof AccessSetting, number>> = {
  contactUnit: 200,
  contactAddress: 300,
  contactPhone: 60,
  contactEmail: 254,
  listHref: 500,
  guidance: 5000,
  dataUnit: 200,
  dataPhone: 60,
  dataEmail: 254,
}

/**
 * Sets what a portal says of access to information (Decree 13/2018, art. 11) and of personal data. Its pages change at once.
 * @throws Forbidden, Refused.
 */
export async function saveAccessSetting(
  tx: Transaction,
  by: Actor,
  { siteId, setting }: { siteId: number; setting: AccessSetting },
): Promise<void> {
  mustSetUpCases(by, siteId)
  const fields = Object.keys(longest) as (keyof AccessSetting)[]
  const kept = Object.fromEntries(
    fields.map((field) => [field, field === 'guidance' ? cleanText(setting[field]) : cleanLine(setting[field])]),
  ) as unknown as AccessSetting
  const isLink = kept.listHref === '' || /^(?:\/(?:[^/\\\s][^\\\s]*)?|https:\/\/[^\\\s]+)$/.test(kept.listHref)
  refuseRequest('site.access-set', [
    ...(isLink ? [] : (['listHref:bad'] as const)),
    ...(fields.some((field) => kept[field].length > longest[field]) ? (['setting:long'] as const) : []),
  ])
  await tx
    .insertInto('accessSetting')
    .values({ siteId, ...kept })
    .onConflict((on) => on.column('siteId').doUpdateSet(kept))
    .execute()
  await recordEvent(tx, {
    action: 'site.access-setting-changed',
    by,
    siteId,
    subject: { kind: 'site', id: siteId },
    summary: 'Sửa đầu mối tiếp cận thông tin và dữ liệu cá nhân của cổng',
  })
}
