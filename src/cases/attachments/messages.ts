import type { Messages } from '../../web/message.ts'

/** Why a file that was brought is not taken. */
export const refusedAttachment = {
  empty: { vi: 'Tệp rỗng. Vui lòng chọn lại tệp.', en: 'The file is empty. Please choose it again.' },
  heavy: {
    vi: 'Tệp nặng quá 10 MB. Vui lòng gửi tệp nhỏ hơn, hoặc chụp lại với độ phân giải thấp hơn.',
    en: 'The file is larger than 10 MB. Please send a smaller one.',
  },
  type: {
    vi: 'Chỉ nhận ảnh JPEG, PNG, WebP, tệp PDF và Word (.docx). Vui lòng đổi sang một trong các loại này.',
    en: 'Only JPEG, PNG and WebP pictures, PDF and Word (.docx) files are taken. Please convert it.',
  },
  macro: {
    vi: 'Tệp Word có chứa macro nên không nhận được. Vui lòng lưu lại dưới dạng .docx hoặc PDF.',
    en: 'Word files with macros are not taken. Please save it as .docx or PDF.',
  },
  many: {
    vi: 'Mỗi lần gửi được nhiều nhất 5 tệp, tổng cộng 25 MB. Vui lòng bỏ bớt tệp.',
    en: 'At most 5 files, 25 MB together. Please take some out.',
  },
  enough: {
    vi: 'Hôm nay đã có nhiều tệp được gửi từ nơi bạn truy cập. Bạn có thể gửi nội dung trước, rồi bổ sung tệp vào ngày mai.',
    en: 'Many files came from where you are today. You can send your words now and add the files tomorrow.',
  },
  full: {
    vi: 'Hệ thống đang nhận quá nhiều tệp. Bạn có thể gửi nội dung trước và bổ sung tệp sau.',
    en: 'The system is receiving too many files. You can send your words now and add the files later.',
  },
} as const satisfies Messages

/** Why a file is kept from the officer who reads the case; the row holds the Vietnamese sentence. */
export const quarantineReasons = {
  broken: {
    vi: 'Tệp bị hỏng hoặc không đọc được. Có thể đề nghị người gửi gửi lại tệp khác.',
    en: 'The file is broken or cannot be read. The sender may be asked for another.',
  },
  encrypted: {
    vi: 'Tệp có đặt mật khẩu nên không kiểm tra được. Có thể đề nghị người gửi gửi lại tệp không đặt mật khẩu.',
    en: 'The file is protected by a password and could not be checked. The sender may be asked for one without.',
  },
  bomb: {
    vi: 'Tệp nén nội dung lớn bất thường nên không mở, để bảo đảm an toàn.',
    en: 'The file unpacks to an unusual size and was not opened, for safety.',
  },
  large: {
    vi: 'Ảnh hoặc tài liệu quá lớn để kiểm tra. Có thể đề nghị người gửi gửi lại bản nhỏ hơn.',
    en: 'The picture or document is too large to check. The sender may be asked for a smaller one.',
  },
  slow: {
    vi: 'Tệp quá phức tạp, không kiểm tra xong trong thời gian cho phép. Có thể đề nghị người gửi gửi lại dưới dạng khác.',
    en: 'The file is too complex to be checked in time. The sender may be asked for another form.',
  },
  lost: {
    vi: 'Không mở được tệp đã lưu (thiếu tệp hoặc sai khóa). Cần báo người quản trị hệ thống.',
    en: 'The stored file cannot be opened (missing, or a wrong key). Tell the administrator.',
  },
} as const satisfies Messages
export type QuarantineReason = keyof typeof quarantineReasons
