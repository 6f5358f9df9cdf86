import type { Messages } from '../web/message.ts'

/** Words of the screen of keys. */
export const messages = {
  title: { vi: 'Kết nối phản ánh (Open311)', en: 'Reports from other programs (Open311)' },
  lead: {
    vi: 'Ứng dụng có khóa được gửi phản ánh đến các cổng theo tiêu chuẩn Open311 GeoReport v2. Chưa cấp khóa nào thì không ứng dụng nào gửi được; đọc phản ánh đã công khai thì không cần khóa.',
    en: 'Programs with a key may send reports to the portals by Open311 GeoReport v2. As long as no key was given, none can; reading public reports needs no key.',
  },
  none: { vi: 'Chưa cấp khóa nào.', en: 'No key was given yet.' },
  name: { vi: 'Ứng dụng', en: 'Program' },
  contact: { vi: 'Đơn vị vận hành, liên hệ', en: 'Run by, contact' },
  site: { vi: 'Được gửi đến', en: 'May send to' },
  everySite: { vi: 'Mọi cổng', en: 'Every portal' },
  limit: { vi: 'Số phản ánh mỗi ngày', en: 'Reports a day' },
  used: { vi: 'Hôm nay / tổng', en: 'Today / in all' },
  key: { vi: 'Khóa', en: 'Key' },
  state: { vi: 'Tình trạng', en: 'State' },
  active: { vi: 'Đang dùng', en: 'In use' },
  revokedOn: { vi: 'Đã thu hồi {day}', en: 'Revoked {day}' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  revokeAsk: {
    vi: 'Thu hồi khóa này? Ứng dụng sẽ không gửi được nữa.',
    en: 'Revoke this key? The program can send no more.',
  },
  issue: { vi: 'Cấp khóa', en: 'Give a key' },
  issued: {
    vi: 'Khóa của “{name}” chỉ hiện một lần ở đây. Hãy chuyển cho đơn vị vận hành qua kênh an toàn; quên thì cấp khóa mới.',
    en: 'The key of “{name}” is shown here once. Hand it over safely; if it is lost, give a new one.',
  },
  revoked: { vi: 'Đã thu hồi khóa.', en: 'The key is revoked.' },
  keys: { vi: 'Khóa đã cấp', en: 'Keys' },
} as const satisfies Messages
