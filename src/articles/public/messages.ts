import type { Messages } from '../../web/message.ts'

/** Words of the article pages. */
export const messages = {
  updated: { vi: 'Cập nhật: {at}', en: 'Updated: {at}' },
  correction: { vi: 'Đính chính', en: 'Correction' },
  correctionAt: { vi: 'Đính chính lúc {at}:', en: 'Corrected at {at}:' },
  authors: { vi: 'Người thực hiện', en: 'By' },
  source: { vi: 'Nguồn', en: 'Source' },
  copyOf: { vi: 'Bài đăng lại từ', en: 'Republished from' },
  attachments: { vi: 'Tệp đính kèm', en: 'Attachments' },
  tags: { vi: 'Từ khóa', en: 'Tags' },
  related: { vi: 'Bài liên quan', en: 'Related' },
  newer: { vi: 'Bài mới hơn', en: 'Newer' },
  older: { vi: 'Bài cũ hơn', en: 'Older' },
  inSection: { vi: 'Cùng chuyên mục {name}', en: 'More in {name}' },
  gallery: { vi: 'Ảnh trong bài', en: 'Pictures' },
  withdrawn: { vi: 'Bài viết đã được gỡ', en: 'This article was withdrawn' },
  withdrawnAt: { vi: '“{title}” đã được gỡ khỏi cổng lúc {at}.', en: '“{title}” was withdrawn at {at}.' },
  reason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  expired: { vi: 'Bài viết đã hết thời hạn đăng', en: 'This article is over' },
  expiredAt: { vi: '“{title}” hết thời hạn đăng lúc {at}.', en: '“{title}” ended at {at}.' },
  preview: { vi: 'Bản xem thử – chưa đăng', en: 'Preview – not published' },
  previewExplained: {
    vi: 'Đường dẫn này chỉ dành cho người được gửi và sẽ hết hạn.',
    en: 'This link is for those it was sent to, and it ends.',
  },
  untitled: { vi: 'Chưa có tiêu đề', en: 'No title yet' },
  previewTime: { vi: 'Chưa có thời điểm đăng', en: 'No time of publication yet' },
} as const satisfies Messages
