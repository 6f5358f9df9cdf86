import type { Messages } from '../web/message.ts'

/** What the outbox says. */
export const messages = {
  outbox: { vi: 'Thư đi', en: 'Outgoing mail' },
  noSmtp: {
    vi: 'Chưa cấu hình máy chủ thư (SMTP): thư được giữ ở đây và đọc được, nhưng chưa gửi đi. Người cài đặt đặt biến SMTP_URL rồi khởi động lại; thư đang chờ sẽ được gửi.',
    en: 'No mail server (SMTP) is set: mails are kept and can be read here, but are not sent. Set SMTP_URL and restart; waiting mails will go out.',
  },
  search: { vi: 'Tìm theo tiêu đề, người nhận', en: 'Search subject, recipient' },
  state: { vi: 'Tình trạng', en: 'State' },
  all: { vi: 'Tất cả', en: 'All' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  failed: { vi: 'Gửi hỏng', en: 'Failed' },
  filter: { vi: 'Lọc', en: 'Filter' },
  clearFilter: { vi: 'Bỏ lọc', en: 'Clear' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  recipient: { vi: 'Người nhận', en: 'Recipient' },
  recipientSealed: { vi: 'Người nhận được niêm phong', en: 'The recipient is sealed' },
  bodySealed: {
    vi: 'Thư gửi người dân: địa chỉ và nội dung được niêm phong, không ai đọc được ở đây.',
    en: 'A mail to a citizen: address and text are sealed, nobody can read them here.',
  },
  written: { vi: 'Viết lúc', en: 'Written' },
  sentAt: { vi: 'Gửi lúc', en: 'Sent' },
  site: { vi: 'Cổng', en: 'Portal' },
  network: { vi: 'Toàn mạng lưới', en: 'Whole network' },
  attempts: { vi: 'Số lần thử', en: 'Attempts' },
  lastTry: { vi: 'Thử lần cuối', en: 'Last try' },
  lastError: { vi: 'Máy chủ thư báo', en: 'The mail server said' },
  nextTry: { vi: 'Lần thử tới', en: 'Next try' },
  againLater: { vi: 'Sẽ tự gửi lại sau ít phút.', en: 'Will be tried again by itself.' },
  givenUp: {
    vi: 'Đã thôi thử. Kiểm tra địa chỉ người nhận và máy chủ thư.',
    en: 'No longer tried. Check the address and the mail server.',
  },
  body: { vi: 'Nội dung', en: 'Text' },
  linksHidden: { vi: 'Liên kết riêng của người nhận được ẩn.', en: 'Private links of the recipient are hidden.' },
  empty: { vi: 'Chưa có thư nào', en: 'No mail yet' },
  emptyHint: {
    vi: 'Thư đặt lại mật khẩu, mời tham gia và thông báo công việc sẽ hiện ở đây.',
    en: 'Password resets, invitations and notices appear here.',
  },
  nothing: { vi: 'Không có thư nào khớp', en: 'No mail matches' },
  nothingHint: { vi: 'Thử ít từ hơn, hoặc bỏ lọc.', en: 'Try fewer words, or clear the filter.' },
  back: { vi: 'Về danh sách thư', en: 'Back to the list' },
} as const satisfies Messages
