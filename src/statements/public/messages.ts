import type { Messages } from '../../web/message.ts'

/** Words of the statements every portal owes its readers. */
export const messages = {
  accessTitle: { vi: 'Tuyên bố về khả năng tiếp cận', en: 'Accessibility statement' },
  accessIntro: {
    vi: '{agency} mong mọi người, kể cả người khuyết tật và người cao tuổi, đều đọc và dùng được {site}.',
    en: '{agency} wants everyone, people with disabilities and older people included, to be able to read and use {site}.',
  },
  standardHead: { vi: 'Chuẩn áp dụng', en: 'Standard' },
  standardText: {
    vi: 'Cổng được xây dựng theo {standard} mức {level}, là chuẩn quốc tế về nội dung web dễ tiếp cận, cao hơn mức tối thiểu mà quy định trong nước đang dẫn chiếu. Mọi trang đọc được bằng bàn phím và trình đọc màn hình, phóng to tới 200% không mất chữ, không cần JavaScript, không có chữ chạy.',
    en: 'The portal is built to {standard} level {level}, the international standard for accessible web content. Every page can be read with a keyboard and a screen reader, enlarged to 200% without loss, without script; nothing moves by itself.',
  },
  standardLink: { vi: 'Nguyên văn chuẩn {standard} (tiếng Anh)', en: 'The text of {standard}' },
  resultHead: { vi: 'Kết quả tự đánh giá', en: 'Self-assessment' },
  resultBasis: {
    vi: 'Theo {source}, cơ quan định kỳ tự đánh giá và công khai kết quả.',
    en: 'By {source}, the agency assesses itself from time to time and publishes the result.',
  },
  notYet: { vi: 'Cơ quan chưa công bố kết quả tự đánh giá nào', en: 'No self-assessment has been published yet' },
  notYetText: {
    vi: 'Nếu gặp khó khăn khi dùng cổng, mời bạn phản ánh theo cách ghi bên dưới.',
    en: 'If you meet an obstacle, please tell us as described below.',
  },
  outdated: {
    vi: 'Lần tự đánh giá gần nhất đã quá một năm: kết quả có thể không còn đúng.',
    en: 'The latest self-assessment is more than a year old and may no longer hold.',
  },
  assessedOn: { vi: 'Ngày tự đánh giá', en: 'Assessed on' },
  result: { vi: 'Kết quả', en: 'Result' },
  method: { vi: 'Cách đánh giá', en: 'How it was assessed' },
  gapsHead: { vi: 'Điểm còn hạn chế đã biết', en: 'Known gaps' },
  noGaps: { vi: 'Không có điểm nào được ghi nhận.', en: 'None was recorded.' },
  contentGaps: {
    vi: 'Một số tệp đính kèm (bản chụp văn bản) do nơi khác phát hành có thể chưa đọc được bằng trình đọc màn hình. Bạn có thể đề nghị cung cấp bản khác.',
    en: 'Some attached files, such as scans issued elsewhere, may not be readable by screen readers. You may ask for another form.',
  },
  olderHead: { vi: 'Các lần trước', en: 'Earlier assessments' },
  complainHead: { vi: 'Phản ánh khó khăn khi sử dụng', en: 'Tell us about an obstacle' },
  complainText: {
    vi: 'Hãy cho biết trang nào, bạn dùng thiết bị hay công cụ hỗ trợ gì và gặp khó khăn gì. Cơ quan tiếp nhận, xử lý và trả lời; bạn có quyền khiếu nại nếu không được trả lời thỏa đáng.',
    en: 'Tell us which page, which device or assistive tool, and what went wrong. The agency answers; you may complain if the answer does not satisfy you.',
  },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  upper: { vi: 'Cơ quan chủ quản', en: 'Governing body' },

  privacyTitle: { vi: 'Quyền riêng tư và dữ liệu cá nhân', en: 'Privacy and personal data' },
  privacyIntro: {
    vi: 'Đọc {site} không cần đăng nhập và không để lại dữ liệu cá nhân. Trang này nói rõ cổng ghi nhận những gì, giữ bao lâu và bạn có quyền gì.',
    en: 'Reading {site} needs no account and leaves no personal data behind. This page says what is recorded, for how long, and what your rights are.',
  },
  readingHead: { vi: 'Khi bạn đọc', en: 'When you read' },
  reading1: {
    vi: 'Cổng không đặt cookie cho người đọc, không tải gì từ máy chủ khác, không dùng công cụ theo dõi của bên thứ ba.',
    en: 'The portal sets no cookie for readers, loads nothing from other hosts and uses no third-party tracking.',
  },
  reading2: {
    vi: 'Lượt đọc được đếm thành tổng số theo ngày cho từng trang. Không lưu địa chỉ mạng, không lưu ai đã đọc gì.',
    en: 'Readings are counted as daily sums for each page. No network address and no record of who read what is kept.',
  },
  reading3: {
    vi: 'Để không đếm một người hai lần trong ngày, cổng tính một dãy rút gọn từ địa chỉ mạng và loại trình duyệt, trộn với một khóa ngẫu nhiên chỉ dùng trong ngày. Hôm sau khóa bị hủy: không ai, kể cả chúng tôi, nối lại được dãy đó với bạn.',
    en: 'So as not to count one person twice in a day, a digest is made of network address and kind of browser with a random key of that day. The next day the key is gone: nobody, we included, can link the digest to you.',
  },
  reading4: {
    vi: 'Những lựa chọn như cỡ chữ, nếu bạn dùng, chỉ nằm trong trình duyệt của bạn.',
    en: 'Choices such as the size of text stay in your own browser.',
  },
  outsideHead: { vi: 'Video và trang ngoài', en: 'Films and pages elsewhere' },
  outsideText: {
    vi: 'Video của trang khác chỉ được tải khi bạn bấm xem. Từ lúc đó trang ấy có thể thu thập dữ liệu của bạn theo chính sách của họ.',
    en: 'Films of other sites are loaded only when you press play. From then on that site may collect data by its own policy.',
  },
  formsHead: { vi: 'Khi bạn gửi biểu mẫu', en: 'When you send a form' },
  forms1: {
    vi: 'Đánh giá mức độ hài lòng: để cơ quan biết chỗ nào cần làm tốt hơn. Ẩn danh, không hỏi bạn là ai. Cổng giữ tổng số theo ngày và lời góp ý nếu bạn viết; dãy rút gọn dùng để mỗi người chỉ tính một lượt bị xóa vào hôm sau.',
    en: 'Ratings: so that the agency knows what to do better. They are anonymous, and who you are is not asked. Daily sums are kept, and your words if you write any; the digest by which one person counts once is erased the next day.',
  },
  forms2: {
    vi: 'Báo lỗi trong bài: để ban biên tập sửa bài và trả lời bạn. Cổng giữ nội dung báo lỗi và, chỉ khi bạn tự ghi, họ tên và thư điện tử. Họ tên, địa chỉ thư và thư trả lời được xóa {days} ngày sau khi xử lý xong, không chuyển cho ai khác.',
    en: 'Reports of errors: so that the editors mend the article and answer you. The report is kept and, only if you give them, your name and e-mail address. Name, address and answer are erased {days} days after the report is dealt with, and passed to nobody.',
  },
  forms3: {
    vi: 'Biểu mẫu nào cũng ghi rõ dùng vào việc gì; không có ô nào đánh dấu sẵn thay bạn.',
    en: 'Every form says what it is for; no box is ticked for you.',
  },
  rightsHead: { vi: 'Quyền của bạn', en: 'Your rights' },
  rightsText: {
    vi: 'Theo {source}, với dữ liệu bạn đã gửi, bạn có quyền được biết, xem, sửa, rút lại sự đồng ý, yêu cầu xóa, hạn chế hoặc phản đối việc xử lý, và khiếu nại. Hãy liên hệ theo địa chỉ dưới đây, kèm nội dung đủ để tìm ra dữ liệu của bạn.',
    en: 'By {source} you may, for data you sent, be told, see, correct, withdraw consent, ask for deletion, restrict or object, and complain. Write to the address below with enough to find your data.',
  },
  contactHead: { vi: 'Liên hệ', en: 'Contact' },
  controller: { vi: 'Cơ quan chịu trách nhiệm', en: 'Responsible agency' },
  securityHead: { vi: 'Báo lỗ hổng an ninh', en: 'Report a security problem' },
  securityText: { vi: 'Đầu mối nhận báo lỗ hổng ghi trong tệp', en: 'The contact for security problems stands in' },

  channelsTitle: { vi: 'Kênh thông tin chính thức', en: 'Official channels' },
  channelsIntro: {
    vi: 'Danh sách các kênh do {agency} quản lý, công khai theo {source}. Tài khoản không có trong danh sách này không phải của cơ quan.',
    en: 'The channels run by {agency}, published by {source}. An account that is not on this list does not belong to the agency.',
  },
  thisPortal: { vi: 'Cổng này', en: 'This portal' },
  phoneOfAgency: { vi: 'Điện thoại cơ quan', en: 'Telephone of the agency' },
} as const satisfies Messages
