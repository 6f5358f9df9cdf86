import type { Messages } from '../web/message.ts'

/** Words of the frame and the lists of the public face. */
export const messages = {
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  demo: { vi: 'Dữ liệu minh họa', en: 'Sample data' },
  demoExplained: {
    vi: 'mọi bài viết, tên và số liệu trên cổng này chỉ để giới thiệu phần mềm.',
    en: 'every article, name and figure on this portal only shows the software at work.',
  },
  menu: { vi: 'Danh mục', en: 'Menu' },
  mainMenu: { vi: 'Chuyên mục chính', en: 'Main sections' },
  footMenu: { vi: 'Thông tin của cổng', en: 'About this portal' },
  home: { vi: 'Trang chủ', en: 'Home' },
  search: { vi: 'Tìm kiếm', en: 'Search' },
  searchHere: { vi: 'Tìm trên cổng', en: 'Search this portal' },
  youAreHere: { vi: 'Bạn đang ở', en: 'You are here' },
  siteMap: { vi: 'Sơ đồ cổng', en: 'Site map' },
  feeds: { vi: 'Tin RSS', en: 'RSS feed' },
  responsible: { vi: 'Chịu trách nhiệm nội dung', en: 'Responsible for content' },
  agency: { vi: 'Cơ quan quản lý', en: 'Managing agency' },
  governingBody: { vi: 'Cơ quan chủ quản', en: 'Governing body' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  reuse: {
    vi: 'Khi phát hành lại, xin ghi rõ nguồn “{name}”.',
    en: 'When you republish, please name the source “{name}”.',
  },
  featured: { vi: 'Tin nổi bật', en: 'Featured' },
  newest: { vi: 'Tin mới', en: 'Newest' },
  topics: { vi: 'Chuyên đề', en: 'Topics' },
  topic: { vi: 'Chuyên đề', en: 'Topic' },
  author: { vi: 'Tác giả', en: 'Author' },
  authorOn: {
    vi: 'Các bài của {name} trên {site}, mới nhất ở trên.',
    en: 'Articles by {name} on {site}, newest first.',
  },
  sections: { vi: 'Chuyên mục', en: 'Sections' },
  subsections: { vi: 'Chuyên mục con', en: 'Subsections' },
  all: { vi: 'Xem tất cả', en: 'See all' },
  allOf: { vi: 'Xem tất cả trong {name}', en: 'See all in {name}' },
  componentPortals: { vi: 'Cổng thành phần', en: 'Component portals' },
  componentPortalsCount: { vi: 'Cổng thành phần ({count})', en: 'Component portals ({count})' },
  upperPortal: { vi: 'Cổng cấp trên', en: 'Higher portal' },
  network: { vi: 'Mạng lưới cổng', en: 'The network' },
  older: { vi: 'Bài cũ hơn', en: 'Older articles' },
  toNewest: { vi: 'Về các bài mới nhất', en: 'Back to the newest' },
  pages: { vi: 'Trang của danh sách', en: 'Pages of this list' },
  olderPart: { vi: 'các bài cũ hơn', en: 'older articles' },
  emptyHome: { vi: 'Cổng đang được chuẩn bị', en: 'This portal is being prepared' },
  emptyHomeAdvice: {
    vi: 'Chưa có bài nào được đăng. Mời bạn quay lại sau, hoặc xem các cổng khác dưới đây.',
    en: 'Nothing has been published yet. Please come back later, or see the other portals below.',
  },
  emptyList: { vi: 'Chưa có bài nào ở đây', en: 'Nothing here yet' },
  emptyListAdvice: {
    vi: 'Bạn có thể xem tin mới ở trang chủ, hoặc tìm theo từ khóa.',
    en: 'See the newest on the home page, or search by word.',
  },
  table: { vi: 'Bảng số liệu, cuộn ngang được', en: 'Table, can be scrolled sideways' },
  photo: { vi: 'Ảnh: {source}', en: 'Photo: {source}' },
  watchVideo: { vi: 'Xem video trên {host} (mở trong thẻ mới)', en: 'Watch the video on {host} (opens in a new tab)' },
  videoNote: {
    vi: 'Trang {host} có thể thu thập dữ liệu của người xem.',
    en: '{host} may collect data about viewers.',
  },
  gallery: { vi: 'Bộ ảnh', en: 'Gallery' },
} as const satisfies Messages

/** Words of the pages that say why there is nothing to read. */
export const errorMessages = {
  notFound: { vi: 'Không tìm thấy trang', en: 'Page not found' },
  notFoundText: {
    vi: 'Địa chỉ này không có trên cổng. Có thể đường dẫn bị thiếu hoặc thừa ký tự.',
    en: 'There is no such address on this portal. The link may miss a letter or have one too many.',
  },
  failed: { vi: 'Hệ thống đang gặp lỗi', en: 'Something went wrong' },
  failedText: {
    vi: 'Lỗi đã được ghi lại để khắc phục. Mời bạn thử lại sau ít phút.',
    en: 'The fault has been recorded. Please try again in a few minutes.',
  },
  badAddress: { vi: 'Địa chỉ không hợp lệ', en: 'Invalid address' },
  badAddressText: {
    vi: 'Đường dẫn có ký tự không dùng được. Mời bạn kiểm tra lại.',
    en: 'The link has characters that cannot be used. Please check it.',
  },
  tooLong: { vi: 'Địa chỉ quá dài', en: 'Address too long' },
  tooLongText: {
    vi: 'Đường dẫn dài hơn mức cổng nhận. Mời bạn rút gọn từ khóa tìm kiếm.',
    en: 'The link is longer than this portal accepts. Please shorten your search.',
  },
  unknownHost: { vi: 'Không có cổng nào ở địa chỉ này', en: 'No portal lives at this host' },
  unknownHostText: { vi: 'Mời bạn kiểm tra lại tên miền đã nhập.', en: 'Please check the host name.' },
  whatNow: { vi: 'Bạn có thể', en: 'What you can do' },
  goHome: { vi: 'Về trang chủ', en: 'Go to the home page' },
  seeMap: { vi: 'Xem sơ đồ cổng', en: 'See the site map' },
  searchWords: { vi: 'Tìm theo từ khóa', en: 'Search by word' },
} as const satisfies Messages
