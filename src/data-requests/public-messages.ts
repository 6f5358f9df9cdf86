import type { Messages } from '../web/message.ts'

/** Words of the public pages on personal data. */
export const messages = {
  title: { vi: 'Dữ liệu cá nhân của bạn', en: 'Your personal data' },
  intro: {
    vi: 'Bạn có quyền biết {agency} giữ gì về bạn khi bạn gửi câu hỏi, phản ánh, yêu cầu qua cổng này, và yêu cầu sửa, xóa hoặc ngừng dùng.',
    en: 'You may know what {agency} keeps of you when you send something through this portal, and ask that it be corrected, erased or no longer used.',
  },
  send: { vi: 'Gửi yêu cầu về dữ liệu cá nhân', en: 'Send a request about personal data' },
  privacy: { vi: 'Cổng ghi nhận những gì', en: 'What this portal records' },
  follow: { vi: 'Theo dõi yêu cầu đã gửi', en: 'Follow a request you sent' },
  rightsHead: { vi: 'Các quyền của bạn', en: 'Your rights' },
  rightsText: {
    vi: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP (nội dung ghi ở đây theo nguồn thứ cấp):',
    en: 'By Law 91/2025 on the protection of personal data and Decree 356/2025 (as second-hand sources give them):',
  },
  responsibleHead: { vi: 'Ai chịu trách nhiệm', en: 'Who is responsible' },
  responsibleNone: {
    vi: 'Cơ quan chưa ghi bộ phận, người phụ trách bảo vệ dữ liệu cá nhân. Hãy gửi yêu cầu qua biểu mẫu trên, hoặc liên hệ theo địa chỉ ở cuối trang.',
    en: 'The agency has named nobody for data protection yet. Use the form above, or the address at the foot of this page.',
  },
  unit: { vi: 'Bộ phận, người phụ trách', en: 'Unit or person' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  clocksHead: { vi: 'Thời hạn', en: 'How long it takes' },
  findHead: { vi: 'Cổng tìm dữ liệu của bạn thế nào', en: 'How this portal finds your data' },
  findText: {
    vi: 'Tên, điện thoại, thư điện tử của người gửi được niêm phong từng hồ sơ, nên không ai, kể cả cán bộ, tìm được theo tên hay số điện thoại. Cách tìm duy nhất là số hồ sơ và mã tra cứu bạn đang giữ. Ghi kèm mã thì cơ quan biết chắc hồ sơ là của bạn và không phải hỏi lại.',
    en: 'Names, numbers and addresses of senders are sealed case by case, so nobody, officials included, can search by them. The only way is the number of the case and the code you hold. With the code the agency knows that the case is yours, and need not ask.',
  },
  keptHead: { vi: 'Những gì được giữ, và bao lâu', en: 'What is kept, and how long' },
  keptText: {
    vi: 'Với mỗi hồ sơ: thông tin liên hệ bạn đã ghi (niêm phong), nội dung và tệp bạn đã gửi, sự đồng ý, các bước xử lý. Thông tin liên hệ, nội dung không công khai và tệp được xóa khi hết thời hạn lưu của loại hồ sơ; mỗi lần xóa có biên bản không nêu tên ai.',
    en: 'Of each case: the contact details you gave (sealed), what you wrote and sent, what you agreed to, and the steps taken. Contact details, words that were not published and files are erased when the time for that kind of case is over; each erasure leaves a record that names nobody.',
  },

  formTitle: { vi: 'Yêu cầu về dữ liệu cá nhân', en: 'Request about personal data' },
  formLead: {
    vi: 'Ba bước; những gì bạn đã nhập được giữ lại khi quay lại bước trước. Thời hạn của từng quyền nêu ở trang Dữ liệu cá nhân.',
    en: 'Three steps; what you typed stays when you go back. How long each right takes stands on the page on personal data.',
  },
  stepWhat: { vi: 'Bạn yêu cầu gì', en: 'What you ask for' },
  right: { vi: 'Bạn muốn', en: 'You want to' },
  cases: { vi: 'Hồ sơ liên quan (nếu biết)', en: 'Which cases (if you know)' },
  casesHint: {
    vi: 'Mỗi hồ sơ một dòng: số hồ sơ và, nếu còn giữ, mã tra cứu. Mã chỉ dùng để xác nhận hồ sơ là của bạn rồi bỏ đi.',
    en: 'One a line: its number and, if you still have it, its code. Codes are used to make sure that the case is yours, and not kept.',
  },
  what: { vi: 'Nói rõ điều bạn yêu cầu', en: 'Say what you ask for' },
  whatHint: { vi: 'Từ {from} đến {to} ký tự.', en: '{from} to {to} characters.' },
  provedRow: { vi: 'Hồ sơ có mã', en: 'Cases with their code' },
  namedRow: { vi: 'Hồ sơ chỉ có số', en: 'Cases by number alone' },
} as const satisfies Messages
