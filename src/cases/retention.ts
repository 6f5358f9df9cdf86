import type { Message } from '../web/message.ts'
import type { CaseKinds } from './kind.ts'

/** Days kept where a kind is no longer known to this installation: our own default. */
export const keepDaysOfUnknown = 365

/** Days by kind after which who sent a case is erased, unless the network or a portal set others (table case_retention): own defaults. */
export const defaultKeepDays = (kinds: CaseKinds): Record<string, number> =>
  Object.fromEntries([...kinds.values()].map(({ name, keepDays }) => [name, keepDays]))

/** What a deletion record says was erased. */
export const erasedThings = {
  sender: { vi: 'thông tin người gửi', en: 'who sent it' },
  words: { vi: 'nội dung đã niêm phong', en: 'sealed words' },
  body: { vi: 'nội dung chưa công khai', en: 'words that were not published' },
  details: {
    vi: 'thông tin cá nhân trong nội dung đã công khai',
    en: 'personal data in the words behind what was published',
  },
  attachments: { vi: 'tệp đính kèm', en: 'attachments' },
  messages: { vi: 'tin nhắn của người gửi', en: 'messages of the sender' },
  notes: { vi: 'ghi chú nội bộ và dự thảo không gửi', en: 'notes of colleagues and drafts never sent' },
  mails: { vi: 'thư đã gửi cho người gửi', en: 'mails to the sender' },
} as const satisfies Record<string, Message>
export type ErasedThing = keyof typeof erasedThings

/** Whose rule the time was. */
export type KeepRule = 'portal' | 'network' | 'default'

/** The ground a deletion record names. */
export const groundOf = (days: number, rule: KeepRule): string =>
  `Hết thời hạn lưu ${days} ngày kể từ khi kết thúc (${
    { portal: 'theo cài đặt của cổng', network: 'theo cài đặt của mạng lưới', default: 'mặc định của hệ thống' }[rule]
  })`
