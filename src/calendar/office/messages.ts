import type { Messages } from '../../web/message.ts'

/** What the screens of the calendar say. */
export const messages = {
  titleOf: { vi: 'Lịch làm việc năm {year}', en: 'Calendar of {year}' },
  intro: {
    vi: 'Mọi thời hạn tính bằng ngày làm việc của mạng lưới đều theo lịch này. Ngày nào thay đổi, hạn của những việc đang mở được tính lại.',
    en: 'Every time counted in working days follows this calendar. Where a day changes, open deadlines are worked out anew.',
  },
  waitingNote: {
    vi: 'Có {count} ngày chưa kiểm chứng: những ngày này hiện ra để xác nhận, chưa được coi là ngày nghỉ hay ngày làm bù cho đến khi quản trị mạng lưới xác nhận bằng văn bản.',
    en: '{count} days are not verified: they are shown for confirmation and do not count until the network administrator confirms them by a document.',
  },
  unknownYear: {
    vi: 'Chưa ghi ngày nghỉ nào cho năm này: thời hạn rơi vào năm này mới chỉ bỏ qua thứ Bảy và Chủ nhật.',
    en: 'No day off is recorded for this year: deadlines in it leave out Saturdays and Sundays alone.',
  },
  notAnnounced: {
    vi: 'Ngày nghỉ Tết, ngày liền kề Quốc khánh và ngày hoán đổi được công bố từng năm. Trong danh sách chỉ có những ngày đã công bố hoặc chắc chắn nghỉ theo luật; công bố rồi mà chưa thấy, hãy ghi thêm.',
    en: 'The days of Tết, the day next to the National Day and exchanged days are announced each year. Listed are those announced or certain by law; add what is missing.',
  },
  years: { vi: 'Năm khác', en: 'Other years' },
  rules: { vi: 'Quy tắc thời hạn', en: 'Rules on time' },
  legend: { vi: 'Chú giải', en: 'Legend' },
  legendOff: { vi: 'Ngày nghỉ', en: 'Day off' },
  legendWork: { vi: 'Ngày làm bù', en: 'Worked in exchange' },
  legendWaiting: { vi: 'Chờ xác nhận, chưa tính', en: 'To be confirmed, not counted' },
  legendWeekend: { vi: 'Cuối tuần', en: 'Weekend' },
  workingDays: { vi: '{count} ngày làm việc', en: '{count} working days' },
  list: { vi: 'Ngày nghỉ và ngày làm bù', en: 'Days off and days worked' },
  day: { vi: 'Ngày', en: 'Day' },
  what: { vi: 'Là ngày', en: 'What it is' },
  source: { vi: 'Căn cứ', en: 'Source' },
  mark: { vi: 'Độ tin cậy', en: 'Mark' },
  acts: { vi: 'Việc có thể làm', en: 'What may be done' },
  announced: { vi: 'công bố {day}', en: 'announced {day}' },
  confirmedBy: { vi: 'Đã xác nhận', en: 'Confirmed' },
  waiting: { vi: 'Chờ xác nhận, chưa tính', en: 'To be confirmed, not counted' },
  withdrawn: { vi: 'Đã rút, không tính', en: 'Withdrawn, not counted' },
  swappedWith: { vi: 'đổi với {day}', en: 'in exchange for {day}' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  withdraw: { vi: 'Rút', en: 'Withdraw' },
  reason: { vi: 'Lý do', en: 'Reason' },
  announceTitle: { vi: 'Công bố ngày nghỉ', en: 'Announce a day off' },
  swapTitle: { vi: 'Hoán đổi ngày làm việc', en: 'Exchange a working day' },
  dayOff: { vi: 'Ngày nghỉ', en: 'Day off' },
  name: { vi: 'Tên ngày nghỉ', en: 'Name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'English name' },
  sourceHint: {
    vi: 'Chỉ ghi khi đã đọc văn bản: số, ngày, cơ quan ban hành.',
    en: 'Only once you have read the document: number, date, who issued it.',
  },
  announcedOn: { vi: 'Ngày công bố', en: 'Announced on' },
  swapOff: { vi: 'Ngày trong tuần được nghỉ', en: 'Weekday off' },
  swapWork: { vi: 'Thứ Bảy hoặc Chủ nhật làm bù', en: 'Saturday or Sunday worked' },
  saved: {
    vi: 'Đã ghi. Hạn của những việc đang mở đang được tính lại.',
    en: 'Recorded. Open deadlines are being worked out anew.',
  },
  readOnly: {
    vi: 'Bạn xem được lịch; quản trị mạng lưới ghi ngày nghỉ.',
    en: 'You may read this; the network administrator records days off.',
  },
  changes: { vi: 'Các lần thay đổi gần đây', en: 'Latest changes' },
  version: { vi: 'Bản {id}', en: 'Version {id}' },
} as const satisfies Messages

/** What the screens of rules say. */
export const ruleMessages = {
  title: { vi: 'Quy tắc thời hạn', en: 'Rules on time' },
  titleOf: { vi: 'Quy tắc thời hạn: {site}', en: 'Rules on time of {site}' },
  intro: {
    vi: 'Mỗi thời hạn lấy từ bộ quy tắc có hiệu lực vào ngày việc bắt đầu. Điều chỉnh của cổng đứng trước điều chỉnh của mạng lưới, điều chỉnh của mạng lưới đứng trước bộ quy tắc; quy định gốc luôn hiện bên cạnh.',
    en: 'A time follows the pack in force on the day a matter begins. A portal’s override goes before the network’s, that before the pack; the rule itself always stands beside it.',
  },
  calendar: { vi: 'Lịch làm việc', en: 'Calendar' },
  packs: { vi: 'Các bộ quy tắc', en: 'Rule packs' },
  activeNow: { vi: 'Đang áp dụng hôm nay', en: 'Active today' },
  why: {
    vi: 'Hôm nay là {day}: bộ quy tắc có hiệu lực là {pack}, vì {instrument} có hiệu lực từ {from}. Quy tắc nào văn bản này không định số ngày thì giữ mức của văn bản trước làm mặc định.',
    en: 'Today is {day}: the pack in force is {pack}, as {instrument} is in force from {from}. Where it names no figure, that of the text before is kept as a default.',
  },
  until: { vi: '{from} – {to}', en: '{from} – {to}' },
  carried: { vi: 'Giữ từ bộ quy tắc {pack}.', en: 'Carried on from the pack {pack}.' },
  since: { vi: 'từ {from}', en: 'from {from}' },
  rule: { vi: 'Việc', en: 'What' },
  time: { vi: 'Quy định', en: 'Rule' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  overrides: { vi: 'Điều chỉnh', en: 'Overrides' },
  none: { vi: 'Không có', en: 'None' },
  ofNetwork: { vi: 'mạng lưới', en: 'network' },
  ofSite: { vi: 'cổng này', en: 'this portal' },
  overrideLine: {
    vi: '{duration} từ {from} ({whose}). {decidedBy}, {document}. Lý do: {reason}',
    en: '{duration} from {from} ({whose}). {decidedBy}, {document}. Reason: {reason}',
  },
  laxer: {
    vi: 'Nới hơn quy định đang có hiệu lực: cần có căn cứ cho phép',
    en: 'Laxer than the law in force: it needs a ground that allows it',
  },
  end: { vi: 'Kết thúc', en: 'End' },
  newOverride: { vi: 'Điều chỉnh một thời hạn', en: 'Override a time' },
  newHint: {
    vi: 'Chỉ có hiệu lực với việc bắt đầu từ ngày áp dụng trở đi; việc đã nhận giữ thời hạn cũ.',
    en: 'For what begins from that day on; what was received keeps its time.',
  },
  chooseRule: { vi: '— Chọn quy tắc —', en: '— Choose —' },
  amount: { vi: 'Số', en: 'Number' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  fromDay: { vi: 'Áp dụng từ ngày', en: 'From' },
  decidedBy: { vi: 'Người quyết định', en: 'Decided by' },
  document: { vi: 'Văn bản quyết định', en: 'Decision' },
  reason: { vi: 'Lý do', en: 'Reason' },
  saved: { vi: 'Đã ghi.', en: 'Recorded.' },
  readOnly: { vi: 'Bạn xem được nhưng không sửa được.', en: 'You may read this, not change it.' },
  working_days: { vi: 'ngày làm việc', en: 'working days' },
  days: { vi: 'ngày', en: 'days' },
  hours: { vi: 'giờ', en: 'hours' },
} as const satisfies Messages

/** Rules under a heading, by the beginning of their names. */
export const ruleGroups = [
  {
    starts: ['question.', 'feedback.', 'petition.', 'reopen.'],
    name: { vi: 'Hỏi đáp, phản ánh, kiến nghị', en: 'Questions, feedback, petitions' },
  },
  { starts: ['information.'], name: { vi: 'Tiếp cận thông tin', en: 'Access to information' } },
  { starts: ['complaint.'], name: { vi: 'Khiếu nại', en: 'Complaints' } },
  { starts: ['denunciation.'], name: { vi: 'Tố cáo', en: 'Denunciations' } },
  { starts: ['data.', 'breach.'], name: { vi: 'Dữ liệu cá nhân', en: 'Personal data' } },
  {
    starts: ['reception.', 'outage.', 'error-report'],
    name: { vi: 'Cổng và tiếp công dân', en: 'The portal and citizen reception' },
  },
] as const
