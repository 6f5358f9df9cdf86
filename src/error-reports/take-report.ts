import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { isClosed } from './error-report.ts'
import { reportForUpdate } from './load-report.ts'
import { refuseReport } from './why-not-report.ts'

/** Somebody of the desk takes a report in hand, also out of a colleague's. Who has it already takes nothing and leaves no trace. */
export async function takeReport(tx: Transaction, by: Actor, act: { siteId: number; reportId: number }): Promise<void> {
  const report = await reportForUpdate(tx, by, act)
  refuseReport('error-report.take', isClosed(report.state) ? ['form:closed'] : [])
  if (report.state === 'taken' && report.takenBy === by.id) return
  await tx
    .updateTable('errorReport')
    .set({ state: 'taken', takenBy: by.id, takenAt: new Date() })
    .where('id', '=', report.id)
    .execute()
  await recordEvent(tx, {
    action: 'error-report.taken',
    by,
    siteId: report.siteId,
    subject: { kind: 'error-report', id: report.id },
    summary: `Nhận xử lý báo lỗi về bài “${report.title}”`,
  })
}
