import type { Messages } from '../web/message.ts'

/** Every reason for refusal, as a sentence that says what to do. The keys are the codes. */
export const reasonMessages = {
  'kind-unknown': {
    vi: 'Loại nội dung này không còn được hỗ trợ.',
    en: 'This kind of content is no longer supported.',
  },
  'wrong-state': {
    vi: 'Bản này đang ở bước “{state}”, chưa thực hiện được thao tác này.',
    en: 'This version is “{state}”; the step is not possible now.',
  },
  'not-in-chain': {
    vi: 'Quy trình của bản này không có bước này.',
    en: 'The chain of this version does not have this step.',
  },
  'not-your-role': {
    vi: 'Vai trò của bạn trên cổng này không làm bước này.',
    en: 'Your role on this portal does not take this step.',
  },
  'own-article': {
    vi: 'Bạn là người viết: cần một người khác làm bước này.',
    en: 'You wrote it: someone else must take this step.',
  },
  'own-submission': {
    vi: 'Bạn là người gửi duyệt: cần một người khác duyệt.',
    en: 'You submitted it: someone else must approve.',
  },
  'own-changes': {
    vi: 'Bạn đã sửa bài sau khi bài được trình, chưa ai khác xem những chỗ đó: hãy trả lại để tác giả xem và trình lại, hoặc nhờ người khác duyệt.',
    en: 'You changed the text after it was handed on, and nobody else has seen that: return it so that the author submits it again, or let someone else approve.',
  },
  'own-words': {
    vi: 'Bản này lấy lại lời văn của bạn: cần một người khác duyệt.',
    en: 'This version took over your words: someone else must approve.',
  },
  'language-linked': {
    vi: 'Bài đang liên kết với bản ngôn ngữ khác nên không đổi được ngôn ngữ: hãy bỏ liên kết ở trang của bài trước.',
    en: 'The article is linked to its version in the other language: remove that link on its page before changing the language.',
  },
  'version-exists': {
    vi: 'Bài này đã có bản ngôn ngữ khác.',
    en: 'This article already has a version in the other language.',
  },
  'other-linked': {
    vi: 'Bài được chọn đang liên kết với một bài khác.',
    en: 'The chosen article is linked to another one.',
  },
  'same-language': {
    vi: 'Hai bài viết cùng một ngôn ngữ: hãy chọn bài ở ngôn ngữ kia.',
    en: 'Both articles are in the same language: choose one in the other.',
  },
  'other-portal': {
    vi: 'Chỉ liên kết được hai bài của cùng một cổng.',
    en: 'Only articles of one portal can be linked.',
  },
  'no-version': { vi: 'Bài này chưa liên kết với bản nào.', en: 'This article has no other version.' },
  'title-missing': { vi: 'Chưa có tiêu đề.', en: 'The title is missing.' },
  'title-too-long': { vi: 'Tiêu đề dài quá 200 ký tự: hãy rút gọn.', en: 'The title is longer than 200 characters.' },
  'title-capitals': { vi: 'Tiêu đề viết hoa toàn bộ: hãy viết như câu thường.', en: 'The title is all in capitals.' },
  'summary-missing': { vi: 'Chưa có sapo (tóm tắt).', en: 'The summary is missing.' },
  'body-missing': { vi: 'Chưa có nội dung.', en: 'The body is empty.' },
  'section-missing': { vi: 'Chưa chọn chuyên mục.', en: 'No section is chosen.' },
  'section-gone': {
    vi: 'Một chuyên mục đã chọn không còn trên cổng này: hãy chọn lại.',
    en: 'A chosen section is no longer on this portal.',
  },
  'author-missing': { vi: 'Chưa ghi tác giả.', en: 'No author is named.' },
  'author-gone': {
    vi: 'Một tác giả đã chọn không còn trong danh sách: hãy chọn lại.',
    en: 'A chosen author no longer exists.',
  },
  'image-alt-missing': {
    vi: '{count} ảnh chưa có văn bản thay thế (mô tả ảnh cho người không nhìn được).',
    en: '{count} image(s) without alternative text.',
  },
  'image-source-missing': {
    vi: '{count} ảnh chưa ghi nguồn hoặc người giữ quyền.',
    en: '{count} image(s) without source or rights.',
  },
  'image-processing': {
    vi: '{count} ảnh đang được xử lý: hãy đợi ít giây.',
    en: '{count} image(s) still being processed.',
  },
  'image-failed': {
    vi: '{count} ảnh không xử lý được: hãy thay tệp khác.',
    en: '{count} image(s) could not be processed.',
  },
  'film-words-missing': {
    vi: '{count} video chưa có phụ đề hoặc lời thoại: hãy thêm để người khiếm thính, khiếm thị theo dõi được.',
    en: '{count} film(s) without captions or transcript: add them for those who cannot hear or see.',
  },
  'film-title-missing': { vi: '{count} video chưa có tên.', en: '{count} film(s) without a title.' },
  'film-wrong-file': {
    vi: '{count} video dùng nhầm loại tệp (video, ảnh bìa hoặc phụ đề): hãy chọn lại.',
    en: '{count} film(s) use a file of another kind: choose again.',
  },
  'media-gone': {
    vi: '{count} tệp không có trong thư viện của cổng này: hãy chọn lại.',
    en: '{count} file(s) are not in this portal’s library.',
  },
  'link-empty': {
    vi: '{count} liên kết không có địa chỉ hoặc không có chữ.',
    en: '{count} link(s) without an address or without words.',
  },
  'link-target-gone': {
    vi: '{count} liên kết dẫn đến tin bài đã gỡ hoặc không còn.',
    en: '{count} link(s) lead to an article that is gone.',
  },
  'phone-number': {
    vi: 'Có số điện thoại di động trong {where}: hãy bỏ số của cá nhân.',
    en: 'There is a mobile phone number in the {where}.',
  },
  'identity-number': {
    vi: 'Có dãy 12 chữ số giống số định danh cá nhân trong {where}: hãy bỏ.',
    en: 'There is a 12-digit number like an identity number in the {where}.',
  },
  'secrecy-mark': {
    vi: 'Có dấu chỉ độ mật (MẬT, TỐI MẬT, TUYỆT MẬT) trong {where}: không được đăng tài liệu mật.',
    en: 'There is a mark of secrecy in the {where}.',
  },
  'expiry-past': { vi: 'Thời điểm hết hạn đã qua: hãy chọn lại hoặc bỏ trống.', en: 'The time of expiry has passed.' },
  'time-missing': { vi: 'Chưa chọn thời điểm đăng.', en: 'No time is given.' },
  'schedule-past': {
    vi: 'Thời điểm đăng đã qua: hãy chọn một thời điểm sau lúc này.',
    en: 'The time of publication has passed.',
  },
  'schedule-too-far': {
    vi: 'Thời điểm đăng xa quá một năm: hãy chọn lại.',
    en: 'The time of publication is more than a year away.',
  },
  'expiry-before-publication': {
    vi: 'Thời điểm hết hạn đứng trước thời điểm đăng.',
    en: 'It would expire before it is published.',
  },
  'comment-missing': { vi: 'Hãy ghi ý kiến để người viết biết cần sửa gì.', en: 'Say what must be changed.' },
  'reason-missing': { vi: 'Hãy ghi lý do.', en: 'Give the reason.' },
  'note-missing': {
    vi: 'Hãy ghi lời đính chính sẽ hiện cho bạn đọc.',
    en: 'Write the correction that readers will see.',
  },
  'body-of-comment-missing': { vi: 'Hãy viết ý kiến.', en: 'Write the comment.' },
  'open-edition-exists': {
    vi: 'Mục này đang có một bản chưa xong: hãy làm tiếp bản đó.',
    en: 'There is already an open version: continue it.',
  },
  'not-live': { vi: 'Mục này hiện không được đăng.', en: 'This is not live.' },
  'never-published': { vi: 'Mục này chưa đăng lần nào.', en: 'This was never published.' },
  frozen: {
    vi: 'Bản đang mở đã được duyệt nên không sửa được: hãy trả lại trước.',
    en: 'The open version is approved and frozen: return it first.',
  },
  'no-emergency': {
    vi: 'Bản này không phải đăng khẩn, hoặc đã được xác nhận.',
    en: 'It was not published in emergency, or is confirmed already.',
  },
  'own-site': { vi: 'Đây là cổng của chính bài này.', en: 'This is the entry’s own portal.' },
  'site-closed': { vi: 'Cổng này đã đóng.', en: 'This portal is closed.' },
  'offered-already': { vi: 'Đã đề nghị với cổng này rồi.', en: 'It is offered to this portal already.' },
  'no-offer': { vi: 'Không có lời đề nghị nào đang chờ.', en: 'There is no offer waiting.' },
  'not-placed': { vi: 'Bài này không có trên cổng đó.', en: 'It does not stand on that portal.' },
  'pin-past': { vi: 'Thời điểm hết ghim đã qua.', en: 'The pin would be over already.' },
  'resolved-already': { vi: 'Ý kiến này đã được đánh dấu xong.', en: 'This comment is resolved already.' },
  'hours-out-of-range': {
    vi: 'Liên kết xem thử có hiệu lực từ 1 đến 720 giờ.',
    en: 'A preview link lasts 1 to 720 hours.',
  },
} as const satisfies Messages

export type ReasonCode = keyof typeof reasonMessages

/** How the states are called on screens and in sentences. */
export const stateMessages = {
  draft: { vi: 'Bản nháp', en: 'Draft' },
  submitted: { vi: 'Chờ biên tập', en: 'Submitted' },
  reviewed: { vi: 'Chờ duyệt', en: 'Reviewed' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
  scheduled: { vi: 'Hẹn giờ đăng', en: 'Scheduled' },
  published: { vi: 'Đang đăng', en: 'Published' },
  superseded: { vi: 'Đã có bản mới', en: 'Superseded' },
  withdrawn: { vi: 'Đã gỡ', en: 'Withdrawn' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  discarded: { vi: 'Đã bỏ', en: 'Discarded' },
} as const satisfies Messages

/** How the steps are called on buttons and in histories. */
export const stepMessages = {
  submit: { vi: 'Gửi duyệt', en: 'Submit' },
  recall: { vi: 'Rút về', en: 'Recall' },
  review: { vi: 'Biên tập xong, trình duyệt', en: 'Pass on for approval' },
  return: { vi: 'Trả lại', en: 'Return' },
  approve: { vi: 'Duyệt', en: 'Approve' },
  approveSubmitted: { vi: 'Duyệt', en: 'Approve' },
  schedule: { vi: 'Hẹn giờ đăng', en: 'Schedule' },
  unschedule: { vi: 'Bỏ hẹn giờ', en: 'Unschedule' },
  publish: { vi: 'Đăng', en: 'Publish' },
  publishInEmergency: { vi: 'Đăng khẩn', en: 'Publish in emergency' },
  supersede: { vi: 'Thay bằng bản mới', en: 'Supersede' },
  withdraw: { vi: 'Gỡ bài', en: 'Withdraw' },
  expire: { vi: 'Hết hạn', en: 'Expire' },
  discard: { vi: 'Bỏ bản này', en: 'Discard' },
} as const satisfies Messages

/** Where in a text something stands, in the middle of a sentence. */
export const placeMessages = {
  title: { vi: 'tiêu đề', en: 'title' },
  summary: { vi: 'sapo', en: 'summary' },
  body: { vi: 'nội dung', en: 'body' },
  lead: { vi: 'chú thích ảnh đại diện', en: 'caption of the lead image' },
  gallery: { vi: 'chú thích bộ ảnh', en: 'captions of the gallery' },
} as const satisfies Messages
