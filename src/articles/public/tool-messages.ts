import type { Messages } from '../../web/message.ts'

/** Words of what stands around an article. */
export const toolMessages = {
  aloud: { vi: 'Nghe bài viết', en: 'Listen to this article' },
  listen: { vi: 'Nghe bài', en: 'Listen' },
  pause: { vi: 'Tạm dừng', en: 'Pause' },
  resume: { vi: 'Nghe tiếp', en: 'Go on' },
  stop: { vi: 'Dừng', en: 'Stop' },
  noVietnameseVoice: {
    vi: 'Thiết bị này chưa có giọng đọc tiếng Việt. Bạn có thể thêm giọng tiếng Việt trong cài đặt của thiết bị (phần “Chuyển văn bản thành giọng nói”), rồi mở lại trang.',
    en: 'This device has no Vietnamese voice. You can add one in its settings (text to speech), then open the page again.',
  },
  noEnglishVoice: {
    vi: 'Thiết bị này chưa có giọng đọc tiếng Anh.',
    en: 'This device has no English voice. You can add one in its settings (text to speech), then open the page again.',
  },
  textSize: { vi: 'Cỡ chữ', en: 'Text size' },
  sizeUsual: { vi: 'Cỡ chữ thường', en: 'Usual size' },
  sizeLarge: { vi: 'Cỡ chữ lớn', en: 'Large' },
  sizeLargest: { vi: 'Cỡ chữ rất lớn', en: 'Largest' },
  print: { vi: 'In', en: 'Print' },
  orPdf: { vi: 'hoặc lưu PDF', en: 'or save as PDF' },
  share: { vi: 'Chia sẻ bài viết', en: 'Share this article' },
  byMail: { vi: 'Thư điện tử', en: 'E-mail' },
  newTab: { vi: '(mở trong thẻ mới)', en: '(opens in a new tab)' },
  copy: { vi: 'Sao chép liên kết', en: 'Copy link' },
  copied: { vi: 'Đã sao chép liên kết.', en: 'Link copied.' },
  shareMore: { vi: 'Ứng dụng khác…', en: 'Other apps…' },
  qr: { vi: 'Mã QR của bài', en: 'QR code of this page' },
  qrHint: {
    vi: 'Dùng máy ảnh của điện thoại, hoặc mục quét mã của Zalo, để mở bài này.',
    en: 'Point a phone camera at it to open this article.',
  },
  qrOf: { vi: 'Mã QR dẫn đến bài “{title}”', en: 'QR code that leads to “{title}”' },
  qrFile: { vi: 'Tải mã QR (SVG)', en: 'Download the code (SVG)' },
  views: { vi: '{n} lượt xem', en: '{n} views' },
  viewsHow: {
    vi: 'Số lượt mở bài, không tính máy tìm kiếm; chậm nhất 10 phút so với hiện tại.',
    en: 'How often it was opened, without search engines; at most 10 minutes old.',
  },
  printedAddress: { vi: 'Địa chỉ của bài', en: 'Address of this page' },
} as const satisfies Messages
