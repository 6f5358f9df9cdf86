import type { Message } from '../web/message.ts'

/** Pages every portal owes its readers, whatever it publishes: in the footer, on the site map and in sitemap.xml. */
export const statementPages: readonly { path: string; name: Message }[] = [
  { path: '/kenh-thong-tin', name: { vi: 'Kênh thông tin chính thức', en: 'Official channels' } },
  { path: '/tiep-can-thong-tin', name: { vi: 'Tiếp cận thông tin', en: 'Access to information' } },
  { path: '/du-lieu-ca-nhan', name: { vi: 'Dữ liệu cá nhân của bạn', en: 'Your personal data' } },
  { path: '/tuyen-bo-tiep-can', name: { vi: 'Tuyên bố về khả năng tiếp cận', en: 'Accessibility statement' } },
  { path: '/quyen-rieng-tu', name: { vi: 'Quyền riêng tư', en: 'Privacy' } },
  { path: '/thong-bao-gian-doan', name: { vi: 'Thông báo gián đoạn dịch vụ', en: 'Outage notices' } },
]
