import type { State } from '../editions/edition.ts'
import { stateMessages } from '../editions/why-not-messages.ts'
import type { Message, Messages } from '../web/message.ts'

/** What the shell of the office says. */
export const messages = {
  office: { vi: 'Tòa soạn Khuê', en: 'Khuê office' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to content' },
  myWork: { vi: 'Việc của tôi', en: 'My work' },
  articles: { vi: 'Tin bài', en: 'Articles' },
  media: { vi: 'Thư viện', en: 'Library' },
  offers: { vi: 'Bài đề nghị', en: 'Offers' },
  readers: { vi: 'Bạn đọc', en: 'Readers' },
  sites: { vi: 'Cổng', en: 'Portals' },
  people: { vi: 'Người dùng', en: 'People' },
  topics: { vi: 'Chuyên đề', en: 'Topics' },
  units: { vi: 'Đơn vị', en: 'Units' },
  statistics: { vi: 'Thống kê', en: 'Statistics' },
  calendar: { vi: 'Lịch, thời hạn', en: 'Calendar' },
  audit: { vi: 'Nhật ký', en: 'Audit log' },
  hotline: { vi: 'Tổng đài', en: 'Hotline' },
  outbox: { vi: 'Thư đi', en: 'Outgoing mail' },
  account: { vi: 'Tài khoản', en: 'Account' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  demo: { vi: 'Dữ liệu minh họa', en: 'Demonstration data' },
  menu: { vi: 'Danh mục', en: 'Menu' },
  personMenu: { vi: 'Tài khoản của {name}', en: 'Account of {name}' },
  security: { vi: 'Mật khẩu và bảo mật', en: 'Password and security' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  keys: { vi: 'Phím tắt', en: 'Keyboard shortcuts' },
  close: { vi: 'Đóng', en: 'Close' },
  backToMyWork: { vi: 'Về trang Việc của tôi', en: 'Back to My work' },
  backToForm: { vi: 'Quay lại', en: 'Go back' },
  paging: { vi: 'Các trang của danh sách', en: 'Pages of the list' },
  nextPage: { vi: 'Xem tiếp', en: 'Next' },
  firstPage: { vi: 'Về đầu danh sách', en: 'Back to the start' },
  formRefused: { vi: 'Chưa lưu được. Hãy sửa những chỗ sau:', en: 'Not saved yet. Please mend the following:' },
  error400: { vi: 'Yêu cầu này không đọc được', en: 'This request cannot be read' },
  error403: { vi: 'Bạn không có quyền làm việc này', en: 'You may not do this' },
  error404: { vi: 'Không tìm thấy trang này', en: 'Page not found' },
  error409: { vi: 'Chưa thực hiện được', en: 'This could not be done' },
  error413: { vi: 'Những gì gửi lên nặng quá mức cho phép', en: 'What was sent is too heavy' },
  error414: { vi: 'Địa chỉ này dài quá mức cho phép', en: 'This address is too long' },
  error500: {
    vi: 'Hệ thống gặp lỗi. Những gì bạn đã lưu vẫn còn; hãy thử lại sau ít phút',
    en: 'Something failed. What you saved is kept; try again in a few minutes',
  },
  what403: {
    vi: 'Nếu việc này thuộc phần của bạn, hãy nhờ quản trị cổng giao thêm vai trò.',
    en: 'If this is part of your work, ask the administrator of the portal for the role.',
  },
  what404: {
    vi: 'Địa chỉ có thể đã gõ sai, hoặc trang thuộc một cổng mà bạn không tham gia.',
    en: 'The address may be mistyped, or belong to a portal you do not work for.',
  },
  whatStale: {
    vi: 'Có người vừa thay đổi nội dung này sau khi bạn mở trang. Chưa có gì bị ghi đè. Hãy quay lại, tải lại trang để xem bản mới rồi làm lại.',
    en: 'Someone changed this after you opened the page. Nothing was overwritten. Go back, reload to see the new version, and try again.',
  },
} as const satisfies Messages

/** The states of an edition, as people of a newsroom call them. */
export const stateNames: Record<State, Message> = stateMessages
