import type { Message } from '../web/message.ts'
import { fold } from '../web/vietnamese.ts'

/** What acts are about, for people. */
const nouns: Record<string, Message> = {
  alert: { vi: 'dải thông báo', en: 'alert' },
  assessment: { vi: 'kết quả tự đánh giá', en: 'self-assessment' },
  audit: { vi: 'nhật ký', en: 'audit log' },
  author: { vi: 'bút danh', en: 'byline' },
  channel: { vi: 'kênh thông tin', en: 'channel' },
  comment: { vi: 'góp ý', en: 'comment' },
  demo: { vi: 'dữ liệu minh họa', en: 'demonstration data' },
  edition: { vi: 'bài', en: 'edition' },
  'error-report': { vi: 'báo lỗi', en: 'error report' },
  entry: { vi: 'tin bài', en: 'entry' },
  home: { vi: 'bố trí trang chủ', en: 'front page' },
  'home-block': { vi: 'khối trang chủ', en: 'block of the front page' },
  import: { vi: 'đợt nhập dữ liệu', en: 'import' },
  mail: { vi: 'thư', en: 'mail' },
  media: { vi: 'tệp', en: 'file' },
  membership: { vi: 'vai trò', en: 'membership' },
  network: { vi: 'mạng lưới', en: 'network' },
  outage: { vi: 'thông báo gián đoạn', en: 'outage notice' },
  person: { vi: 'người dùng', en: 'person' },
  placement: { vi: 'vị trí đăng', en: 'placement' },
  'preview-link': { vi: 'liên kết xem thử', en: 'preview link' },
  section: { vi: 'chuyên mục', en: 'section' },
  session: { vi: 'phiên đăng nhập', en: 'session' },
  site: { vi: 'cổng', en: 'portal' },
  template: { vi: 'mẫu cổng', en: 'template' },
  topic: { vi: 'chuyên đề', en: 'topic' },
  unit: { vi: 'đơn vị', en: 'unit' },
}

/** Acts that are called the same whatever they are about; the noun follows. */
const verbs: Record<string, Message> = {
  added: { vi: 'Thêm', en: 'Add' },
  approved: { vi: 'Duyệt', en: 'Approve' },
  archived: { vi: 'Lưu trữ', en: 'Archive' },
  accepted: { vi: 'Nhận', en: 'Accept' },
  changed: { vi: 'Sửa', en: 'Change' },
  closed: { vi: 'Đóng', en: 'Close' },
  confirmed: { vi: 'Xác nhận', en: 'Confirm' },
  corrected: { vi: 'Đính chính', en: 'Correct' },
  created: { vi: 'Tạo', en: 'Create' },
  declined: { vi: 'Từ chối', en: 'Decline' },
  disabled: { vi: 'Khóa tài khoản', en: 'Disable' },
  discarded: { vi: 'Bỏ', en: 'Discard' },
  enabled: { vi: 'Mở lại tài khoản', en: 'Enable' },
  ended: { vi: 'Kết thúc', en: 'End' },
  expired: { vi: 'Hết hạn', en: 'Expire' },
  exported: { vi: 'Xuất', en: 'Export' },
  featured: { vi: 'Làm nổi bật', en: 'Feature' },
  imported: { vi: 'Nhập', en: 'Import' },
  invited: { vi: 'Mời', en: 'Invite' },
  loaded: { vi: 'Nạp', en: 'Load' },
  locked: { vi: 'Tạm khóa', en: 'Lock' },
  made: { vi: 'Viết', en: 'Make' },
  moved: { vi: 'Chuyển', en: 'Move' },
  offered: { vi: 'Đề nghị', en: 'Offer' },
  overdue: { vi: 'Báo chậm giờ', en: 'Report overdue' },
  published: { vi: 'Đăng', en: 'Publish' },
  recalled: { vi: 'Rút lại', en: 'Recall' },
  removed: { vi: 'Xóa', en: 'Remove' },
  renamed: { vi: 'Đổi tên', en: 'Rename' },
  renewed: { vi: 'Xử lý lại', en: 'Renew' },
  reopened: { vi: 'Mở lại', en: 'Reopen' },
  resolved: { vi: 'Xử lý xong', en: 'Resolve' },
  restored: { vi: 'Khôi phục', en: 'Restore' },
  returned: { vi: 'Trả lại', en: 'Return' },
  reviewed: { vi: 'Biên tập xong', en: 'Review' },
  revised: { vi: 'Làm bản mới', en: 'Revise' },
  revoked: { vi: 'Hủy', en: 'Revoke' },
  saved: { vi: 'Lưu', en: 'Save' },
  scheduled: { vi: 'Hẹn giờ đăng', en: 'Schedule' },
  submitted: { vi: 'Gửi duyệt', en: 'Submit' },
  unlocked: { vi: 'Mở khóa', en: 'Unlock' },
  unscheduled: { vi: 'Bỏ hẹn giờ', en: 'Unschedule' },
  uploaded: { vi: 'Tải lên', en: 'Upload' },
  withdrawn: { vi: 'Gỡ', en: 'Withdraw' },
}

/** Acts whose sentence is their own. */
const sentences: Record<string, Message> = {
  'outage.ended': { vi: 'Báo đã khôi phục dịch vụ', en: 'Report restoration of service' },
  'outage.withdrawn': { vi: 'Hủy đợt tạm ngừng', en: 'Call off a suspension' },
  'comment.made': { vi: 'Viết góp ý', en: 'Comment' },
  'edition.confirmed': { vi: 'Xác nhận bài đăng khẩn', en: 'Confirm emergency publication' },
  'edition.published-in-emergency': { vi: 'Đăng khẩn', en: 'Publish in emergency' },
  'entry.correction-begun': { vi: 'Bắt đầu đính chính', en: 'Begin a correction' },
  'entry.created': { vi: 'Viết bài mới', en: 'Write a new article' },
  'entry.translation-begun': { vi: 'Bắt đầu bản ngôn ngữ khác', en: 'Begin a version in the other language' },
  'entry.translation-linked': { vi: 'Liên kết bản ngôn ngữ khác', en: 'Link versions in two languages' },
  'entry.translation-unlinked': { vi: 'Bỏ liên kết bản ngôn ngữ khác', en: 'Unlink versions in two languages' },
  'entry.revision-begun': { vi: 'Bắt đầu phiên bản mới', en: 'Begin a new edition' },
  'error-report.received': { vi: 'Bạn đọc báo lỗi', en: 'A reader reports an error' },
  'error-report.taken': { vi: 'Nhận xử lý báo lỗi', en: 'Take an error report' },
  'error-report.closed': { vi: 'Xử lý xong báo lỗi', en: 'Close an error report' },
  'error-report.sender-erased': {
    vi: 'Xóa thông tin người gửi báo lỗi',
    en: 'Erase who sent error reports',
  },
  'person.password-changed': { vi: 'Đổi mật khẩu', en: 'Change password' },
  'person.password-link-sent': { vi: 'Gửi liên kết đặt mật khẩu', en: 'Send password link' },
  'person.password-set': { vi: 'Đặt mật khẩu', en: 'Set password' },
  'person.recovery-codes-renewed': { vi: 'Cấp lại mã dự phòng', en: 'Renew recovery codes' },
  'person.second-factor-enrolled': { vi: 'Bật xác thực hai bước', en: 'Enrol second factor' },
  'person.second-factor-removed': { vi: 'Tắt xác thực hai bước', en: 'Remove second factor' },
  'person.sessions-ended': { vi: 'Kết thúc các phiên đăng nhập', en: 'End sessions' },
  'person.sign-in-failed': { vi: 'Đăng nhập không thành công', en: 'Failed sign-in' },
  'person.signed-in': { vi: 'Đăng nhập', en: 'Sign in' },
  'person.signed-out': { vi: 'Đăng xuất', en: 'Sign out' },
  'preview-link.made': { vi: 'Tạo liên kết xem thử', en: 'Make preview link' },
  'placement.ended': { vi: 'Thôi đăng ở cổng khác', en: 'End placement' },
  'placement.offered': { vi: 'Đề nghị cổng khác đăng', en: 'Offer to another portal' },
  'placement.accepted': { vi: 'Nhận đăng bài đề nghị', en: 'Accept offer' },
  'placement.declined': { vi: 'Từ chối bài đề nghị', en: 'Decline offer' },
  'placement.featured': { vi: 'Làm nổi bật hoặc ghim bài', en: 'Feature or pin' },
  'site.chain-changed': { vi: 'Sửa quy trình duyệt của cổng', en: 'Change approval chain' },
  'site.error-report-rule-changed': { vi: 'Đổi thời hạn xử lý báo lỗi', en: 'Change the hours for error reports' },
  'site.host-added': { vi: 'Thêm tên miền', en: 'Add host' },
  'site.host-made-primary': { vi: 'Chọn tên miền chính', en: 'Make host primary' },
  'site.host-removed': { vi: 'Bỏ tên miền', en: 'Remove host' },
  'site.named-in-english': { vi: 'Đặt tên tiếng Anh của cổng', en: 'Name a portal in English' },
  'site.theme-changed': { vi: 'Đổi giao diện cổng', en: 'Change theme' },
  'template.section-added': { vi: 'Thêm chuyên mục vào mẫu', en: 'Add template section' },
  'template.section-changed': { vi: 'Sửa chuyên mục của mẫu', en: 'Change template section' },
  'template.section-moved': { vi: 'Chuyển chuyên mục của mẫu', en: 'Move template section' },
  'template.section-removed': { vi: 'Xóa chuyên mục của mẫu', en: 'Remove template section' },
}

/** What an act is called: "Duyệt bài". An act without a name here keeps its code. */
export function actionName(action: string): Message {
  const own = sentences[action]
  if (own) return own
  const [noun = '', participle = ''] = action.split('.')
  const [verb, object] = [verbs[participle], nouns[noun]]
  return verb && object ? { vi: `${verb.vi} ${object.vi}`, en: `${verb.en} ${object.en}` } : { vi: action, en: action }
}

/** The subject somebody means: "Bài 12", "bai 12", "edition 12", or a kind alone. Words that name no kind come back as they are. */
export function readSubject(text: string): { kind: string; id?: string } {
  const named = (words: string): string | undefined =>
    Object.keys(nouns).find((kind) => kind === words || fold(nouns[kind]!.vi) === fold(words))
  const whole = named(text)
  if (whole) return { kind: whole }
  const [, words = text, id] = /^(.+?)[\s:#]+([\w.-]+)$/.exec(text) ?? []
  return { kind: named(words) ?? words, id }
}

/** What a kind of subject is called. */
export function subjectName(kind: string): Message {
  const noun = nouns[kind]
  return noun ? { vi: noun.vi.charAt(0).toUpperCase() + noun.vi.slice(1), en: noun.en } : { vi: kind, en: kind }
}
