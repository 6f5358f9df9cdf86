import { endClocks } from '../cases/count-clocks.ts'
import { caseForStep, moveCase, recordCaseStep, type CaseReason } from '../cases/take-step.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Message } from '../web/message.ts'
import { cleanText } from '../web/vietnamese.ts'

/** What was done with a sealed letter (Law on Denunciations 2018, art. 22, 24, 25). */
export const letterResults = {
  guided: {
    vi: 'Đã hướng dẫn người gửi gửi đơn hoặc trình bày trực tiếp theo luật',
    en: 'The sender was told to write or come in person, as the law asks',
  },
  transferred: { vi: 'Đã chuyển đến cơ quan có thẩm quyền', en: 'Passed to the competent authority' },
  checked: {
    vi: 'Nội dung rõ người, cụ thể, có tài liệu: đã tiếp nhận để kiểm tra',
    en: 'Specific and with evidence: taken up for checking',
  },
  kept: { vi: 'Không đủ cơ sở để xử lý, lưu theo quy định', en: 'Not enough to act on; kept as the rules ask' },
} as const satisfies Record<string, Message>
export type LetterResult = keyof typeof letterResults
export const isLetterResult = (text: string | undefined): text is LetterResult =>
  text !== undefined && Object.hasOwn(letterResults, text)

/** Ends a sealed letter with what was done, and words for its sender, who reads them on the page of the case alone. */
export async function settleLetter(
  tx: Transaction,
  by: Actor,
  act: { caseId: number; result: string; words: string },
): Promise<void> {
  const words = cleanText(act.words)
  const reasons: CaseReason[] = []
  if (!isLetterResult(act.result))
    reasons.push({ code: 'result:missing', message: { vi: 'Hãy chọn kết quả xử lý.', en: 'Choose what was done.' } })
  if (words === '')
    reasons.push({
      code: 'words:missing',
      message: { vi: 'Hãy ghi lời thông báo cho người gửi.', en: 'Write what the sender is told.' },
    })
  if (words.length > 5000)
    reasons.push({ code: 'words:long', message: { vi: 'Dài quá 5000 ký tự: hãy rút gọn.', en: 'Too long.' } })
  const found = await caseForStep(tx, by, 'settle', { caseId: act.caseId, reasons: () => reasons })
  await tx
    .insertInto('caseMessage')
    .values({ caseId: found.id, direction: 'to_sender', body: words, personId: by.id })
    .execute()
  await endClocks(tx, found.id, 'all')
  await moveCase(tx, by, found, {
    step: 'settle',
    set: {
      outcome: act.result === 'guided' || act.result === 'transferred' ? 'guided' : 'answered',
      closedAt: new Date(),
    },
    facts: { result: act.result },
  })
  await recordCaseStep(tx, by, found, {
    done: 'settled',
    summary: 'Kết thúc xử lý đơn niêm phong',
    after: { result: act.result },
  })
}
