import type { CaseView } from '../cases/load-case.ts'
import { findPersonalData } from '../cases/find-personal-data.ts'
import { personalKinds } from '../cases/personal-data/spot.ts'
import { Refused } from '../refusals.ts'
import type { Message } from '../web/message.ts'
import { lengths } from './feedback.ts'

/** Why a step with public feedback is refused. A code begins with the field it stands beside. */
export const feedbackReasons = {
  'form:not-wanted': {
    vi: 'Người gửi không đồng ý đăng công khai: phản ánh này chỉ được giải quyết, không được đăng.',
    en: 'The sender did not agree to have it published: it is dealt with, and not shown.',
  },
  'form:state': {
    vi: 'Phản ánh đang chờ kiểm tra thư rác, hoặc đã kết thúc vì là thư rác hay được rút lại: không đăng được.',
    en: 'It is held back as spam, or was closed as spam or withdrawn: it cannot be shown.',
  },
  'form:not-public': { vi: 'Phản ánh này chưa được đăng công khai.', en: 'This report is not public.' },
  'title:missing': { vi: 'Hãy viết tiêu đề công khai.', en: 'Write a public title.' },
  'title:long': { vi: 'Dài quá 200 ký tự: hãy rút gọn.', en: 'Longer than 200 characters: please shorten it.' },
  'words:missing': { vi: 'Hãy viết nội dung công khai.', en: 'Write the public words.' },
  'words:long': { vi: 'Dài quá 4.000 ký tự: hãy rút gọn.', en: 'Longer than 4,000 characters: please shorten it.' },
  'place:long': { vi: 'Dài quá 200 ký tự: hãy rút gọn.', en: 'Longer than 200 characters: please shorten it.' },
  'answer:long': { vi: 'Dài quá 10.000 ký tự: hãy rút gọn.', en: 'Longer than 10,000 characters: please shorten it.' },
  'answer:not-approved': {
    vi: 'Chưa có trả lời được lãnh đạo duyệt: hãy để trống kết quả xử lý, đăng bổ sung sau khi duyệt.',
    en: 'No leader has approved an answer yet: leave the outcome empty, and add it afterwards.',
  },
  'stand:short': {
    vi: 'Hãy nêu lý do để nguyên những gì máy tìm thấy, ít nhất 10 ký tự.',
    en: 'Say why what the machine found may stand, in 10 characters or more.',
  },
  'unit:unknown': { vi: 'Hãy chọn phường, xã trong danh sách.', en: 'Choose a ward or commune of the list.' },
  'field:unknown': { vi: 'Hãy chọn lĩnh vực trong danh sách.', en: 'Choose a field of the list.' },
  'latitude:wrong': {
    vi: 'Tọa độ chưa đúng hoặc nằm ngoài Việt Nam. Ví dụ: 21.0285 và 105.8542; không có thì bỏ trống cả hai ô.',
    en: 'These are no coordinates within Vietnam. Such as 21.0285 and 105.8542; leave both empty if there are none.',
  },
  'checked:missing': {
    vi: 'Hãy nhìn kỹ ảnh và đánh dấu đã kiểm tra khuôn mặt, biển số: ảnh chỉ được đăng khi có người chịu trách nhiệm việc này.',
    en: 'Look at the picture and tick that faces and number plates were checked: somebody answers for it before it is shown.',
  },
  'alt:missing': {
    vi: 'Hãy mô tả ảnh cho người không nhìn thấy.',
    en: 'Describe the picture for those who do not see it.',
  },
  'alt:long': { vi: 'Dài quá 300 ký tự: hãy rút gọn.', en: 'Longer than 300 characters: please shorten it.' },
  'alt:personal': {
    vi: 'Mô tả ảnh còn thông tin cá nhân: hãy bỏ đi.',
    en: 'There is something personal in the description: please take it out.',
  },
  'moment:unknown': { vi: 'Hãy chọn ảnh trước hay sau khi xử lý.', en: 'Choose before or after.' },
  'picture:missing': { vi: 'Hãy chọn một ảnh JPEG, PNG hoặc WebP.', en: 'Choose a JPEG, PNG or WebP picture.' },
  'picture:many': { vi: 'Đã có 10 ảnh: hãy bỏ bớt một ảnh.', en: 'There are 10 pictures already: remove one.' },
  'areas:wrong': {
    vi: 'Vùng làm mờ ghi bằng phần trăm từ 0 đến 100, đủ bốn số, rộng và cao lớn hơn 0.',
    en: 'Areas are given in percent from 0 to 100, all four numbers, wider and higher than 0.',
  },
  'reason:missing': { vi: 'Hãy chọn lý do gỡ.', en: 'Choose why it is taken down.' },
} as const satisfies Record<string, Message>
export type FeedbackReason = keyof typeof feedbackReasons

interface Reason {
  code: string
  message: Message
}

/** What would be public. */
export interface PublicFeedbackWords {
  title: string
  words: string
  place: string
  answer: string
}
const wordFields: Record<keyof PublicFeedbackWords, Message> = {
  title: { vi: 'tiêu đề', en: 'the title' },
  words: { vi: 'nội dung', en: 'the words' },
  place: { vi: 'nơi phản ánh', en: 'the place' },
  answer: { vi: 'kết quả xử lý', en: 'the outcome' },
}

/** What a machine finds of persons in words that would be public, field by field. */
export const personalIn = (
  words: PublicFeedbackWords,
): { field: keyof PublicFeedbackWords; text: string; kind: Message }[] =>
  (Object.keys(wordFields) as (keyof PublicFeedbackWords)[]).flatMap((field) =>
    findPersonalData(words[field]).map(({ text, kind }) => ({ field, text, kind: personalKinds[kind] })),
  )

/**
 * Everything against showing a report with these words. `stand`: why what the machine finds may stand; without it every find refuses,
 * and the message never repeats what was found.
 */
export function whyNotPublishFeedback(c: CaseView, words: PublicFeedbackWords, stand: string): Reason[] {
  const codes: FeedbackReason[] = []
  if (!c.publicWanted) codes.push('form:not-wanted')
  if (c.state === 'quarantined' || c.outcome === 'spam' || c.outcome === 'withdrawn') codes.push('form:state')
  if (words.title === '') codes.push('title:missing')
  if (words.words === '') codes.push('words:missing')
  for (const field of ['title', 'words', 'place', 'answer'] as const)
    if (words[field].length > lengths[field]) codes.push(`${field}:long`)
  if (words.answer !== '' && c.answeredAt === null && c.reopened === 0) codes.push('answer:not-approved')
  const found = personalIn(words)
  if (found.length > 0 && stand !== '' && stand.length < 10) codes.push('stand:short')
  const personal = stand === '' ? found : []
  return [
    ...reasonsOf(codes),
    ...personal.map(({ field, kind }) => ({
      code: `${field}:personal`,
      message: {
        vi: `Trong ${wordFields[field].vi} còn ${kind.vi}: hãy bỏ đi, hoặc nêu lý do để nguyên ở ô cuối.`,
        en: `There is still ${kind.en} in ${wordFields[field].en}: take it out, or say below why it may stand.`,
      },
    })),
  ]
}

const reasonsOf = (codes: readonly FeedbackReason[]): Reason[] =>
  codes.map((code) => ({ code, message: feedbackReasons[code] }))

/** Throws Refused with every reason; none, and it does nothing. */
export function refuseFeedback(act: string, reasons: readonly (Reason | FeedbackReason)[]): void {
  if (reasons.length > 0)
    throw new Refused(
      act,
      reasons.map((one) => (typeof one === 'string' ? { code: one, message: feedbackReasons[one] } : one)),
    )
}
