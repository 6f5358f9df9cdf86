import type { Messages } from '../web/message.ts'

/** Words of the public pages of feedback. */
export const messages = {
  title: { vi: 'Phản ánh, kiến nghị', en: 'Reports from residents' },
  lead: {
    vi: 'Những điều người dân phản ánh về đời sống đô thị, ai xử lý, hạn trả lời và kết quả. Chỉ đăng những phản ánh người gửi đồng ý công khai, sau khi cán bộ đã bỏ thông tin cá nhân.',
    en: 'What residents report about daily life in the city, who deals with it, when the answer is due, and the outcome. Only reports whose senders agreed are shown, after personal details were taken out.',
  },
  send: { vi: 'Gửi phản ánh', en: 'Send a report' },
  fields: { vi: 'Lĩnh vực', en: 'Field' },
  allFields: { vi: 'Tất cả lĩnh vực', en: 'All fields' },
  wards: { vi: 'Phường, xã', en: 'Ward or commune' },
  allWards: { vi: 'Tất cả phường, xã', en: 'All wards and communes' },
  states: { vi: 'Tình trạng', en: 'State' },
  allStates: { vi: 'Tất cả tình trạng', en: 'All states' },
  narrow: { vi: 'Lọc', en: 'Filter' },
  narrowing: { vi: 'Lọc danh sách', en: 'Filter the list' },
  clear: { vi: 'Bỏ lọc', en: 'Show all' },
  counts: { vi: 'Số phản ánh theo tình trạng', en: 'Reports by state' },
  list: { vi: 'Danh sách phản ánh', en: 'List of reports' },
  none: { vi: 'Chưa có phản ánh nào được công khai', en: 'No report is public yet' },
  noneText: {
    vi: 'Khi có phản ánh mà người gửi đồng ý công khai, phản ánh ấy và kết quả xử lý sẽ ở đây.',
    en: 'Once a sender agrees to have a report shown, it will stand here with its outcome.',
  },
  noneFound: { vi: 'Không có phản ánh nào như vậy', en: 'No report is like that' },
  noneFoundText: { vi: 'Mời bạn bỏ bớt điều kiện lọc.', en: 'Please remove some of the filters.' },
  received: { vi: 'Tiếp nhận ngày {day}', en: 'Received {day}' },
  due: { vi: 'Hạn trả lời: hết ngày {day}, còn {n} ngày', en: 'Answer due by the end of {day}, {n} days left' },
  dueSoon: {
    vi: 'Hạn trả lời: hết ngày {day}, còn chưa đến 1 ngày',
    en: 'Answer due by the end of {day}, less than a day left',
  },
  late: {
    vi: 'Quá hạn {n} ngày (hạn trả lời: hết ngày {day})',
    en: 'Overdue by {n} days (the answer was due by the end of {day})',
  },
  lateToday: {
    vi: 'Quá hạn chưa đến 1 ngày (hạn trả lời: hết ngày {day})',
    en: 'Overdue by less than a day (the answer was due by the end of {day})',
  },
  met: {
    vi: 'Trả lời ngày {at}, đúng hạn (hạn: hết ngày {day})',
    en: 'Answered {at}, in time (due by the end of {day})',
  },
  missed: {
    vi: 'Trả lời ngày {at}, chậm {n} ngày (hạn: hết ngày {day})',
    en: 'Answered {at}, {n} days late (due by the end of {day})',
  },
  missedSame: {
    vi: 'Trả lời ngày {at}, chậm chưa đến 1 ngày (hạn: hết ngày {day})',
    en: 'Answered {at}, less than a day late (due by the end of {day})',
  },
  lateMark: { vi: 'Quá hạn', en: 'Overdue' },
  voices: { vi: '{n} người cũng gặp', en: '{n} people met the same' },
  number: { vi: 'Số hồ sơ', en: 'Number' },
  place: { vi: 'Nơi phản ánh', en: 'Place' },
  placeRounded: {
    vi: 'Vị trí trên bản đồ đã làm tròn khoảng 50 m.',
    en: 'The point on the map is rounded to about 50 m.',
  },
  point: { vi: 'Tọa độ', en: 'Coordinates' },
  handler: { vi: 'Cơ quan xử lý', en: 'Dealt with by' },
  service: { vi: 'Thời hạn', en: 'Deadline' },
  words: { vi: 'Nội dung phản ánh', en: 'What was reported' },
  answer: { vi: 'Kết quả xử lý', en: 'Outcome' },
  noAnswer: {
    vi: 'Đã trả lời người gửi; nội dung trả lời chưa được đăng công khai.',
    en: 'The sender was answered; the answer is not published yet.',
  },
  noAnswerYet: { vi: 'Chưa có kết quả.', en: 'There is no outcome yet.' },
  merged: { vi: 'Đã gộp với phản ánh khác cùng nội dung.', en: 'Joined to another report about the same matter.' },
  photos: { vi: 'Ảnh', en: 'Pictures' },
  steps: { vi: 'Quá trình xử lý', en: 'What happened' },
  edited: {
    vi: 'Nội dung và ảnh do cán bộ biên tập lại để không lộ thông tin cá nhân.',
    en: 'Words and pictures were edited by the office so that they show nothing personal.',
  },
  joinTitle: { vi: 'Bạn cũng gặp việc này?', en: 'Did you meet the same?' },
  join: { vi: 'Tôi cũng gặp', en: 'Me too' },
  joinHint: {
    vi: 'Bấm một lần là đủ: cơ quan biết có thêm người gặp, không cần gửi phản ánh mới. Cổng không lưu bạn là ai.',
    en: 'One press is enough: the agency learns that more people met it, without a new report. Who you are is not kept.',
  },
  joined: { vi: 'Đã ghi nhận bạn cũng gặp việc này.', en: 'Noted that you met the same.' },
  joinedAgain: {
    vi: 'Hôm nay bạn đã bấm rồi; cổng chỉ tính một lần mỗi ngày.',
    en: 'You pressed it today already; it counts once a day.',
  },
  joinEnough: {
    vi: 'Hôm nay bạn đã bấm nhiều lần. Mời bạn quay lại ngày mai.',
    en: 'You pressed it many times today. Please come back tomorrow.',
  },
  joinUnknown: {
    vi: 'Phản ánh này đã được xử lý hoặc không còn công khai.',
    en: 'This report is dealt with, or no longer public.',
  },
  back: { vi: 'Về danh sách phản ánh', en: 'To the list of reports' },

  map: { vi: 'Bản đồ phản ánh', en: 'Map of reports' },
  mapLead: {
    vi: 'Bản đồ hiện đúng những phản ánh trong danh sách dưới đây, trừ phản ánh không có vị trí (nhiều nhất 500).',
    en: 'The map shows the reports of the list below, except those without a point (500 at most).',
  },
  openMap: { vi: 'Mở bản đồ', en: 'Open the map' },
  mapFailed: {
    vi: 'Không tải được bản đồ. Danh sách vẫn đầy đủ.',
    en: 'The map could not be loaded. The list has it all.',
  },
  mapNoTiles: {
    vi: 'Chưa có ảnh nền bản đồ: chỉ có lưới tọa độ, thước tỉ lệ và hướng bắc.',
    en: 'There is no background map yet: a grid of coordinates, a scale and north.',
  },
  north: { vi: 'Bắc', en: 'North' },
  zoomIn: { vi: 'Phóng to', en: 'Zoom in' },
  zoomOut: { vi: 'Thu nhỏ', en: 'Zoom out' },
} as const satisfies Messages
