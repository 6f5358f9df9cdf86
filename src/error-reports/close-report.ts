import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { queueMail } from '../outbox/queue-mail.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import { isClosed, isOutcome, lengths, type Outcome } from './error-report.ts'
import { reportForUpdate } from './load-report.ts'
import { refuseReport, type ReportReason } from './why-not-report.ts'

export interface Closing {
  siteId: number
  reportId: number
  outcome: string
  /** For colleagues: what was corrected, or why it is no error. */
  note: string
  /** The answer to the reader, where there is an address; empty with `silent`. */
  answer: string
  /** Closes without an answer although there is an address. */
  silent: boolean
}

/**
 * Ends a report, and answers who sent it where they left an address. The mail's subject names the portal and the number of the report,
 * nobody's name and no word of the report.
 */
export async function closeReport(tx: Transaction, by: Actor, act: Closing): Promise<{ answered: boolean }> {
  const report = await reportForUpdate(tx, by, act)
  const [note, answer] = [cleanText(act.note), cleanText(act.answer)]
  const sender = await tx
    .selectFrom('errorReportSender')
    .select(['email'])
    .where('reportId', '=', report.id)
    .where('email', '<>', '')
    .executeTakeFirst()
  const answers = sender !== undefined && act.outcome !== 'spam' && !act.silent
  refuseReport('error-report.close', [
    ...(isClosed(report.state) ? (['form:closed'] as const) : []),
    ...whyNotClose(act.outcome, note, answer, answers),
  ])
  const outcome = act.outcome as Outcome
  const now = new Date()
  const mailId = answers ? await answerSender(tx, { ...report, email: sender.email, answer }) : null
  if (answers) await tx.updateTable('errorReportSender').set({ mailId }).where('reportId', '=', report.id).execute()
  await tx
    .updateTable('errorReport')
    .set({ state: outcome, closedBy: by.id, closedAt: now, note, answeredAt: answers ? now : null })
    .where('id', '=', report.id)
    .execute()
  await recordEvent(tx, {
    action: 'error-report.closed',
    by,
    siteId: report.siteId,
    subject: { kind: 'error-report', id: report.id },
    before: { state: report.state },
    after: { state: outcome, answered: answers },
    summary: `Xử lý xong báo lỗi về bài “${report.title}”`,
  })
  return { answered: answers }
}

function whyNotClose(outcome: string, note: string, answer: string, answers: boolean): ReportReason[] {
  const reasons: ReportReason[] = []
  if (!isOutcome(outcome)) reasons.push('outcome:missing')
  if (note === '' && outcome !== 'spam') reasons.push('note:missing')
  if (note.length > lengths.note) reasons.push('note:long')
  if (answers && answer === '') reasons.push('answer:missing')
  if (answer.length > lengths.answer) reasons.push('answer:long')
  return reasons
}

async function answerSender(
  tx: Transaction,
  {
    siteId,
    code,
    title,
    email,
    answer,
  }: { siteId: number; code: string; title: string; email: string; answer: string },
): Promise<number> {
  const site = await tx.selectFrom('site').select('name').where('id', '=', siteId).executeTakeFirstOrThrow()
  const { mailId } = await queueMail(tx, {
    to: email,
    subject: `${site.name}: trả lời phiếu báo lỗi ${code}`,
    body: `${answer}\n\n—\n${site.name}\nBài viết: ${title}\nSố phiếu: ${code}\nThư tự động gửi theo địa chỉ bạn đã ghi khi báo lỗi; xin không trả lời thư này.`,
    siteId,
  })
  return mailId
}
