import type { Message } from '../web/message.ts'

/** Where people ask, report and follow their matter, on every portal: in the footer, on the site map and in sitemap.xml. */
export const citizenPages: readonly { path: string; name: Message; inMenu?: true }[] = [
  { path: '/hoi-dap', name: { vi: 'Hỏi đáp', en: 'Questions and answers' }, inMenu: true },
  { path: '/phan-anh', name: { vi: 'Phản ánh, kiến nghị', en: 'Feedback' }, inMenu: true },
  { path: '/theo-doi', name: { vi: 'Theo dõi hồ sơ đã gửi', en: 'Follow what you sent' } },
  { path: '/lich-tiep-cong-dan', name: { vi: 'Lịch tiếp công dân', en: 'Citizen reception' } },
  { path: '/khieu-nai-to-cao', name: { vi: 'Khiếu nại, tố cáo', en: 'Complaints and denunciations' } },
]
