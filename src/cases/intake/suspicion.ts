import type { Message } from '../../web/message.ts'
import { advertises, linksIn } from '../../web/looks-like-spam.ts'

/** Why a case is suspected, as those who look through the quarantine read it, and what it weighs. Figures of our own. */
export const suspicions = {
  trap: { weight: 5, label: { vi: 'Điền ô bẫy mà người không thấy', en: 'Filled the trap people do not see' } },
  advertises: {
    weight: 3,
    label: { vi: 'Từ ngữ quảng cáo cờ bạc, cho vay', en: 'Words of gambling or loan advertisements' },
  },
  links: { weight: 2, label: { vi: 'Có đường dẫn', en: 'Holds a link' } },
  'many-links': { weight: 2, label: { vi: 'Có từ ba đường dẫn', en: 'Holds three links or more' } },
  fast: {
    weight: 3,
    label: { vi: 'Gửi chưa đầy 4 giây sau khi mở biểu mẫu', en: 'Sent within 4 seconds of opening the form' },
  },
  unstamped: {
    weight: 2,
    label: { vi: 'Không mở biểu mẫu trên cổng trước khi gửi', en: 'Sent without opening the form here' },
  },
  repeated: {
    weight: 2,
    label: { vi: 'Cùng nội dung đến từ 5 lần trong ngày', en: 'The same words came five times today' },
  },
  flood: {
    weight: 3,
    label: { vi: 'Cùng nội dung đến từ 20 lần trong ngày', en: 'The same words came twenty times today' },
  },
  'no-proof': {
    weight: 1,
    label: { vi: 'Không có bằng chứng tính toán (trình duyệt không chạy script)', en: 'No proof of work (no script)' },
  },
} as const satisfies Record<string, { weight: number; label: Message }>
export type SuspicionReason = keyof typeof suspicions

/** From this score on a case is kept out of the queue until somebody looks. No single harmless habit reaches it. */
export const quarantineFrom = 5

/** What is known of a form that was sent. */
export interface IntakeFacts {
  /** All words typed into it. */
  words: string
  trapped: boolean
  /** Since the form was opened; undefined where no sound stamp came with it. */
  seconds: number | undefined
  proved: boolean
  /** How often the same words came today, this time included. */
  times: number
}

/** How suspicious a form is, and why. Nothing is refused for it, and the sender is never told. Pure. */
export function suspicionOf({ words, trapped, seconds, proved, times }: IntakeFacts): {
  score: number
  reasons: SuspicionReason[]
  quarantine: boolean
} {
  const links = linksIn(words)
  const reasons: SuspicionReason[] = []
  if (trapped) reasons.push('trap')
  if (advertises(words)) reasons.push('advertises')
  if (links > 0) reasons.push('links')
  if (links >= 3) reasons.push('many-links')
  if (seconds === undefined) reasons.push('unstamped')
  else if (seconds < 4) reasons.push('fast')
  if (times >= 5) reasons.push('repeated')
  if (times >= 20) reasons.push('flood')
  if (!proved) reasons.push('no-proof')
  const score = reasons.reduce((sum, reason) => sum + suspicions[reason].weight, 0)
  return { score, reasons, quarantine: score >= quarantineFrom }
}
