import type { Messages } from '../../web/message.ts'

/** Words of every form by which people send something that is answered. */
export const messages = {
  step: { vi: 'Bước {step} trên {of}: {label}', en: 'Step {step} of {of}: {label}' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  back: { vi: 'Quay lại', en: 'Back' },
  send: { vi: 'Gửi', en: 'Send' },
  stepSender: { vi: 'Người gửi', en: 'Who sends it' },
  stepCheck: { vi: 'Kiểm tra và gửi', en: 'Check and send' },
  tooLong: { vi: 'dài quá {max} ký tự, hãy rút gọn.', en: 'longer than {max} characters, please shorten it.' },
  tooShort: {
    vi: 'hãy viết ít nhất {from} ký tự để cơ quan hiểu đúng.',
    en: 'please write {from} characters or more, so that it is understood.',
  },
  labelled: { vi: '“{label}”: {error}', en: '“{label}”: {error}' },
  missing: { vi: 'hãy điền ô này.', en: 'please fill this in.' },
  choose: { vi: 'Hãy chọn một mục.', en: 'Please choose one.' },

  who: { vi: 'Bạn là ai? (không bắt buộc)', en: 'Who are you? (optional)' },
  whoRequired: { vi: 'Thông tin người gửi', en: 'Who sends it' },
  whoHint: {
    vi: 'Bạn có thể gửi mà không cho biết mình là ai; khi đó chỉ xem được kết quả bằng mã tra cứu. Ô nào bạn điền chỉ người giải quyết được xem, và mỗi lần xem đều được ghi lại.',
    en: 'You may send this without saying who you are; then only the tracking code shows the outcome. What you fill in is seen by those who deal with it alone, and each look is recorded.',
  },
  whoRequiredHint: {
    vi: 'Loại hồ sơ này cần biết người gửi. Chỉ người giải quyết được xem, và mỗi lần xem đều được ghi lại.',
    en: 'This kind of case needs to know who sends it. Only those who deal with it see this, and each look is recorded.',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  nameHint: { vi: 'Để cơ quan xưng hô với bạn.', en: 'So that the agency can address you.' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  emailHint: {
    vi: 'Để nhận thư báo từng bước và câu trả lời.',
    en: 'To be told of each step, and to get the answer.',
  },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  phoneHint: { vi: 'Để gọi khi cần hỏi rõ thêm.', en: 'To call you when something is unclear.' },
  address: { vi: 'Địa chỉ', en: 'Postal address' },
  addressHint: {
    vi: 'Để gửi văn bản giấy, khi bạn không dùng thư điện tử.',
    en: 'For letters on paper, if you use no e-mail.',
  },
  nameMissing: { vi: 'Hãy ghi họ và tên.', en: 'Please give your name.' },
  contactMissing: {
    vi: 'Hãy ghi thư điện tử, điện thoại hoặc địa chỉ để nhận trả lời.',
    en: 'Please give an e-mail address, a telephone number or a postal address for the answer.',
  },
  emailForm: {
    vi: 'Hãy ghi địa chỉ dạng ten@vidu.vn, hoặc bỏ trống.',
    en: 'Write it as name@example.vn, or leave it empty.',
  },
  phoneForm: {
    vi: 'Hãy ghi số điện thoại từ 8 đến 15 chữ số, hoặc bỏ trống.',
    en: 'Write 8 to 15 digits, or leave it empty.',
  },
  consents: { vi: 'Sự đồng ý của bạn', en: 'What you agree to' },
  consentMissing: {
    vi: 'Hãy đánh dấu đồng ý, hoặc quay lại bỏ trống các ô thông tin liên hệ.',
    en: 'Please tick that you agree, or leave the contact fields empty.',
  },
  consentMissingRequired: {
    vi: 'Hãy đánh dấu đồng ý: hồ sơ này không giải quyết được nếu cơ quan không dùng thông tin liên hệ của bạn.',
    en: 'Please tick that you agree: the case cannot be dealt with unless the agency may use your contact details.',
  },
  consentOnly: {
    vi: 'Chỉ cần khi bạn có điền thông tin liên hệ ở trên.',
    en: 'Only needed if you filled in contact details above.',
  },
  publishOnly: {
    vi: 'Không bắt buộc. Không đồng ý vẫn được trả lời như mọi người khác.',
    en: 'Optional. Who does not agree is answered all the same.',
  },

  files: { vi: 'Tệp gửi kèm (không bắt buộc)', en: 'Files (optional)' },
  filesHint: {
    vi: 'Ảnh JPEG, PNG, WebP, tệp PDF hoặc Word (.docx); tối đa 5 tệp, mỗi tệp không quá 10 MB, tổng cộng 25 MB. Vị trí, tên máy và tên người trong tệp sẽ được xóa khi tiếp nhận. Xin không gửi ảnh giấy tờ tùy thân.',
    en: 'JPEG, PNG or WebP pictures, PDF or Word (.docx); at most 5 files of 10 MB each, 25 MB together. Places, devices and names inside files are removed when they are received. Please send no pictures of identity papers.',
  },
  upload: { vi: 'Tải lên', en: 'Upload' },
  uploaded: { vi: 'Đã tải lên', en: 'Uploaded' },
  remove: { vi: 'Gỡ', en: 'Remove' },
  fileNumber: { vi: 'Tệp {n}', en: 'File {n}' },
  fileRefused: { vi: 'Chưa nhận tệp “{name}”. {why}', en: '“{name}” was not taken. {why}' },

  preview: { vi: 'Khi được đăng công khai, nội dung sẽ trông như sau', en: 'If published, it will look like this' },
  previewHint: {
    vi: 'Những thông tin cá nhân tự động nhận ra được đã được che. Trước khi đăng, hai người của cơ quan kiểm tra lại.',
    en: 'The machine hid what it recognised. Two people of the agency check it before anything is published.',
  },
  foundTitle: {
    vi: 'Có vẻ có thông tin cá nhân trong nội dung:',
    en: 'There seem to be personal details in what you wrote:',
  },
  foundHint: {
    vi: 'Nếu không cần cho việc giải quyết, mời bạn quay lại và bỏ đi.',
    en: 'If they are not needed to deal with the matter, please go back and take them out.',
  },
  publishRow: { vi: 'Đăng công khai', en: 'To be published' },
  notGiven: { vi: 'Không ghi', en: 'Not given' },
  yes: { vi: 'Đồng ý', en: 'Agreed' },
  no: { vi: 'Không đồng ý', en: 'Not agreed' },
  change: { vi: 'Sửa', en: 'Change' },
  nothingSent: {
    vi: 'Chưa có gì được gửi đi cho đến khi bạn bấm “Gửi”.',
    en: 'Nothing is sent before you press “Send”.',
  },

  enough: {
    vi: 'Hôm nay cổng đã nhận nhiều lần gửi từ bạn, hoặc từ mạng bạn đang dùng, nên chưa nhận thêm. Nội dung vẫn ở dưới đây: mời bạn gửi lại vào ngày mai, gọi cho cơ quan theo số ở cuối trang, hoặc đến trực tiếp nơi tiếp công dân.',
    en: 'This portal received many forms today from you, or from the network you use, and takes no more for now. What you wrote is still below: please send it tomorrow, call the agency at the number at the foot of this page, or come in person.',
  },
  away: {
    vi: 'Cổng tạm thời chưa nhận được hồ sơ. Nội dung vẫn ở dưới đây: mời bạn gửi lại sau ít phút, hoặc gọi cho cơ quan theo số ở cuối trang.',
    en: 'This portal cannot take cases at the moment. What you wrote is still below: please send it again in a few minutes, or call the agency at the number at the foot of this page.',
  },
  notTaken: { vi: 'Cổng này không nhận loại hồ sơ này', en: 'This portal does not take this kind of case' },
  notTakenText: {
    vi: 'Mời bạn gọi cho cơ quan theo số ở cuối trang, đến trực tiếp nơi tiếp công dân, hoặc gửi qua cổng cấp trên.',
    en: 'Please call the agency at the number at the foot of this page, come in person, or use the portal of the level above.',
  },

  thanks: { vi: 'Đã nhận. Cảm ơn bạn.', en: 'Received. Thank you.' },
  number: { vi: 'Số hồ sơ', en: 'Number' },
  code: { vi: 'Mã tra cứu', en: 'Tracking code' },
  copy: { vi: 'Chép mã', en: 'Copy the code' },
  copied: { vi: 'Đã chép mã.', en: 'The code is copied.' },
  codeHint: {
    vi: 'Hãy chép hoặc chụp lại mã này. Ai có mã đều xem được tình trạng hồ sơ, và không có cách nào khác để mở lại trang theo dõi.',
    en: 'Please write this code down. Whoever has it can see where the case stands, and there is no other way back to its page.',
  },
  whatNext: { vi: 'Việc tiếp theo', en: 'What happens next' },
  nextRead: {
    vi: 'Cơ quan đọc nội dung và giao cho người giải quyết.',
    en: 'The agency reads it and gives it to whoever deals with it.',
  },
  nextMail: {
    vi: 'Mỗi bước có thư báo đến địa chỉ bạn đã ghi.',
    en: 'Each step is told by mail to the address you gave.',
  },
  nextPage: {
    vi: 'Bạn không để lại thư điện tử: mời mở trang theo dõi bằng mã tra cứu.',
    en: 'You left no e-mail address: please open the tracking page with the code.',
  },
  nextAdd: {
    vi: 'Bạn có thể bổ sung, rút lại, và cho biết câu trả lời có thỏa đáng không ngay trên trang đó.',
    en: 'There you can add something, take the case back, and say whether the answer satisfies you.',
  },
  follow: { vi: 'Mở trang theo dõi', en: 'Open the tracking page' },
} as const satisfies Messages
