import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import { defaultRule } from './error-report.ts'

/** Reports of one portal in one commit. */
const most = 500

/**
 * Erases who sent reports that are closed for longer than their portal keeps them (its own rule, 90 days unless it set another), with
 * the mails that answered them, and forgets the digests of earlier days. Each portal's erasure is one audit event that names numbers
 * of reports and nobody. Safe to repeat.
 */
export async function eraseSenders(db: Database): Promise<{ erased: number }> {
  await db
    .deleteFrom('errorReportVoice')
    .where('day', '<', sql<string>`(now() at time zone 'Asia/Ho_Chi_Minh')::date`)
    .execute()
  let erased = 0
  for (;;) {
    const done = await inTransaction(db, eraseSome)
    if (done === 0) return { erased }
    erased += done
  }
}

async function eraseSome(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ id: number; siteId: number; mailId: number | null }>`
    select r.id, r.site_id, s.mail_id from error_report_sender s join error_report r on r.id = s.report_id
    left join error_report_rule p on p.site_id = r.site_id
    where r.closed_at < now() - make_interval(days => coalesce(p.keep_days, ${defaultRule.keepDays}::integer))
    order by r.site_id, r.id limit ${most} for update of s skip locked`.execute(tx)
  const siteId = rows[0]?.siteId
  const mine = rows.filter((row) => row.siteId === siteId)
  if (siteId === undefined) return 0
  const ids = mine.map(({ id }) => id)
  const mails = mine.flatMap(({ mailId }) => mailId ?? [])
  await tx.deleteFrom('errorReportSender').where('reportId', 'in', ids).execute()
  if (mails.length > 0) await tx.deleteFrom('outboxMail').where('id', 'in', mails).execute()
  await tx.updateTable('errorReport').set({ senderErasedAt: new Date() }).where('id', 'in', ids).execute()
  await recordEvent(tx, {
    action: 'error-report.sender-erased',
    by: { system: 'erase-senders' },
    siteId,
    subject: { kind: 'site', id: siteId },
    after: { reports: ids },
    summary: `Xóa tên và địa chỉ người gửi của ${ids.length} báo lỗi đã hết thời hạn lưu`,
  })
  return ids.length
}
