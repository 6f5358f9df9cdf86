import type { Message } from '../web/message.ts'

/** One thing wrong with what was typed; the code begins with the field it stands beside. */
export interface Fault {
  code: string
  message: Message
}

export const tones = ['info', 'warning', 'urgent'] as const
export type Tone = (typeof tones)[number]
export const toneNames: Readonly<Record<Tone, Message>> = {
  info: { vi: 'Thông tin', en: 'Information' },
  warning: { vi: 'Lưu ý', en: 'Warning' },
  urgent: { vi: 'Khẩn', en: 'Urgent' },
}

/** A line above every page of a portal. */
export interface Alert {
  words: string
  tone: string
  /** Empty, a path of the portal, or an https address. */
  href: string
  startsAt: Date | undefined
  endsAt: Date | undefined
}

const mostWords = 200
const longestAlert = 60 * 86_400_000

/** Everything that stands against an alert. `href` is as typed, `readHref` what it means. */
export function whyNotAlert({ words, tone, href, startsAt, endsAt }: Alert, readable: boolean, now: Date): Fault[] {
  const faults: Fault[] = []
  const fault = (code: string, vi: string, en: string): number => faults.push({ code, message: { vi, en } })
  if (words === '') fault('words:missing', 'Hãy ghi lời thông báo.', 'Write the words.')
  if (words.length > mostWords)
    fault('words:long', `Dài quá ${mostWords} ký tự: dải thông báo chỉ đủ một, hai dòng.`, `Over ${mostWords} signs.`)
  if (!(tones as readonly string[]).includes(tone))
    fault('tone:unknown', 'Hãy chọn mức độ.', 'Choose how urgent it is.')
  if (href !== '' && !readable)
    fault(
      'href:form',
      'Địa chỉ phải bắt đầu bằng https:// hoặc / (trang của cổng này).',
      'Begin with https:// or / (a page of this portal).',
    )
  if (!startsAt) fault('startsAt:missing', 'Hãy chọn ngày giờ bắt đầu.', 'Choose when it begins.')
  if (!endsAt) fault('endsAt:missing', 'Hãy chọn ngày giờ kết thúc.', 'Choose when it ends.')
  else if (endsAt <= now) fault('endsAt:past', 'Giờ kết thúc đã qua.', 'The end has passed.')
  if (startsAt && endsAt && endsAt <= startsAt)
    fault('endsAt:before', 'Giờ kết thúc phải sau giờ bắt đầu.', 'The end must follow the beginning.')
  if (startsAt && endsAt && endsAt.getTime() - startsAt.getTime() > longestAlert)
    fault('endsAt:far', 'Dải thông báo hiện nhiều nhất 60 ngày: lâu hơn, hãy viết thành bài.', 'At most 60 days.')
  return faults
}

/** A suspension of the service as it is announced. */
export interface Outage {
  startsAt: Date | undefined
  restoresAt: Date | undefined
  affects: string
  reason: string
  /** Force majeure, with what it rests on. */
  forced: boolean
  ground: string
}

/** Everything that stands against announcing a suspension at `now`; `earliest`: when it may begin (Decree 224/2026, art. 13). */
export function whyNotOutage(
  { startsAt, restoresAt, affects, reason, forced, ground }: Outage,
  { now, earliest }: { now: Date; earliest: Date },
): Fault[] {
  const faults: Fault[] = []
  const fault = (code: string, vi: string, en: string): number => faults.push({ code, message: { vi, en } })
  if (!startsAt) fault('startsAt:missing', 'Hãy chọn ngày giờ bắt đầu tạm ngừng.', 'Choose when it begins.')
  else if (!forced && startsAt < earliest)
    fault(
      'startsAt:soon',
      'Sớm quá: tạm ngừng theo kế hoạch phải báo trước đủ số ngày làm việc ghi dưới ô này. Nếu là bất khả kháng, hãy đánh dấu và nêu căn cứ.',
      'Too soon: see the earliest time below. Where it is force majeure, say so and give the ground.',
    )
  if (!restoresAt)
    fault('restoresAt:missing', 'Hãy ghi giờ dự kiến khôi phục: quy định bắt buộc.', 'Give the expected restoration.')
  else if (startsAt && restoresAt <= startsAt)
    fault('restoresAt:before', 'Giờ khôi phục phải sau giờ bắt đầu.', 'It must follow the beginning.')
  else if (restoresAt <= now) fault('restoresAt:past', 'Giờ khôi phục đã qua.', 'It has passed.')
  if (affects === '') fault('affects:missing', 'Hãy ghi phần nào của cổng bị gián đoạn.', 'Say what is affected.')
  if (affects.length > 300) fault('affects:long', 'Dài quá 300 ký tự: hãy rút gọn.', 'Over 300 signs.')
  if (reason === '') fault('reason:missing', 'Hãy ghi lý do tạm ngừng.', 'Give the reason.')
  if (reason.length > 1000) fault('reason:long', 'Dài quá 1000 ký tự: hãy rút gọn.', 'Over 1000 signs.')
  if (forced && ground === '')
    fault(
      'ground:missing',
      'Bất khả kháng phải nêu căn cứ: sự việc gì, ai xác nhận.',
      'State the ground of force majeure.',
    )
  if (ground.length > 1000) fault('ground:long', 'Dài quá 1000 ký tự: hãy rút gọn.', 'Over 1000 signs.')
  return faults
}

export type OutageState = 'planned' | 'now' | 'overdue' | 'restored' | 'cancelled'

/** How a suspension stands at a time; overdue: its restoration was due, and nobody has reported it. */
export function outageState(
  outage: { startsAt: Date; restoresAt: Date; restoredAt: Date | null; cancelledAt: Date | null },
  now: Date,
): OutageState {
  if (outage.cancelledAt) return 'cancelled'
  if (outage.restoredAt) return 'restored'
  if (now < outage.startsAt) return 'planned'
  return now < outage.restoresAt ? 'now' : 'overdue'
}
