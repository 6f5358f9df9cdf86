import { Refused } from '../refusals.ts'
import type { Message } from '../web/message.ts'

/** Why a key is not given or taken back. A code begins with the field it stands beside. */
export const keyReasons = {
  'name:missing': { vi: 'Hãy ghi tên ứng dụng.', en: 'Name the program.' },
  'name:long': { vi: 'Dài quá 120 ký tự: hãy rút gọn.', en: 'Longer than 120 characters: please shorten it.' },
  'contact:missing': {
    vi: 'Hãy ghi đơn vị vận hành ứng dụng và cách liên hệ, để hỏi khi ứng dụng gửi sai.',
    en: 'Say who runs the program and how to reach them.',
  },
  'contact:long': { vi: 'Dài quá 200 ký tự: hãy rút gọn.', en: 'Longer than 200 characters: please shorten it.' },
  'site:unknown': { vi: 'Hãy chọn cổng trong danh sách.', en: 'Choose a portal of the list.' },
  'limit:range': { vi: 'Hãy ghi số từ 1 đến 100.000.', en: 'A number from 1 to 100,000.' },
  'form:revoked': { vi: 'Khóa này đã được thu hồi.', en: 'This key is revoked already.' },
} as const satisfies Record<string, Message>
export type KeyReason = keyof typeof keyReasons

/** Throws Refused with every reason given; none, and it does nothing. */
export function refuseKey(act: string, codes: readonly KeyReason[]): void {
  if (codes.length > 0)
    throw new Refused(
      act,
      codes.map((code) => ({ code, message: keyReasons[code] })),
    )
}
