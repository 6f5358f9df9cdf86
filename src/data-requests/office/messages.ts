import type { Messages } from '../../web/message.ts'

/** Words of the office screen on requests of data subjects. */
export const messages = {
  screen: { vi: 'Dữ liệu cá nhân: hồ sơ {number}', en: 'Data request: case {number}' },
  backToCase: { vi: 'Về hồ sơ', en: 'Back to the case' },
  asked: { vi: 'Người gửi yêu cầu', en: 'What the sender asks' },
  right: { vi: 'Quyền', en: 'Right' },
  acknowledge: { vi: 'Xác nhận đã nhận', en: 'Acknowledge' },
  acknowledgeHint: {
    vi: 'Thời hạn xác nhận ghi ở trang hồ sơ. Người gửi được báo qua thư và trang theo dõi.',
    en: 'When it is due stands on the page of the case. The sender is told by mail and on the tracking page.',
  },
  acknowledged: { vi: 'Đã xác nhận.', en: 'Acknowledged.' },
  kept: { vi: 'Những gì đang giữ', en: 'What is kept' },
  keptHint: {
    vi: 'Người gửi được niêm phong từng hồ sơ nên không tìm được theo tên, điện thoại hay thư điện tử: chỉ tìm được những hồ sơ người gửi nêu số hoặc mã, do cổng này xử lý.',
    en: 'Senders are sealed case by case, so nothing can be searched by name, number or address: only cases the sender names, which this portal deals with.',
  },
  none: { vi: 'Người gửi không nêu hồ sơ nào', en: 'The sender names no case' },
  noneHint: {
    vi: 'Hãy đề nghị bổ sung số hồ sơ hoặc mã tra cứu ở trang hồ sơ.',
    en: 'Ask for numbers or codes on the page of the case.',
  },
  elsewhere: {
    vi: 'Không thuộc cổng này, hoặc không có: {numbers}. Hãy hướng dẫn người gửi, hoặc chuyển yêu cầu đến cổng xử lý.',
    en: 'Not of this portal, or unknown: {numbers}. Guide the sender, or pass the request on.',
  },
  proved: { vi: 'Có mã', en: 'By code' },
  named: { vi: 'Chỉ nêu số', en: 'By number alone' },
  case: { vi: 'Hồ sơ', en: 'Case' },
  whose: { vi: 'Xác minh', en: 'Whose it is' },
  what: { vi: 'Đang giữ', en: 'Kept' },
  sender: { vi: 'thông tin liên hệ (niêm phong)', en: 'contact details (sealed)' },
  words: { vi: 'nội dung đã gửi', en: 'what they wrote' },
  attachments: { vi: '{n} tệp', en: '{n} files' },
  messages: { vi: '{n} lần bổ sung', en: '{n} additions' },
  consents: { vi: '{n} lượt đồng ý', en: '{n} consents' },
  looks: { vi: 'đã xem {n} lần', en: 'looked at {n} times' },
  nothing: { vi: 'Không còn gì ngoài số hồ sơ và các bước', en: 'Nothing but its number and steps' },
  erased: { vi: 'Đã xóa ngày {day}', en: 'Erased on {day}' },
  published: { vi: 'có câu trả lời đã đăng', en: 'its answer is published' },
  erase: { vi: 'Xóa dữ liệu người gửi', en: 'Erase the sender' },
  eraseHint: {
    vi: 'Xóa thông tin liên hệ, nội dung chưa công khai, tệp, lời bổ sung và thư đã gửi của một hồ sơ; số hồ sơ, các bước và trả lời còn lại. Không khôi phục được. Việc xóa có biên bản.',
    en: 'Erases contact details, words that were not published, files, additions and mails of one case; its number, steps and answer stay. This cannot be undone, and leaves a record.',
  },
  eraseNotAsked: {
    vi: 'Người gửi không yêu cầu xóa hay rút lại đồng ý nên không có gì để xóa.',
    en: 'The sender asked neither for erasure nor to take back consent: nothing is to be erased.',
  },
  number: { vi: 'Hồ sơ cần xóa', en: 'Case to erase' },
  choose: { vi: 'Chọn…', en: 'Choose…' },
  reason: {
    vi: 'Đã xác minh thế nào (bắt buộc khi không có mã)',
    en: 'How it was made sure (required without a code)',
  },
  reasonHint: {
    vi: 'Không ghi tên hay số giấy tờ. Ví dụ: “Đã gọi lại số điện thoại của hồ sơ, người nghe đọc đúng nội dung đã gửi.”',
    en: 'No names, no numbers of papers. Such as: “Called the number of the case; who answered knew what had been sent.”',
  },
  eraseSure: { vi: 'Xóa hẳn dữ liệu người gửi của hồ sơ này?', en: 'Erase the sender of this case for good?' },
  doneAcknowledge: { vi: 'Đã xác nhận, người gửi được báo', en: 'Acknowledged; the sender is told' },
  doneErase: { vi: 'Đã xóa, có biên bản', en: 'Erased, on record' },
} as const satisfies Messages
