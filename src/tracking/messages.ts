import type { Messages } from '../web/message.ts'

/** Words of the pages on which a sender follows a case. */
export const messages = {
  title: { vi: 'Theo dõi hồ sơ', en: 'Follow your case' },
  lead: {
    vi: 'Nhập mã tra cứu bạn nhận được khi gửi câu hỏi, phản ánh hoặc yêu cầu để xem tình trạng, thời hạn và trả lời.',
    en: 'Enter the code you were given when you sent your question, feedback or request, to see where it stands, when it is due and what was answered.',
  },
  code: { vi: 'Mã tra cứu', en: 'Code' },
  codeHint: {
    vi: '16 chữ và số, ví dụ ABCD-EFGH-1234-5678. Gạch nối, khoảng trắng, chữ hoa hay chữ thường đều được.',
    en: '16 letters and digits, such as ABCD-EFGH-1234-5678. Hyphens, spaces, capitals or not: all the same.',
  },
  numberOptional: { vi: 'Số hồ sơ (không bắt buộc)', en: 'Number of the case (optional)' },
  numberHint: { vi: 'Ví dụ HN-2026-000123.', en: 'For example HN-2026-000123.' },
  look: { vi: 'Xem hồ sơ', en: 'Show the case' },
  wrong: {
    vi: 'Không tìm thấy hồ sơ với số và mã đã nhập. Hãy kiểm tra lại từng ký tự.',
    en: 'No case was found with this number and code. Please check every character.',
  },
  tooMany: {
    vi: 'Hôm nay đã có quá nhiều lần nhập mã không đúng từ thiết bị hoặc mạng của bạn. Hãy thử lại vào ngày mai, hoặc gọi cho cơ quan quản lý cổng theo số ở cuối trang.',
    en: 'Too many wrong codes came from your device or network today. Please try again tomorrow, or call the agency at the number at the foot of this page.',
  },
  lost: {
    vi: 'Mã có trong thư điện tử tiếp nhận (nếu bạn để lại địa chỉ) và trên phiếu bạn đã in. Vì mã là bí mật của riêng bạn, cổng không thể tra lại mã theo tên hay số điện thoại.',
    en: 'The code is in the mail that confirmed receipt (if you left an address) and on the slip you printed. It is your secret: this portal cannot find it by name or telephone number.',
  },
  elsewhere: { vi: 'Về trang theo dõi', en: 'Back to the tracking page' },

  head: { vi: 'Hồ sơ {number}', en: 'Case {number}' },
  number: { vi: 'Số hồ sơ', en: 'Number' },
  kind: { vi: 'Loại', en: 'Kind' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  handler: { vi: 'Cơ quan đang xử lý', en: 'Agency dealing with it' },
  division: { vi: 'Bộ phận', en: 'Division' },
  state: { vi: 'Tình trạng', en: 'State' },
  receivedAt: { vi: 'Tiếp nhận', en: 'Received' },
  due: { vi: 'Trả lời chậm nhất', en: 'Answer due by' },
  dueWas: { vi: 'Hạn trả lời', en: 'Was due by' },
  dueDay: { vi: 'hết ngày {day}', en: 'the end of {day}' },
  provisional: {
    vi: 'Thời hạn đang tạm dừng để chờ bạn bổ sung; ngày này lùi theo thời gian chờ.',
    en: 'The clock stands still until you add what was asked; this day moves on meanwhile.',
  },
  overdue: {
    vi: 'Cơ quan xử lý đã quá thời hạn này. Bạn không phải làm gì thêm để giữ quyền được trả lời.',
    en: 'The agency is past this day. You need do nothing to keep your right to an answer.',
  },
  answeredInTime: { vi: 'Đã trả lời ngày {day}, đúng hạn.', en: 'Answered on {day}, in time.' },
  answeredLate: { vi: 'Đã trả lời ngày {day}, quá hạn.', en: 'Answered on {day}, late.' },
  hidden: {
    vi: 'Vì lý do bảo mật, trang này không hiển thị nội dung bạn đã gửi.',
    en: 'For your protection this page does not show what you sent.',
  },
  onOther: {
    vi: 'Hồ sơ này gửi qua một cổng khác trong mạng lưới; mã dùng được ở mọi cổng.',
    en: 'This case was sent through another portal of the network; its code works on all of them.',
  },

  answers: { vi: 'Trả lời của cơ quan', en: 'The answer' },
  answerOf: { vi: 'Trả lời ngày {day}', en: 'Answer of {day}' },
  progressOf: { vi: 'Thông báo ngày {day}', en: 'Notice of {day}' },
  refusalOf: { vi: 'Từ chối ngày {day}', en: 'Refusal of {day}' },
  ground: { vi: 'Căn cứ từ chối', en: 'Ground of the refusal' },
  complain: {
    vi: 'Nếu không đồng ý với việc từ chối, bạn có quyền khiếu nại đến người đứng đầu cơ quan đã từ chối, hoặc khởi kiện tại Tòa án theo quy định của pháp luật.',
    en: 'If you do not accept the refusal, you may complain to the head of the agency that refused, or bring the matter before the court as the law provides.',
  },
  howToComplain: { vi: 'Cách khiếu nại', en: 'How to complain' },
  published: { vi: 'Xem câu trả lời đã đăng công khai', en: 'See the answer published on this portal' },
  mergedInto: {
    vi: 'Hồ sơ của bạn được xử lý chung trong hồ sơ {number}, vì cùng một việc. Trả lời của hồ sơ ấy được gửi cho tất cả những người đã hỏi.',
    en: 'Your case is dealt with in case {number}, since both are about one matter. Its answer goes to everyone who asked.',
  },
  questions: { vi: 'Cơ quan viết cho bạn', en: 'What the agency wrote to you' },
  askedOn: { vi: 'Ngày {day}', en: 'On {day}' },

  timeLine: { vi: 'Quá trình xử lý', en: 'What happened' },
  mayDo: { vi: 'Bạn có thể', en: 'What you can do' },
  clarify: { vi: 'Trả lời câu hỏi', en: 'Answer the question' },
  clarifyHint: {
    vi: 'Thời hạn chạy tiếp ngay khi bạn gửi.',
    en: 'The clock runs on as soon as you send this.',
  },
  add: { vi: 'Gửi thêm thông tin', en: 'Add something' },
  addHint: {
    vi: 'Bổ sung điều bạn quên nêu. Thời hạn trả lời không thay đổi.',
    en: 'Add what you forgot. The day the answer is due stays the same.',
  },
  words: { vi: 'Nội dung', en: 'What you want to say' },
  wordsHint: { vi: 'Từ {from} đến {to} ký tự.', en: '{from} to {to} characters.' },
  wordsShort: { vi: 'Hãy viết ít nhất {from} ký tự.', en: 'Please write at least {from} characters.' },
  wordsLong: { vi: 'Dài quá {to} ký tự: hãy rút gọn.', en: 'Longer than {to} characters: please shorten it.' },
  filesKept: {
    vi: 'Đã giữ {n} tệp bạn vừa tải lên; không cần chọn lại.',
    en: '{n} files you uploaded are kept; no need to choose them again.',
  },
  send: { vi: 'Gửi', en: 'Send' },
  reopen: { vi: 'Trả lời chưa thỏa đáng', en: 'The answer does not satisfy' },
  reopenHint: {
    vi: 'Bạn có thể đề nghị xử lý lại một lần, đến hết ngày {day}. Hồ sơ được xử lý theo một thời hạn mới.',
    en: 'You may ask once that it be taken up again, until the end of {day}. It then runs on a new clock.',
  },
  reopenReason: { vi: 'Vì sao chưa thỏa đáng?', en: 'Why does it not satisfy?' },
  reopenSend: { vi: 'Đề nghị xử lý lại', en: 'Ask to take it up again' },
  rate: { vi: 'Bạn hài lòng với việc trả lời không?', en: 'Are you satisfied with how it was answered?' },
  rated: { vi: 'Bạn đã chọn: {choice}. Có thể chọn lại.', en: 'You chose: {choice}. You may choose again.' },
  withdraw: { vi: 'Rút lại', en: 'Withdraw' },
  withdrawHint: {
    vi: 'Nếu không cần trả lời nữa, bạn có thể rút hồ sơ.',
    en: 'If you no longer need an answer, you may withdraw the case.',
  },
  withdrawStep: { vi: 'Rút hồ sơ này…', en: 'Withdraw this case…' },
  withdrawTitle: { vi: 'Rút hồ sơ {number}?', en: 'Withdraw case {number}?' },
  withdrawWarn: {
    vi: 'Cơ quan sẽ dừng xử lý và không trả lời. Việc rút không hủy lại được; nếu cần, bạn gửi hồ sơ mới.',
    en: 'The agency will stop and not answer. This cannot be undone; you can send a new case if you need one.',
  },
  withdrawSend: { vi: 'Rút hồ sơ', en: 'Withdraw the case' },
  keep: { vi: 'Không rút, quay lại hồ sơ', en: 'Keep it, go back' },
  printHint: {
    vi: 'Để in: chọn In trong trình duyệt (Ctrl + P). Biểu mẫu và nút không in ra.',
    en: 'To print: choose Print in your browser (Ctrl + P). Forms and buttons are left out.',
  },

  refused: { vi: 'Chưa gửi được', en: 'Not sent' },
  late: {
    vi: 'Đã hết thời gian đề nghị xử lý lại hồ sơ này. Bạn có thể gửi một hồ sơ mới.',
    en: 'The time to ask that this case be taken up again is over. You may send a new one.',
  },
  notNow: {
    vi: 'Hồ sơ đã chuyển sang bước khác nên việc này không còn làm được. Tình trạng mới ở bên dưới.',
    en: 'The case has moved on, so this can no longer be done. Where it stands now is shown below.',
  },
  enough: {
    vi: 'Hồ sơ đã nhận nhiều lần bổ sung nên không nhận thêm. Nội dung vẫn ở dưới đây: mời bạn chép lại và gọi cho cơ quan theo số ở cuối trang.',
    en: 'This case has taken many additions and takes no more. What you wrote is still below: please keep it and call the agency at the number at the foot of this page.',
  },
  choiceMissing: { vi: 'Hãy chọn một mức.', en: 'Choose one.' },
  doneAdd: { vi: 'Đã gửi bổ sung đến người xử lý.', en: 'What you added was passed on.' },
  doneReopen: { vi: 'Hồ sơ được xử lý lại theo thời hạn mới.', en: 'The case was taken up again, on a new clock.' },
  doneRate: { vi: 'Cảm ơn bạn đã đánh giá.', en: 'Thank you for your rating.' },
  doneWithdraw: { vi: 'Hồ sơ đã được rút.', en: 'The case was withdrawn.' },
} as const satisfies Messages
