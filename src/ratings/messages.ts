import type { Messages } from '../web/message.ts'

/** Words of the rating, public pages and office. */
export const messages = {
  question: {
    vi: 'Bạn có hài lòng với thông tin trên trang này không?',
    en: 'Are you satisfied with the information on this page?',
  },
  anonymous: {
    vi: 'Đánh giá ẩn danh, mỗi người một lượt trong ngày; chọn lại sẽ thay lượt trước.',
    en: 'Anonymous, one rating a day for each reader; choosing again replaces the first.',
  },
  soFar: {
    vi: '{total} lượt đánh giá, {share}% hài lòng hoặc rất hài lòng.',
    en: '{total} ratings, {share}% satisfied or very satisfied.',
  },
  thanks: { vi: 'Cảm ơn bạn đã đánh giá', en: 'Thank you for your rating' },
  youChose: { vi: 'Bạn đã chọn: {choice}.', en: 'You chose: {choice}.' },
  secret: {
    vi: 'Cổng không lưu ai đã đánh giá; chỉ cộng số lượt theo ngày.',
    en: 'The portal does not keep who rated what; it only adds up the ratings of each day.',
  },
  tellMore: { vi: 'Điều gì chưa tốt, hoặc nên làm tốt hơn?', en: 'What is not good, or could be better?' },
  tellMoreHint: {
    vi: 'Không bắt buộc. Xin đừng ghi họ tên, số điện thoại hay thông tin cá nhân khác.',
    en: 'Optional. Please leave out names, telephone numbers and other personal data.',
  },
  send: { vi: 'Gửi ý kiến', en: 'Send' },
  tooLong: { vi: 'Dài quá {max} ký tự: hãy rút gọn.', en: 'Longer than {max} characters: please shorten it.' },
  wordEmpty: { vi: 'Hãy viết ý kiến, hoặc quay lại trang đã xem.', en: 'Write something, or go back to the page.' },
  wordThanks: { vi: 'Cảm ơn ý kiến của bạn', en: 'Thank you for what you wrote' },
  wordThanksText: {
    vi: 'Ban biên tập sẽ đọc để làm trang này tốt hơn. Ý kiến không hiện công khai.',
    en: 'The editors will read it to make this page better. It is not shown in public.',
  },
  back: { vi: 'Quay lại trang đã xem', en: 'Back to the page' },
  unknown: { vi: 'Trang này không nhận đánh giá', en: 'This page takes no ratings' },
  unknownText: {
    vi: 'Có thể trang đã được gỡ hoặc chuyển đi sau khi bạn mở.',
    en: 'It may have been withdrawn or moved since you opened it.',
  },
  enough: { vi: 'Hôm nay bạn đã đánh giá rất nhiều trang', en: 'You rated very many pages today' },
  enoughText: {
    vi: 'Để kết quả công bằng, cổng nhận tối đa 60 trang mỗi người một ngày. Mời bạn quay lại vào ngày mai.',
    en: 'To keep the result fair, the portal takes at most 60 pages a day from one reader. Please come back tomorrow.',
  },

  title: { vi: 'Mức độ hài lòng của bạn đọc', en: 'How satisfied readers are' },
  ground: {
    vi: 'Đánh giá trực tuyến, giữ kín người đánh giá (Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3 điểm b). Số lượt theo ngày được giữ lâu dài.',
    en: 'Online rating with the rater kept secret (Decree 224/2026, art. 10, cl. 3, point b). Daily sums are kept for ever.',
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  filter: { vi: 'Xem', en: 'Show' },
  reports: { vi: 'Báo lỗi', en: 'Error reports' },
  csv: { vi: 'Tải CSV', en: 'Download CSV' },
  total: { vi: 'Số lượt', en: 'Ratings' },
  share: { vi: 'Hài lòng trở lên', en: 'Satisfied or more' },
  page: { vi: 'Trang', en: 'Page' },
  byPage: { vi: 'Theo trang', en: 'By page' },
  byPageHint: {
    vi: 'Trang có nhiều lượt chưa hài lòng đứng trước; tối đa 200 trang, bản CSV có đủ.',
    en: 'Pages with most unsatisfied readers first; at most 200, the CSV has all.',
  },
  noRatings: { vi: 'Chưa có lượt đánh giá nào trong thời gian này', en: 'No rating in this time' },
  noRatingsHint: {
    vi: 'Câu hỏi đánh giá nằm cuối mỗi bài trên cổng.',
    en: 'The question stands at the end of every article.',
  },
  comments: { vi: 'Ý kiến của bạn đọc', en: 'What readers wrote' },
  commentsHint: {
    vi: 'Số điện thoại, thư điện tử và số giấy tờ bạn đọc lỡ ghi đã được che.',
    en: 'Telephone numbers, addresses and identity numbers somebody typed are masked.',
  },
  noComments: { vi: 'Chưa có ý kiến nào', en: 'Nothing written yet' },
  showSuspect: { vi: 'Xem {n} ý kiến nghi là quảng cáo', en: 'Show {n} suspected advertisements' },
  hideSuspect: { vi: 'Chỉ xem ý kiến bình thường', en: 'Show the others only' },
  links: { vi: 'Có đường dẫn', en: 'Holds links' },
  gambling: { vi: 'Nghi quảng cáo', en: 'Suspected advertisement' },
  homePage: { vi: 'Trang chủ', en: 'Home page' },
  badDates: { vi: 'Hãy chọn ngày bắt đầu không sau ngày kết thúc.', en: 'The first day must not be after the last.' },
} as const satisfies Messages
