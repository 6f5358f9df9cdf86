import type { Message } from '../web/message.ts'
import type { PeriodName } from './period.ts'

export const messages = {
  title: { vi: 'Thống kê truy cập', en: 'Readership' },
  network: { vi: 'Cả mạng lưới', en: 'The whole network' },
  yours: { vi: 'Các cổng của bạn', en: 'Your portals' },
  download: { vi: 'Tải CSV', en: 'Download CSV' },
  demo: {
    vi: 'Đây là số liệu minh họa, tự tạo khi nạp mạng lưới minh họa; không phải số liệu thật.',
    en: 'These are made-up figures of the demonstration, not real ones.',
  },
  period: { vi: 'Khoảng thời gian', en: 'Period' },
  own: { vi: 'Khoảng khác', en: 'Another period' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'To' },
  show: { vi: 'Xem', en: 'Show' },
  range: { vi: '{from} – {to} ({days} ngày)', en: '{from} – {to} ({days} days)' },
  rangeOne: { vi: 'Ngày {from}', en: '{from}' },
  compared: { vi: 'so với {from} – {to}', en: 'compared with {from} – {to}' },
  comparedOne: { vi: 'so với ngày {from}', en: 'compared with {from}' },
  badDate: { vi: 'Chưa đúng: hãy chọn một ngày trong lịch.', en: 'Not a date: choose one from the calendar.' },
  backwards: { vi: 'Ngày cuối phải bằng hoặc sau ngày đầu.', en: 'The last day must not come before the first.' },
  tooLong: { vi: 'Dài quá 10 năm: hãy chọn khoảng ngắn hơn.', en: 'More than ten years: choose a shorter period.' },
  future: { vi: 'Ngày này chưa đến.', en: 'This day is yet to come.' },
  visits: { vi: 'Lượt truy cập', en: 'Visits' },
  views: { vi: 'Lượt xem trang', en: 'Page views' },
  visitors: { vi: 'Khách, cộng từng ngày', en: 'Daily visitors, added up' },
  visitorsShort: { vi: 'Khách', en: 'Visitors' },
  bots: { vi: 'Lượt xem của máy (đếm riêng)', en: 'Views by bots (apart)' },
  botsShort: { vi: 'Máy', en: 'Bots' },
  perDay: { vi: 'trung bình {count} mỗi ngày', en: '{count} a day on average' },
  more: { vi: 'tăng {percent}', en: 'up {percent}' },
  less: { vi: 'giảm {percent}', en: 'down {percent}' },
  same: { vi: 'không đổi', en: 'unchanged' },
  noneBefore: { vi: 'kỳ trước chưa có số liệu', en: 'nothing counted in the period before' },
  peak: { vi: 'Ngày cao điểm', en: 'Peak day' },
  peakIs: {
    vi: '{day}: {visits} lượt truy cập, {views} lượt xem trang, {visitors} khách.',
    en: '{day}: {visits} visits, {views} page views, {visitors} visitors.',
  },
  byDay: { vi: 'Từng ngày', en: 'Day by day' },
  byMonth: { vi: 'Từng tháng', en: 'Month by month' },
  chartSays: {
    vi: 'Biểu đồ cột lượt truy cập từ {from} đến {to}. Cao nhất {most} ({when}), thấp nhất {least} ({whenLeast}). Số liệu đầy đủ trong bảng bên dưới.',
    en: 'Bar chart of visits from {from} to {to}. Highest {most} ({when}), lowest {least} ({whenLeast}). All figures stand in the table below.',
  },
  asTable: { vi: 'Xem dưới dạng bảng', en: 'Show as a table' },
  chartFigures: { vi: 'Số liệu của biểu đồ', en: 'Figures of the chart' },
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  sections: { vi: 'Chuyên mục được xem nhiều', en: 'Most read sections' },
  section: { vi: 'Chuyên mục', en: 'Section' },
  goneSection: { vi: 'Chuyên mục đã bỏ', en: 'A section removed since' },
  entries: { vi: 'Bài được xem nhiều', en: 'Most read articles' },
  entry: { vi: 'Bài', en: 'Article' },
  goneEntry: { vi: 'Bài không còn', en: 'An article that is no more' },
  referrers: { vi: 'Người đọc đến từ đâu', en: 'Where readers come from' },
  devices: { vi: 'Đọc trên thiết bị nào', en: 'Devices' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  sites: { vi: 'Từng cổng', en: 'Portal by portal' },
  site: { vi: 'Cổng', en: 'Portal' },
  nothing: { vi: 'Chưa có lượt xem nào trong khoảng này.', en: 'Nothing was read in this period.' },
  nothingHint: {
    vi: 'Số liệu có từ khi cổng bắt đầu phục vụ người đọc; hãy chọn khoảng thời gian khác.',
    en: 'Figures begin with the first reader; choose another period.',
  },
  since: { vi: 'Bắt đầu đếm từ {day}.', en: 'Counted since {day}.' },
  method: { vi: 'Cách đếm', en: 'How it is counted' },
} satisfies Record<string, Message>

/** What stands beside the numbers: how each of them comes about. */
export const method: readonly Message[] = [
  {
    vi: 'Lượt xem trang: mỗi lần một trang của cổng được mở. Tệp, ảnh, nguồn tin RSS và trang báo lỗi không tính.',
    en: 'Page views: each time a page of the portal is opened. Files, pictures, feeds and error pages do not count.',
  },
  {
    vi: 'Lượt truy cập: các trang cùng một khách mở trên cùng một cổng, trang sau cách trang trước dưới 30 phút. Ngắt ở 0 giờ.',
    en: 'Visits: pages one visitor opens on one portal, each less than 30 minutes after the one before. A visit ends at midnight.',
  },
  {
    vi: 'Khách: số người đọc khác nhau của một cổng trong một ngày, nhận ra bằng địa chỉ mạng và trình duyệt đã băm với muối của ngày. Muối và mã băm bị xóa vào ngày hôm sau, nên không ai biết một khách có trở lại hay không: số của nhiều ngày, nhiều cổng là số cộng lại. Nhiều người dùng chung một đường mạng và một loại trình duyệt chỉ tính là một khách.',
    en: 'Visitors: different readers of a portal on a day, told apart by network address and browser digested with a salt of the day. Salt and digests are erased the next day, so nobody knows whether a visitor comes back: figures over several days or portals are added up. People who share a network and a browser type count as one.',
  },
  {
    vi: 'Máy: chương trình tự động như máy tìm kiếm, nhận ra theo danh sách isbot được duy trì thường xuyên; đếm riêng, không cộng vào các số khác.',
    en: 'Bots: programs such as search engines, by the maintained list isbot; counted apart and part of no other figure.',
  },
  {
    vi: 'Ngày tính theo giờ Việt Nam. Không dùng cookie, không lưu địa chỉ mạng hay trình duyệt của ai.',
    en: 'Days are Vietnamese days. No cookie is used, and nobody’s address or browser is stored.',
  },
]

export const periodMessages: Record<PeriodName, Message> = {
  'tuan-nay': { vi: 'Tuần này', en: 'This week' },
  'tuan-truoc': { vi: 'Tuần trước', en: 'Last week' },
  'thang-nay': { vi: 'Tháng này', en: 'This month' },
  'thang-truoc': { vi: 'Tháng trước', en: 'Last month' },
  'nua-nam': { vi: 'Nửa năm này', en: 'This half-year' },
  'nua-nam-truoc': { vi: 'Nửa năm trước', en: 'Last half-year' },
  'nam-nay': { vi: 'Năm nay', en: 'This year' },
}

export const referrerMessages = {
  fromNone: { vi: 'Truy cập thẳng, không rõ nguồn', en: 'Direct or unknown' },
  fromOwn: { vi: 'Trang khác của cổng', en: 'Other pages of the portal' },
  fromNetwork: { vi: 'Cổng khác trong mạng lưới', en: 'Other portals of the network' },
  fromSearch: { vi: 'Máy tìm kiếm', en: 'Search engines' },
  fromSocial: { vi: 'Mạng xã hội (Zalo, Facebook …)', en: 'Social networks (Zalo, Facebook …)' },
  fromOther: { vi: 'Nơi khác', en: 'Elsewhere' },
} satisfies Record<string, Message>

export const deviceMessages = {
  onPhone: { vi: 'Điện thoại', en: 'Phone' },
  onTablet: { vi: 'Máy tính bảng', en: 'Tablet' },
  onComputer: { vi: 'Máy tính', en: 'Computer' },
  onOther: { vi: 'Thiết bị khác', en: 'Other' },
} satisfies Record<string, Message>
