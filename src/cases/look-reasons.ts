import type { Message } from '../web/message.ts'

/** Why somebody looks at who sent a case, or at words that are sealed. Chosen before the look, and kept with it. */
export const lookReasons = {
  contact: { vi: 'Liên hệ để làm rõ nội dung', en: 'To ask the sender about the matter' },
  visit: { vi: 'Đến hiện trường hoặc mời làm việc', en: 'To visit the place, or to invite the sender' },
  answer: { vi: 'Gửi văn bản trả lời', en: 'To send the answer' },
  verify: { vi: 'Kiểm tra người gửi có quyền yêu cầu', en: 'To see whether the sender may ask for it' },
  supervise: { vi: 'Kiểm tra việc giải quyết', en: 'To supervise how it is dealt with' },
} as const satisfies Record<string, Message>
export type LookReason = keyof typeof lookReasons
export const isLookReason = (text: string | undefined): text is LookReason =>
  text !== undefined && Object.hasOwn(lookReasons, text)
