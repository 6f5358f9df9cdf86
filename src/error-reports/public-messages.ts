import type { Messages } from '../web/message.ts'

/** Words a reader meets who reports an error. */
export const messages = {
  link: { vi: 'Báo lỗi trong bài này', en: 'Report an error in this article' },
  title: { vi: 'Báo lỗi trong bài', en: 'Report an error in an article' },
  article: { vi: 'Bài viết', en: 'Article' },
  lead: {
    vi: 'Cảm ơn bạn giúp thông tin của cổng chính xác. Ban biên tập xem và xử lý trong {hours} giờ. Nội dung báo lỗi không hiện công khai.',
    en: 'Thank you for helping to keep this portal right. The editors deal with it within {hours} hours. What you write is not shown in public.',
  },
  kind: { vi: 'Loại lỗi', en: 'Kind of error' },
  kindMissing: { vi: 'Hãy chọn loại lỗi.', en: 'Choose the kind of error.' },
  what: { vi: 'Lỗi là gì?', en: 'What is wrong?' },
  whatHint: {
    vi: 'Ghi điều sai và, nếu biết, thông tin đúng kèm nguồn. Từ {from} đến {to} ký tự.',
    en: 'Say what is wrong and, if you know it, what is right and where it says so. {from} to {to} characters.',
  },
  whatMissing: {
    vi: 'Hãy viết lỗi là gì, ít nhất {from} ký tự.',
    en: 'Say what is wrong, in {from} characters or more.',
  },
  passage: { vi: 'Đoạn có lỗi (không bắt buộc)', en: 'The passage (optional)' },
  passageHint: { vi: 'Chép lại câu hoặc đoạn có lỗi.', en: 'Copy the sentence or passage.' },
  tooLong: { vi: 'Dài quá {max} ký tự: hãy rút gọn.', en: 'Longer than {max} characters: please shorten it.' },
  sender: { vi: 'Nhận trả lời qua thư điện tử (không bắt buộc)', en: 'To be answered by e-mail (optional)' },
  senderHint: {
    vi: 'Chỉ dùng để trả lời bạn về lỗi này. Tên và địa chỉ được xóa {days} ngày sau khi xử lý xong, không chuyển cho ai khác.',
    en: 'Used only to answer you about this error. Name and address are erased {days} days after it is dealt with, and passed to nobody.',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  emailForm: {
    vi: 'Hãy ghi địa chỉ dạng ten@vidu.vn, hoặc bỏ trống.',
    en: 'Write it as name@example.vn, or leave it empty.',
  },
  emailForName: {
    vi: 'Hãy ghi thư điện tử để nhận trả lời, hoặc bỏ trống cả họ tên.',
    en: 'Give an e-mail address for the answer, or leave the name empty too.',
  },
  send: { vi: 'Gửi báo lỗi', en: 'Send the report' },
  enough: {
    vi: 'Hôm nay cổng đã nhận 10 báo lỗi từ bạn nên chưa nhận thêm. Nội dung vẫn ở dưới đây: mời bạn chép lại và gửi vào ngày mai, hoặc gọi cho cơ quan quản lý cổng theo số ở cuối trang.',
    en: 'This portal took ten reports from you today and takes no more. What you wrote is still below: please keep it and send it tomorrow, or call the agency at the number at the foot of this page.',
  },
  busy: {
    vi: 'Cổng đang nhận quá nhiều báo lỗi cùng lúc. Nội dung vẫn ở dưới đây: mời bạn gửi lại sau một giờ, hoặc gọi cho cơ quan quản lý cổng theo số ở cuối trang.',
    en: 'This portal is receiving too many reports at once. What you wrote is still below: please send it again in an hour, or call the agency at the number at the foot of this page.',
  },
  received: { vi: 'Đã nhận báo lỗi của bạn', en: 'Your report was received' },
  receipt: { vi: 'Phiếu báo lỗi', en: 'Receipt of a report' },
  code: { vi: 'Số phiếu', en: 'Number' },
  codeHint: {
    vi: 'Hãy lưu địa chỉ trang này nếu bạn muốn xem kết quả về sau.',
    en: 'Keep the address of this page if you want to see the outcome later.',
  },
  state: { vi: 'Tình trạng', en: 'State' },
  receivedAt: { vi: 'Nhận lúc', en: 'Received' },
  dueAt: { vi: 'Xử lý xong trước', en: 'To be dealt with by' },
  closedAt: { vi: 'Xử lý xong lúc', en: 'Dealt with' },
  willAnswer: {
    vi: 'Thư trả lời sẽ gửi đến địa chỉ bạn đã ghi.',
    en: 'The answer will be sent to the address you gave.',
  },
  answered: { vi: 'Kết quả xử lý ghi ở trên.', en: 'The outcome stands above.' },
  noAnswer: {
    vi: 'Bạn không để lại thư điện tử nên kết quả chỉ hiện ở trang này.',
    en: 'You left no address, so the outcome shows on this page only.',
  },
  spamState: { vi: 'Đã đóng', en: 'Closed' },
  backToArticle: { vi: 'Quay lại bài viết', en: 'Back to the article' },
  unknown: { vi: 'Không tìm thấy bài cần báo lỗi', en: 'The article was not found' },
  unknownText: {
    vi: 'Hãy mở bài có lỗi trên cổng rồi chọn “Báo lỗi trong bài này” ở cuối bài.',
    en: 'Open the article on this portal and choose “Report an error in this article” at its end.',
  },
  gone: { vi: 'Bài này không còn trên cổng', en: 'This article is no longer here' },
  goneText: {
    vi: 'Bài đã được gỡ hoặc hết thời hạn đăng nên không cần báo lỗi nữa. Cảm ơn bạn đã quan tâm.',
    en: 'It was withdrawn or has expired, so no report is needed. Thank you for caring.',
  },
  noReceipt: { vi: 'Không có phiếu báo lỗi này', en: 'There is no such receipt' },
  noReceiptText: {
    vi: 'Hãy kiểm tra lại số phiếu: tám chữ và số, dạng ABCD-1234.',
    en: 'Please check the number: eight letters and digits, as ABCD-1234.',
  },
} as const satisfies Messages
