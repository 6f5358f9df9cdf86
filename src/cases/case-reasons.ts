import { Refused } from '../refusals.ts'
import type { Message } from '../web/message.ts'
import { cleanText } from '../web/vietnamese.ts'
import type { CaseReason } from './take-step.ts'

/** Why a step with a case, a division or a setting is refused. A code begins with the field it stands beside. */
export const caseReasons = {
  'note:missing': {
    vi: 'Hãy ghi lý do, để đồng nghiệp hiểu về sau. Người gửi không thấy ghi chú này.',
    en: 'Say why, for colleagues later on. The sender does not see it.',
  },
  'note:long': { vi: 'Dài quá 2.000 ký tự: hãy rút gọn.', en: 'Over 2,000 characters: please shorten it.' },
  'reason:missing': { vi: 'Hãy ghi lý do.', en: 'Give the reason.' },
  'reason:long': { vi: 'Dài quá 1.000 ký tự: hãy rút gọn.', en: 'Over 1,000 characters: please shorten it.' },
  'divisionId:missing': { vi: 'Hãy chọn bộ phận xử lý.', en: 'Choose the division.' },
  'divisionId:unknown': {
    vi: 'Bộ phận này không thuộc cổng đang xử lý, hoặc đã ngừng hoạt động: hãy chọn bộ phận khác.',
    en: 'The division is not of this portal, or has ended: choose another.',
  },
  'officerId:not-in-division': {
    vi: 'Người này không thuộc bộ phận đã chọn: hãy chọn người của bộ phận, hoặc để trống.',
    en: 'The person is not of that division: choose one of it, or nobody.',
  },
  'officerId:no-role': {
    vi: 'Người này không có (hoặc hết) vai trò cán bộ xử lý ở cổng: hãy chọn người khác.',
    en: 'The person is no case officer of the portal: choose somebody else.',
  },
  'officerId:same': { vi: 'Người này đang xử lý hồ sơ rồi.', en: 'The person deals with it already.' },
  'fieldId:unknown': {
    vi: 'Lĩnh vực này không dùng cho loại hồ sơ đang xử lý: hãy chọn lĩnh vực khác.',
    en: 'The field is not for this kind of case: choose another.',
  },
  'siteId:unknown': {
    vi: 'Hãy chọn một cổng khác đang hoạt động để chuyển đến.',
    en: 'Choose another portal that is open.',
  },
  'agency:missing': {
    vi: 'Hãy ghi rõ tên cơ quan có thẩm quyền: người gửi cần biết ai sẽ trả lời.',
    en: 'Name the competent agency: the sender must know who answers.',
  },
  'agency:long': { vi: 'Dài quá 300 ký tự: hãy rút gọn.', en: 'Over 300 characters: please shorten it.' },
  'how:missing': {
    vi: 'Hãy ghi cách liên hệ cơ quan đó: địa chỉ, điện thoại hoặc trang thông tin.',
    en: 'Say how to reach it: address, telephone or web page.',
  },
  'how:long': { vi: 'Dài quá 4.000 ký tự: hãy rút gọn.', en: 'Over 4,000 characters: please shorten it.' },
  'question:missing': {
    vi: 'Hãy ghi rõ cần người gửi bổ sung điều gì.',
    en: 'Say what the sender should add.',
  },
  'question:long': { vi: 'Dài quá 5.000 ký tự: hãy rút gọn.', en: 'Over 5,000 characters: please shorten it.' },
  'kind:unknown': { vi: 'Hãy chọn loại trả lời.', en: 'Choose the kind of answer.' },
  'body:missing': { vi: 'Hãy soạn nội dung trả lời.', en: 'Write the answer.' },
  'body:long': { vi: 'Dài quá 30.000 ký tự: hãy rút gọn.', en: 'Over 30,000 characters: please shorten it.' },
  'ground:missing': {
    vi: 'Từ chối phải nêu căn cứ: văn bản, điều, khoản.',
    en: 'A refusal names its ground: text, article, clause.',
  },
  'ground:long': { vi: 'Dài quá 1.000 ký tự: hãy rút gọn.', en: 'Over 1,000 characters: please shorten it.' },
  'answerOn:missing': {
    vi: 'Thông báo tiến độ phải hẹn ngày trả lời.',
    en: 'A notice of progress promises a day for the answer.',
  },
  'answerOn:past': { vi: 'Ngày hẹn trả lời phải từ ngày mai trở đi.', en: 'The day promised begins with tomorrow.' },
  'publicTitle:missing': {
    vi: 'Muốn đăng công khai thì cần tiêu đề (không có thông tin cá nhân).',
    en: 'To be published it needs a title without personal data.',
  },
  'publicTitle:long': { vi: 'Tiêu đề dài quá 300 ký tự.', en: 'The title is over 300 characters.' },
  'publicQuestion:missing': {
    vi: 'Muốn đăng công khai thì cần câu hỏi đã lược thông tin cá nhân.',
    en: 'To be published it needs the question without personal data.',
  },
  'publicQuestion:long': { vi: 'Câu hỏi dài quá 20.000 ký tự.', en: 'The question is over 20,000 characters.' },
  'publicAnswer:missing': {
    vi: 'Muốn đăng công khai thì cần câu trả lời đã lược thông tin cá nhân.',
    en: 'To be published it needs the answer without personal data.',
  },
  'publicAnswer:long': { vi: 'Câu trả lời dài quá 30.000 ký tự.', en: 'The answer is over 30,000 characters.' },
  'publish:not-this-kind': {
    vi: 'Loại hồ sơ này không đăng công khai câu trả lời.',
    en: 'Answers of this kind are not published.',
  },
  'form:no-answer': {
    vi: 'Chưa có dự thảo trả lời: hãy soạn và lưu trước.',
    en: 'There is no draft: write and save one first.',
  },
  'form:wrote-it': {
    vi: 'Người đã viết trong dự thảo này không tự duyệt: cần một lãnh đạo khác duyệt.',
    en: 'Who wrote in this draft does not approve it: somebody else must.',
  },
  'form:no-extension': {
    vi: 'Pháp luật không cho gia hạn loại hồ sơ này và cổng không có quy định riêng. Nếu cần thêm thời gian, hãy gửi thông báo tiến độ có ngày hẹn trả lời.',
    en: 'No rule lets this be extended. If more time is needed, send a notice of progress with a day.',
  },
  'form:extended': {
    vi: 'Hồ sơ đã được gia hạn một lần và không được gia hạn thêm.',
    en: 'It has been extended once; it cannot be again.',
  },
  'form:over': {
    vi: 'Thời hạn đã hết nên không gia hạn được nữa. Hãy trả lời, hoặc gửi thông báo tiến độ có ngày hẹn trả lời.',
    en: 'Its time has run out: it cannot be extended any more. Answer, or send a notice of progress with a day.',
  },
  'form:leads': {
    vi: 'Có hồ sơ khác đã gộp vào hồ sơ này và chờ trả lời chung: hãy trả lời thay vì kết thúc.',
    en: 'Other cases were joined to this one and wait for its answer: answer it instead.',
  },
  'form:no-clock': {
    vi: 'Hồ sơ không có thời hạn nào đang chạy nên không cần gia hạn.',
    en: 'No clock runs, so there is nothing to extend.',
  },
  'amount:range': {
    vi: 'Số ngày gia hạn vượt mức cho phép: hãy ghi ít hơn.',
    en: 'More than may be extended: fewer, please.',
  },
  'others:missing': { vi: 'Hãy chọn ít nhất một hồ sơ để gộp.', en: 'Choose at least one case to join.' },
  'others:many': { vi: 'Mỗi lần gộp nhiều nhất 200 hồ sơ.', en: 'At most 200 cases at a time.' },
  'others:itself': { vi: 'Không gộp hồ sơ vào chính nó.', en: 'A case is not joined to itself.' },
  'others:unfit': {
    vi: 'Có hồ sơ không gộp được: khác cổng xử lý, khác bước, hoặc thuộc loại phải trả lời riêng từng người.',
    en: 'Some cannot be joined: another portal or step, or a kind answered one by one.',
  },
  'form:main-unfit': {
    vi: 'Không gộp được vào hồ sơ này: hồ sơ chính phải đang xử lý hoặc đã trả lời, và thuộc loại có thể trả lời chung.',
    en: 'Nothing can be joined to this case: it must be in hand or answered, of a kind that shares answers.',
  },
  'caseIds:missing': { vi: 'Hãy chọn ít nhất một hồ sơ.', en: 'Choose at least one case.' },
  'caseIds:many': { vi: 'Mỗi lần nhiều nhất 200 hồ sơ.', en: 'At most 200 cases at a time.' },
  'personId:missing': { vi: 'Hãy chọn người vắng mặt.', en: 'Choose who is away.' },
  'substituteId:missing': {
    vi: 'Hãy chọn người làm thay, có vai trò xử lý hồ sơ ở cổng này.',
    en: 'Choose a substitute with a role for cases on this portal.',
  },
  'substituteId:same': { vi: 'Người làm thay phải là người khác.', en: 'The substitute is somebody else.' },
  'fromDay:missing': { vi: 'Hãy ghi ngày bắt đầu.', en: 'Give the first day.' },
  'toDay:missing': { vi: 'Hãy ghi ngày kết thúc.', en: 'Give the last day.' },
  'toDay:early': {
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi và chưa qua.',
    en: 'The last day is before the first, or over.',
  },
  'form:overlap': {
    vi: 'Người này đã có người làm thay trong thời gian đó: hãy kết thúc lần trước đã.',
    en: 'There is a substitute for that time already: end it first.',
  },
  'name:missing': { vi: 'Hãy ghi tên.', en: 'Give a name.' },
  'name:long': { vi: 'Tên dài quá 200 ký tự.', en: 'The name is over 200 characters.' },
  'name:taken': { vi: 'Tên này đã có: hãy chọn tên khác.', en: 'That name is taken.' },
  'slug:bad': {
    vi: 'Mã chỉ gồm chữ thường không dấu, số và gạch nối; chưa dùng cho lĩnh vực khác.',
    en: 'Lower-case letters, digits and hyphens, not taken yet.',
  },
  'leadId:unknown': {
    vi: 'Trưởng bộ phận phải có vai trò xử lý hồ sơ ở cổng này.',
    en: 'The lead must hold a role for cases on this portal.',
  },
  'memberIds:unknown': {
    vi: 'Có người không có vai trò xử lý hồ sơ ở cổng này.',
    en: 'Somebody named holds no role for cases on this portal.',
  },
  'successorId:missing': {
    vi: 'Hãy chọn bộ phận đang hoạt động nhận tiếp hồ sơ.',
    en: 'Choose the division that takes its cases.',
  },
  'form:ended': { vi: 'Mục này đã kết thúc từ trước.', en: 'It has ended already.' },
  'kinds:unknown': { vi: 'Có loại hồ sơ không rõ.', en: 'A kind is unknown.' },
  'warnDays:range': { vi: 'Hãy ghi số ngày từ 0 đến 30.', en: 'Days from 0 to 30.' },
  'reopenDays:range': { vi: 'Hãy ghi số ngày từ 1 đến 90.', en: 'Days from 1 to 90.' },
  'extensionDays:range': { vi: 'Hãy ghi số ngày làm việc từ 0 đến 30.', en: 'Working days from 0 to 30.' },
  'extensionBasis:missing': {
    vi: 'Hãy ghi văn bản của cơ quan cho phép gia hạn.',
    en: 'Name the decision that allows extensions.',
  },
  'title:missing': { vi: 'Hãy đặt tên cho mẫu.', en: 'Name the template.' },
  'title:long': { vi: 'Tên mẫu dài quá 200 ký tự.', en: 'The name is over 200 characters.' },
  'templateBody:long': { vi: 'Mẫu dài quá 20.000 ký tự.', en: 'The template is over 20,000 characters.' },
} as const satisfies Record<string, Message>
export type CaseReasonCode = keyof typeof caseReasons

/** Reasons with their words. */
export const reasonsOf = (codes: readonly CaseReasonCode[]): CaseReason[] =>
  codes.map((code) => ({ code, message: caseReasons[code] }))

/** Throws Refused with every reason given; none, and it does nothing. */
export function refuseCase(act: string, codes: readonly CaseReasonCode[]): void {
  if (codes.length > 0) throw new Refused(act, reasonsOf(codes))
}

type TextField = 'note' | 'reason' | 'agency' | 'how' | 'question' | 'body' | 'ground'

/** Why a text that must be there cannot stand: it is empty, or too long. */
export function whyNotText(field: TextField, text: string, most: number): CaseReasonCode[] {
  const length = cleanText(text).length
  if (length === 0) return [`${field}:missing`]
  return length > most ? [`${field}:long`] : []
}
