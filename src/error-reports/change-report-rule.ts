import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { defaultRule, type ReportRule } from './error-report.ts'
import { maySetReportRule } from './policy.ts'
import { refuseReport, type ReportReason } from './why-not-report.ts'

/** Sets how many hours a portal gives itself for a report, and how many days it keeps who sent one. Reports at hand keep their clock. */
export async function changeReportRule(
  tx: Transaction,
  by: Actor,
  { siteId, hours, keepDays }: ReportRule & { siteId: number },
): Promise<void> {
  if (!maySetReportRule(by, siteId)) throw new Forbidden()
  const within = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most
  const faults: ReportReason[] = []
  if (!within(hours, 720)) faults.push('hours:range')
  if (!within(keepDays, 3650)) faults.push('keepDays:range')
  refuseReport('error-report.change-rule', faults)
  const before =
    (await tx
      .selectFrom('errorReportRule')
      .select(['hours', 'keepDays'])
      .where('siteId', '=', siteId)
      .forUpdate()
      .executeTakeFirst()) ?? defaultRule
  if (before.hours === hours && before.keepDays === keepDays) return
  await tx
    .insertInto('errorReportRule')
    .values({ siteId, hours, keepDays })
    .onConflict((c) => c.column('siteId').doUpdateSet({ hours, keepDays }))
    .execute()
  await recordEvent(tx, {
    action: 'site.error-report-rule-changed',
    by,
    siteId,
    subject: { kind: 'site', id: siteId },
    before: { hours: before.hours, keepDays: before.keepDays },
    after: { hours, keepDays },
    summary: 'Đổi thời hạn xử lý báo lỗi',
  })
}
