import type { Message } from '../web/message.ts'
import type { Role } from './actor.ts'

/** What the roles are called. */
export const roleNames: Record<Role, Message> = {
  contributor: { vi: 'Cộng tác viên', en: 'Contributor' },
  editor: { vi: 'Biên tập viên', en: 'Editor' },
  desk_secretary: { vi: 'Thư ký biên tập', en: 'Desk secretary' },
  chief_editor: { vi: 'Trưởng ban biên tập', en: 'Chief editor' },
  site_admin: { vi: 'Quản trị cổng', en: 'Portal administrator' },
  network_admin: { vi: 'Quản trị mạng lưới', en: 'Network administrator' },
  case_coordinator: { vi: 'Cán bộ tiếp nhận, phân công', en: 'Case coordinator' },
  case_officer: { vi: 'Cán bộ xử lý, trả lời', en: 'Case officer' },
  case_leader: { vi: 'Lãnh đạo duyệt trả lời', en: 'Leader who approves answers' },
  hotline_operator: { vi: 'Điện thoại viên tổng đài', en: 'Hotline operator' },
  auditor: { vi: 'Kiểm tra', en: 'Auditor' },
}
