import type { CaseReason } from '../cases/take-step.ts'
import { Refused } from '../refusals.ts'
import type { Message } from '../web/message.ts'
import { deliveryRules } from './information-request.ts'

const reasons = {
  'form:closed': {
    vi: 'Hồ sơ đã kết thúc hoặc đang chờ bước khác: hãy tải lại trang để xem tình trạng mới.',
    en: 'The case is closed or waits for another step: load the page again.',
  },
  'complexity:missing': { vi: 'Hãy chọn loại: đơn giản hoặc phức tạp.', en: 'Choose simple or complex.' },
  'subject:missing': {
    vi: 'Hãy ghi loại thông tin bằng lời chung, không nêu tên người hay địa chỉ: sổ này được dùng để báo cáo.',
    en: 'Say in general words what kind of information it is, naming nobody: the register is used for reports.',
  },
  'subject:long': {
    vi: `Dài quá ${deliveryRules.subject} ký tự: hãy rút gọn.`,
    en: `Over ${deliveryRules.subject} characters: please shorten it.`,
  },
  'subject:personal': {
    vi: 'Có vẻ còn số điện thoại, thư điện tử hoặc số giấy tờ của ai đó: hãy bỏ đi.',
    en: 'There seems to be a telephone number, an address or a number of somebody’s papers in it: take it out.',
  },
  'ground:missing': { vi: 'Hãy chọn căn cứ từ chối.', en: 'Choose the ground of the refusal.' },
  'words:missing': {
    vi: 'Hãy giải thích vì sao căn cứ này đúng với yêu cầu, ít nhất 20 ký tự.',
    en: 'Say why this ground fits the request, in 20 characters or more.',
  },
  'form:draft': {
    vi: 'Hồ sơ đã có dự thảo trả lời: hãy sửa dự thảo ấy ở trang hồ sơ.',
    en: 'There is a draft already: change it on the page of the case.',
  },
  'form:not-answered': {
    vi: 'Chưa cung cấp được: lãnh đạo phải duyệt trả lời trước.',
    en: 'Not yet: a leader must approve the answer first.',
  },
  'form:refusal': { vi: 'Yêu cầu đã bị từ chối nên không có gì để cung cấp.', en: 'It was refused: nothing is given.' },
  'means:missing': { vi: 'Hãy chọn cách cung cấp.', en: 'Choose how it is handed over.' },
  'file:missing': { vi: 'Hãy chọn tệp để giao qua mã một lần.', en: 'Choose the file.' },
  'file:heavy': {
    vi: `Tệp nặng hơn ${deliveryRules.bytes / 1024 / 1024} MB: hãy chia nhỏ, mỗi tệp một mã.`,
    en: 'The file is too heavy: divide it, one code each.',
  },
  'means:no-email': {
    vi: 'Người yêu cầu không để lại thư điện tử nên không gửi được mã: hãy giao trực tiếp hoặc qua bưu chính.',
    en: 'There is no e-mail address to send a code to: hand it over in person or by post.',
  },
  'note:long': { vi: 'Dài quá 500 ký tự: hãy rút gọn.', en: 'Over 500 characters: please shorten it.' },
  'listHref:bad': {
    vi: 'Hãy ghi đường dẫn trên cổng (bắt đầu bằng /) hoặc địa chỉ https.',
    en: 'Give a path of the portal (beginning with /) or an https address.',
  },
  'setting:long': { vi: 'Có ô dài quá mức cho phép: hãy rút gọn.', en: 'A field is too long: please shorten it.' },
} as const satisfies Record<string, Message>
export type RequestReason = keyof typeof reasons

/** Throws Refused with every reason given; none, and it does nothing. */
export function refuseRequest(act: string, codes: readonly RequestReason[]): void {
  if (codes.length === 0) return
  throw new Refused(
    act,
    codes.map((code): CaseReason => ({ code, message: reasons[code] })),
  )
}
