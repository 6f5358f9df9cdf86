import type { Messages } from '../../web/message.ts'

/** Words of the settings of a portal's cases, and of the fields of the network. */
export const messages = {
  title: { vi: 'Cài đặt hồ sơ: {name}', en: 'Settings of cases: {name}' },
  queue: { vi: 'Danh sách hồ sơ', en: 'The cases' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  save: { vi: 'Lưu', en: 'Save' },

  general: { vi: 'Cách xử lý', en: 'How cases are dealt with' },
  openKinds: { vi: 'Người dân gửi được đến cổng này', en: 'What people may send here' },
  leader: { vi: 'Lãnh đạo phụ trách', en: 'Leader in charge' },
  leaderHint: { vi: 'Được báo khi hồ sơ quá hạn.', en: 'Told when a case is late.' },
  noLeader: { vi: 'Chưa chọn', en: 'None' },
  warnDays: { vi: 'Nhắc trước hạn (ngày làm việc)', en: 'Remind before it is due (working days)' },
  warnDaysHint: { vi: 'Cán bộ, rồi trưởng phòng được nhắc. Từ 0 đến 30.', en: 'The officer, then the lead. 0 to 30.' },
  reopenDays: {
    vi: 'Số ngày người gửi được báo “chưa thỏa đáng”',
    en: 'Days in which a sender may say it does not satisfy',
  },
  reopenDaysHint: {
    vi: 'Tính từ ngày trả lời, từ 1 đến 90. Sau đó hồ sơ tự kết thúc.',
    en: 'From the answer; 1 to 90. Then the case closes.',
  },
  extensionDays: {
    vi: 'Gia hạn theo quyết định của cơ quan (ngày làm việc)',
    en: 'Extension by your own decision (working days)',
  },
  extensionDaysHint: {
    vi: 'Chỉ cho loại hồ sơ mà luật không quy định gia hạn. 0 là không gia hạn.',
    en: 'Only where no law has a rule. 0: none.',
  },
  extensionBasis: { vi: 'Văn bản cho phép gia hạn', en: 'The decision that allows it' },
  league: { vi: 'Có tên trong bảng kết quả trả lời công khai', en: 'Named in the public table of results' },
  leagueHint: {
    vi: 'Bảng cho biết tỷ lệ đúng hạn của từng cổng, kèm cách tính.',
    en: 'The table shows the share in time, with its method.',
  },

  retention: { vi: 'Thời gian lưu thông tin người gửi', en: 'How long senders are kept' },
  retentionLead: {
    vi: 'Số ngày giữ thông tin người gửi sau khi hồ sơ kết thúc. Hết hạn, hệ thống tự xóa và ghi lại việc xóa. Để trống thì dùng mặc định.',
    en: 'Days after a case is closed. Then the system erases who sent it, and records that. Empty: the default.',
  },
  keepDefault: { vi: 'Mặc định: {n} ngày', en: 'Default: {n} days' },

  divisions: { vi: 'Phòng, bộ phận', en: 'Divisions' },
  divisionsLead: {
    vi: 'Hồ sơ được giao cho phòng, rồi cho cán bộ của phòng. Trưởng phòng được nhắc khi hồ sơ gần hạn.',
    en: 'Cases go to a division, then to its officers. The lead is reminded when one is due.',
  },
  noDivisions: { vi: 'Chưa có phòng nào', en: 'No division yet' },
  noDivisionsWhat: {
    vi: 'Thêm phòng đầu tiên ở dưới: chưa có phòng thì chưa giao được hồ sơ.',
    en: 'Add the first below: nothing can be assigned without one.',
  },
  divisionLine: { vi: '{name} ({n} người, {open} hồ sơ)', en: '{name} ({n} people, {open} cases)' },
  newDivision: { vi: 'Thêm phòng, bộ phận', en: 'Add a division' },
  name: { vi: 'Tên', en: 'Name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  lead: { vi: 'Trưởng phòng', en: 'Lead' },
  members: { vi: 'Cán bộ của phòng', en: 'People' },
  noPeople: {
    vi: 'Chưa ai ở cổng này có vai trò xử lý hồ sơ: hãy giao vai trò ở mục Người dùng.',
    en: 'Nobody holds a role for cases here yet: give one under People.',
  },
  position: { vi: 'Thứ tự', en: 'Order' },
  end: { vi: 'Kết thúc, nhập vào phòng khác', en: 'End it, merged into another' },
  endHint: {
    vi: 'Hồ sơ đang xử lý và phân luồng chuyển sang phòng tiếp nhận.',
    en: 'Its cases and routing go to the successor.',
  },
  successor: { vi: 'Phòng tiếp nhận', en: 'Successor' },
  choose: { vi: 'Chọn', en: 'Choose' },
  ended: { vi: '{name}: kết thúc {day}, nhập vào {successor}', en: '{name}: ended {day}, merged into {successor}' },

  routing: { vi: 'Phân luồng theo lĩnh vực', en: 'Routing by field' },
  routingLead: {
    vi: 'Hồ sơ mới của lĩnh vực được giao ngay cho phòng này; bộ phận tiếp nhận giao lại được bất cứ lúc nào.',
    en: 'New cases of a field go to this division at once; the coordinator may assign them anew.',
  },
  byPerson: { vi: 'Không tự giao', en: 'Assigned by a person' },

  substitutes: { vi: 'Làm thay khi vắng', en: 'Substitutes' },
  substitutesTitle: { vi: 'Làm thay khi vắng: {name}', en: 'Substitutes: {name}' },
  substitutesLead: {
    vi: 'Người làm thay thấy và xử lý hồ sơ của người vắng, từ ngày đầu đến hết ngày cuối.',
    en: 'A substitute sees and handles the cases of who is away, from the first day to the last.',
  },
  noSubstitutes: { vi: 'Hiện không ai vắng', en: 'Nobody is away' },
  noSubstitutesWhat: {
    vi: 'Khi sắp nghỉ hoặc đi công tác, hãy cử người làm thay ở dưới.',
    en: 'Name a substitute below before you leave.',
  },
  away: { vi: 'Người vắng', en: 'Away' },
  substitute: { vi: 'Người làm thay', en: 'Substitute' },
  fromDay: { vi: 'Từ ngày', en: 'From' },
  toDay: { vi: 'Đến hết ngày', en: 'To' },
  nameSubstitute: { vi: 'Cử người làm thay', en: 'Name the substitute' },
  endSubstitution: { vi: 'Kết thúc', en: 'End' },
  substitutionLine: { vi: '{substitute} làm thay {person}', en: '{substitute} for {person}' },
  days: { vi: '{from} – {to}', en: '{from} – {to}' },
  isAway: { vi: 'đang vắng', en: 'away now' },
  handOverAll: { vi: 'Bàn giao toàn bộ hồ sơ của một người', en: 'Hand over all cases of a person' },
  handOverAllLead: {
    vi: 'Khi cán bộ chuyển công tác: mọi hồ sơ đang xử lý sang người khác, hoặc về phòng.',
    en: 'When somebody leaves: all open cases go to another, or back to their divisions.',
  },
  leaver: { vi: 'Người bàn giao', en: 'From' },
  taker: { vi: 'Người nhận', en: 'To' },
  backToDivision: { vi: 'Về phòng, chưa giao ai', en: 'Back to the divisions' },
  chooseLeaver: { vi: 'Hãy chọn người bàn giao.', en: 'Choose who hands over.' },
  handOver: { vi: 'Bàn giao', en: 'Hand over' },
  handedOver: { vi: 'Đã bàn giao {n} hồ sơ.', en: '{n} cases were handed over.' },

  templates: { vi: 'Mẫu trả lời', en: 'Templates' },
  templatesTitle: { vi: 'Mẫu trả lời: {name}', en: 'Templates: {name}' },
  noTemplates: { vi: 'Chưa có mẫu nào', en: 'No template yet' },
  noTemplatesWhat: {
    vi: 'Những đoạn hay dùng lại (lời mở đầu, nơi liên hệ, căn cứ) nên để thành mẫu.',
    en: 'Keep here what you write again and again.',
  },
  newTemplate: { vi: 'Thêm mẫu', en: 'Add a template' },
  templateTitle: { vi: 'Tên mẫu', en: 'Name' },
  templateBody: { vi: 'Nội dung', en: 'Words' },
  templateField: { vi: 'Lĩnh vực', en: 'Field' },
  anyField: { vi: 'Mọi lĩnh vực', en: 'Any field' },
  archive: { vi: 'Bỏ mẫu này', en: 'Take it off the list' },

  open311: { vi: 'Kết nối phản ánh (Open311)', en: 'Reports from other programs' },
  fields: { vi: 'Lĩnh vực hồ sơ', en: 'Fields of cases' },
  fieldsLead: {
    vi: 'Dùng chung cho mọi cổng, để kết quả so sánh được. Lĩnh vực đã dùng thì ẩn đi, không xóa.',
    en: 'The same for all portals, so that figures can be compared. A field is taken off the forms, never deleted.',
  },
  newField: { vi: 'Thêm lĩnh vực', en: 'Add a field' },
  slug: { vi: 'Mã trong địa chỉ', en: 'Name in addresses' },
  slugHint: {
    vi: 'Chữ thường không dấu, nối bằng gạch ngang; không đổi được về sau.',
    en: 'Lower case, hyphens; cannot be changed later.',
  },
  forKinds: { vi: 'Chọn được khi gửi', en: 'May be chosen for' },
  archived: { vi: 'Ẩn khỏi biểu mẫu', en: 'Not on the forms' },
  archivedTag: { vi: 'đã ẩn', en: 'hidden' },
} as const satisfies Messages
