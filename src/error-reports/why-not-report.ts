import { Refused } from '../refusals.ts'
import type { Message } from '../web/message.ts'

/** Why a step with a report is refused. A code begins with the field it stands beside. */
export const reportReasons = {
  'form:closed': {
    vi: 'Báo lỗi này đã được xử lý xong. Hãy tải lại trang để xem kết quả.',
    en: 'This report is dealt with already. Reload the page to see the outcome.',
  },
  'outcome:missing': { vi: 'Hãy chọn kết quả xử lý.', en: 'Choose the outcome.' },
  'note:missing': {
    vi: 'Hãy ghi đã sửa gì, hoặc vì sao không phải lỗi. Ghi chú này chỉ nội bộ đọc.',
    en: 'Say what was corrected, or why it is no error. Only colleagues read it.',
  },
  'note:long': { vi: 'Dài quá 2.000 ký tự: hãy rút gọn.', en: 'Longer than 2,000 characters: please shorten it.' },
  'answer:long': { vi: 'Dài quá 4.000 ký tự: hãy rút gọn.', en: 'Longer than 4,000 characters: please shorten it.' },
  'answer:missing': {
    vi: 'Bạn đọc có để lại thư điện tử: hãy viết thư trả lời, hoặc chọn không trả lời.',
    en: 'The reader left an address: write an answer, or choose not to answer.',
  },
  'hours:range': { vi: 'Hãy ghi số giờ từ 1 đến 720 (30 ngày).', en: 'Hours from 1 to 720 (30 days).' },
  'keepDays:range': { vi: 'Hãy ghi số ngày từ 1 đến 3.650.', en: 'Days from 1 to 3,650.' },
} as const satisfies Record<string, Message>
export type ReportReason = keyof typeof reportReasons

/** Throws Refused with every reason given; none, and it does nothing. */
export function refuseReport(act: string, codes: readonly ReportReason[]): void {
  if (codes.length > 0)
    throw new Refused(
      act,
      codes.map((code) => ({ code, message: reportReasons[code] })),
    )
}
