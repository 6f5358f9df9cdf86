import type { Messages } from '../web/message.ts'

/** Words of the public pages on access to information. */
export const messages = {
  title: { vi: 'Tiếp cận thông tin', en: 'Access to information' },
  intro: {
    vi: 'Công dân được tiếp cận thông tin do {agency} tạo ra, trừ những thông tin pháp luật không cho tiếp cận. Thông tin đã công khai thì xem ngay trên cổng; thông tin khác thì gửi yêu cầu.',
    en: 'Citizens may access information made by {agency}, save what the law excludes. What is public stands on this portal; for the rest, send a request.',
  },
  send: { vi: 'Gửi yêu cầu cung cấp thông tin', en: 'Send a request for information' },
  fetch: { vi: 'Nhận tệp bằng mã một lần', en: 'Fetch a file with a one-time code' },
  follow: { vi: 'Theo dõi yêu cầu đã gửi', en: 'Follow a request you sent' },
  contactHead: { vi: 'Đầu mối tiếp nhận yêu cầu', en: 'Whom to ask' },
  contactNone: {
    vi: 'Cơ quan chưa ghi đầu mối riêng. Hãy gửi yêu cầu qua biểu mẫu trên, hoặc liên hệ theo địa chỉ ở cuối trang.',
    en: 'The agency has named no unit yet. Use the form above, or the address at the foot of this page.',
  },
  unit: { vi: 'Đơn vị, người đầu mối', en: 'Unit or person' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  listHead: { vi: 'Danh mục thông tin phải được công khai', en: 'List of information to be public' },
  listLink: { vi: 'Xem danh mục thông tin phải được công khai', en: 'See the list of information to be public' },
  listNone: {
    vi: 'Cơ quan chưa đăng danh mục trên cổng này.',
    en: 'The agency has not put the list on this portal yet.',
  },
  formsHead: { vi: 'Mẫu yêu cầu và cách gửi', en: 'Forms and ways to send' },
  forms1: {
    vi: 'Qua cổng: biểu mẫu điện tử theo mẫu 01a (cá nhân) và 01b (tổ chức, đoàn thể, doanh nghiệp) của Nghị định số 13/2018/NĐ-CP.',
    en: 'On this portal: an electronic form after forms 01a (persons) and 01b (organisations) of Decree 13/2018.',
  },
  forms2: {
    vi: 'Trực tiếp, qua bưu chính, fax hoặc thư điện tử đến đầu mối nêu trên.',
    en: 'In person, by post, fax or e-mail to the unit named above.',
  },
  forms3: {
    vi: 'Nhận thông tin qua mạng không mất phí. Nhận bản giấy thì chỉ trả chi phí thực tế in, sao, chụp và gửi (Thông tư số 46/2018/TT-BTC).',
    en: 'Information given over the network is free. Paper costs what printing, copying and posting cost (Circular 46/2018/TT-BTC).',
  },
  guidanceHead: { vi: 'Hướng dẫn của cơ quan', en: 'Guidance of the agency' },
  clocksHead: { vi: 'Thời hạn', en: 'How long it takes' },
  newLaw: {
    vi: 'Luật Tiếp cận thông tin mới có hiệu lực từ ngày 01/9/2026. Cổng chưa có văn bản của luật mới, nên các số ngày dưới đây là của luật năm 2016, được giữ làm mặc định. Nếu luật mới quy định ngắn hơn, cơ quan áp dụng luật mới.',
    en: 'A new law on access to information is in force since 1 September 2026. This software does not have its text: the figures below are those of the law of 2016, kept as a default. Where the new law gives less time, the agency keeps to it.',
  },
  extensionNote: {
    vi: 'Việc phức tạp có thể được gia hạn một lần; người yêu cầu được báo trước, có nêu lý do.',
    en: 'What is complex may be extended once; who asks is told before, with the reason.',
  },
  complainHead: {
    vi: 'Khiếu nại, tố cáo, phản ánh về tiếp cận thông tin',
    en: 'Complaints about access to information',
  },
  complainText: {
    vi: 'Nếu yêu cầu bị từ chối không đúng hoặc quá hạn, bạn có quyền khiếu nại, khởi kiện; mọi vi phạm có thể được phản ánh hoặc tố cáo.',
    en: 'If a request is refused wrongly or not answered in time you may complain or go to court; any breach may be reported.',
  },
  complainLink: { vi: 'Cách khiếu nại, tố cáo', en: 'How to complain' },
  feedbackLink: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send feedback' },

  formTitle: { vi: 'Yêu cầu cung cấp thông tin', en: 'Request for information' },
  formLead: {
    vi: 'Biểu mẫu theo mẫu 01a, 01b của Nghị định số 13/2018/NĐ-CP. Ba bước; những gì bạn đã nhập được giữ lại khi quay lại bước trước.',
    en: 'After forms 01a and 01b of Decree 13/2018. Three steps; what you typed stays when you go back.',
  },
  stepWhat: { vi: 'Thông tin bạn cần', en: 'What you need' },
  who: { vi: 'Bạn yêu cầu với tư cách', en: 'You ask as' },
  what: { vi: 'Thông tin được yêu cầu', en: 'Information wanted' },
  whatHint: {
    vi: 'Nêu rõ thông tin gì, của thời gian nào, nơi nào. Từ {from} đến {to} ký tự.',
    en: 'Say what, of which time and place. {from} to {to} characters.',
  },
  document: { vi: 'Tên văn bản, hồ sơ, tài liệu (nếu biết)', en: 'Name of the document (if you know it)' },
  reason: { vi: 'Lý do, mục đích yêu cầu', en: 'Reason and purpose' },
  reasonHint: { vi: 'Mẫu của Nghị định hỏi điều này.', en: 'The form of the decree asks for this.' },
  wanted: { vi: 'Hình thức nhận thông tin', en: 'How you want to be given it' },
  organisation: { vi: 'Tên tổ chức, đoàn thể, doanh nghiệp', en: 'Name of the organisation' },
  organisationMissing: { vi: 'Hãy ghi tên tổ chức.', en: 'Please name the organisation.' },
  representative: { vi: 'Người đại diện', en: 'Representative' },
  name: { vi: 'Họ và tên', en: 'Name' },
  residence: { vi: 'Nơi cư trú', en: 'Residence' },
  seat: { vi: 'Địa chỉ trụ sở', en: 'Address' },
  identity: { vi: 'Số căn cước, căn cước công dân hoặc hộ chiếu', en: 'Number of identity card or passport' },
  identityHint: {
    vi: 'Mẫu của Nghị định hỏi số này. Chỉ ghi số; xin không gửi ảnh giấy tờ.',
    en: 'The form of the decree asks for it. The number alone; please send no picture.',
  },
  identityForm: {
    vi: 'Số căn cước có 12 chữ số (số cũ 9); hộ chiếu có 1 chữ cái và 7 chữ số.',
    en: 'Identity cards have 12 digits (old ones 9), passports a letter and 7 digits.',
  },
  fax: { vi: 'Fax (nếu có)', en: 'Fax (if any)' },
  missing: { vi: 'Hãy điền ô này.', en: 'Please fill this in.' },
  emailForCode: {
    vi: 'Bạn chọn nhận tệp bằng mã gửi qua thư điện tử: hãy ghi thư điện tử.',
    en: 'You chose a file with a code sent by e-mail: please give an e-mail address.',
  },
  sealedHint: {
    vi: 'Những điều này được niêm phong ngay khi gửi. Chỉ người giải quyết được xem, và mỗi lần xem đều được ghi lại.',
    en: 'This is sealed as it is sent. Those who deal with the request alone see it, and each look is recorded.',
  },

  fetchTitle: { vi: 'Nhận tệp bằng mã một lần', en: 'Fetch a file with a one-time code' },
  fetchLead: {
    vi: 'Nhập mã trong thư điện tử cơ quan đã gửi cho bạn. Tệp tải về ngay; mã chỉ dùng được một lần.',
    en: 'Enter the code of the mail the agency sent you. The file comes at once; the code works once.',
  },
  fetchCode: { vi: 'Mã một lần', en: 'One-time code' },
  fetchHint: {
    vi: '20 chữ và số, ví dụ ABCDE-FGHJK-12345-67890. Nếu tải bị đứt, bạn tải lại được trong 10 phút trên cùng thiết bị.',
    en: '20 letters and digits, such as ABCDE-FGHJK-12345-67890. If the download breaks you may take it again for 10 minutes on this device.',
  },
  fetchSend: { vi: 'Tải tệp', en: 'Fetch the file' },
  unknown: {
    vi: 'Mã này không mở được tệp nào. Hãy kiểm tra lại từng ký tự.',
    en: 'This code opens no file. Please check every character.',
  },
  taken: {
    vi: 'Tệp của mã này đã được tải. Nếu không phải bạn đã tải, hãy báo ngay cho cơ quan đã gửi mã để được cung cấp lại.',
    en: 'The file of this code was fetched already. If that was not you, tell the agency that sent the code at once, and ask for another.',
  },
  expired: {
    vi: 'Mã đã hết hạn và tệp đã bị xóa khỏi cổng. Hãy đề nghị cơ quan cung cấp lại.',
    en: 'The code is over and the file was taken away. Please ask the agency for another.',
  },
  tooMany: {
    vi: 'Hôm nay đã có quá nhiều lần nhập mã không đúng từ thiết bị hoặc mạng của bạn. Hãy thử lại vào ngày mai, hoặc gọi cho cơ quan theo số ở cuối trang.',
    en: 'Too many wrong codes came from your device or network today. Please try again tomorrow, or call the agency at the number at the foot of this page.',
  },
  answerHead: { vi: 'Bạn sẽ được trả lời', en: 'You will be answered' },
} as const satisfies Messages
