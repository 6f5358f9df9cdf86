import type { Message } from '../web/message.ts'

/** Why something is asked for: one purpose, one consent. Never ticked beforehand. */
export type ConsentPurpose = 'process' | 'publish'

/** Words a sender agrees to. Whoever changes them gives them a new version: what was agreed to is kept by it. */
export interface ConsentText {
  version: string
  text: Message
}

/** `{days}`: days for which who sent a case is kept after it is closed. */
export const consentTexts: Record<ConsentPurpose, ConsentText> = {
  process: {
    version: 'process-1',
    text: {
      vi: 'Tôi đồng ý để cơ quan dùng thông tin liên hệ tôi ghi ở trên chỉ để giải quyết và trả lời nội dung này. Thông tin được niêm phong, xóa {days} ngày sau khi kết thúc, và tôi có quyền yêu cầu xem, sửa, xóa hoặc rút lại đồng ý trước đó.',
      en: 'I agree that the agency uses the contact details I gave above to deal with this matter and to answer me, and for nothing else. They are kept sealed, are erased {days} days after the matter is closed, and I may ask to see, correct or erase them or take this back before then.',
    },
  },
  publish: {
    version: 'publish-1',
    text: {
      vi: 'Tôi đồng ý để nội dung tôi gửi và câu trả lời được đăng công khai trên cổng, sau khi đã bỏ hết những gì cho biết tôi là ai.',
      en: 'I agree that what I send and the answer are published on this portal, once everything that tells who I am has been taken out.',
    },
  },
}

/** What is kept of a consent: purpose, given or not, and which words were shown. */
export interface ConsentGiven {
  purpose: ConsentPurpose
  given: boolean
  textVersion: string
}

/** The version of words shown with a number of days in them. */
export const versionShown = (purpose: ConsentPurpose, days: number): string =>
  consentTexts[purpose].text.vi.includes('{days}')
    ? `${consentTexts[purpose].version}/${days}`
    : consentTexts[purpose].version
