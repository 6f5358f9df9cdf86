import { isDay } from '../web/dates.ts'
import { readHref } from '../web/link.ts'
import type { Message } from '../web/message.ts'

export interface Fault {
  code: string
  message: Message
}

/** The standard the software is built to, and the articles its statements rest on. */
export const statementRules = {
  standard: { name: 'WCAG 2.2', level: 'AA', url: 'https://www.w3.org/TR/WCAG22/' },
  assessment: {
    source: { vi: 'Luật Chuyển đổi số 148/2025/QH15, Điều 35 khoản 2', en: 'Law 148/2025/QH15, article 35, clause 2' },
    verified: 'text',
  },
  channels: {
    source: { vi: 'Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3', en: 'Decree 224/2026/NĐ-CP, article 10, clause 3' },
    verified: 'text',
  },
  personalData: {
    source: {
      vi: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15',
      en: 'Law 91/2025/QH15 on the protection of personal data',
    },
    verified: 'second-hand',
  },
  /** Our own habit, where the law says periodic only: older assessments are called out of date, in days. */
  assessmentLasts: 366,
} as const

export const results = ['conforms', 'partly', 'fails'] as const
export type AssessmentResult = (typeof results)[number]
export const resultNames: Readonly<Record<AssessmentResult, Message>> = {
  conforms: { vi: 'Đáp ứng đầy đủ', en: 'Conforms fully' },
  partly: { vi: 'Đáp ứng một phần', en: 'Conforms in part' },
  fails: { vi: 'Chưa đáp ứng', en: 'Does not conform' },
}

export interface Assessment {
  /** YYYY-MM-DD. */
  assessedOn: string
  result: string
  method: string
  gaps: string
}

/** Everything that stands against recording a self-assessment. `today` as YYYY-MM-DD in Vietnam. */
export function whyNotAssessment({ assessedOn, result, method, gaps }: Assessment, today: string): Fault[] {
  const faults: Fault[] = []
  const fault = (code: string, vi: string, en: string): number => faults.push({ code, message: { vi, en } })
  if (!isDay(assessedOn)) fault('assessedOn:missing', 'Hãy chọn ngày tự đánh giá.', 'Choose the day.')
  else if (assessedOn > today) fault('assessedOn:ahead', 'Ngày tự đánh giá chưa tới.', 'That day has not come.')
  if (!(results as readonly string[]).includes(result))
    fault('result:missing', 'Hãy chọn kết quả.', 'Choose the result.')
  if (method === '') fault('method:missing', 'Hãy ghi đã kiểm tra những gì, bằng cách nào.', 'Say what was looked at.')
  if (method.length > 1000) fault('method:long', 'Dài quá 1000 ký tự: hãy rút gọn.', 'Over 1000 signs.')
  if (result !== 'conforms' && gaps === '')
    fault('gaps:missing', 'Chưa đáp ứng đầy đủ thì phải nêu còn thiếu gì.', 'Name the known gaps.')
  if (gaps.length > 4000) fault('gaps:long', 'Dài quá 4000 ký tự: hãy rút gọn.', 'Over 4000 signs.')
  return faults
}

export const channelKinds = [
  'portal',
  'vneid',
  'app',
  'hotline',
  'zalo',
  'facebook',
  'youtube',
  'tiktok',
  'other',
] as const
export type ChannelKind = (typeof channelKinds)[number]
export const channelKindNames: Readonly<Record<ChannelKind, Message>> = {
  portal: { vi: 'Cổng, trang thông tin điện tử', en: 'Portal or site' },
  vneid: { vi: 'Ứng dụng VNeID', en: 'VNeID' },
  app: { vi: 'Ứng dụng di động', en: 'Mobile app' },
  hotline: { vi: 'Tổng đài, đường dây nóng', en: 'Hotline' },
  zalo: { vi: 'Zalo', en: 'Zalo' },
  facebook: { vi: 'Facebook', en: 'Facebook' },
  youtube: { vi: 'YouTube', en: 'YouTube' },
  tiktok: { vi: 'TikTok', en: 'TikTok' },
  other: { vi: 'Kênh khác', en: 'Other' },
}

export interface Channel {
  kind: string
  name: string
  /** Empty, an https address, or a telephone number. */
  href: string
  purpose: string
}
export const mostChannels = 60

/** The address of a channel as it is kept: https, or tel: for a number; undefined when it is neither. Empty stays empty. */
export function readChannelHref(typed: string): string | undefined {
  if (typed === '') return ''
  if (/^(tel:)?[+(]?\d[\d\s.()-]{2,24}$/.test(typed)) return `tel:${typed.replaceAll(/[^\d+]/g, '')}`
  return typed.startsWith('https://') ? readHref(typed) : undefined
}

/** Everything that stands against a channel of the list. */
export function whyNotChannel({ kind, name, href, purpose }: Channel): Fault[] {
  const faults: Fault[] = []
  const fault = (code: string, vi: string, en: string): number => faults.push({ code, message: { vi, en } })
  if (!(channelKinds as readonly string[]).includes(kind))
    fault('kind:missing', 'Hãy chọn loại kênh.', 'Choose the kind.')
  if (name === '') fault('name:missing', 'Hãy ghi tên kênh.', 'Give the name.')
  if (name.length > 200) fault('name:long', 'Dài quá 200 ký tự: hãy rút gọn.', 'Over 200 signs.')
  if (readChannelHref(href) === undefined)
    fault(
      'href:form',
      'Hãy ghi địa chỉ bắt đầu bằng https://, hoặc số điện thoại.',
      'Begin with https://, or give a telephone number.',
    )
  if (purpose.length > 300) fault('purpose:long', 'Dài quá 300 ký tự: hãy rút gọn.', 'Over 300 signs.')
  return faults
}

/** When the security contact of a portal has to be looked at again: RFC 9116, 2.5.5 asks for less than a year ahead. */
export function securityExpiry(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 7, 1))
}
