import type { Messages } from '../../web/message.ts'

export const messages = {
  documentOf: { vi: 'Ngày đăng', en: 'Published' },
  file: { vi: 'Tệp đính kèm', en: 'File' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  film: { vi: 'Video', en: 'Film' },
  photos: { vi: 'Ảnh', en: 'Photos' },
  opensElsewhere: { vi: 'trang khác', en: 'another site' },
  preview: { vi: 'Xem thử trang chủ', en: 'Front page preview' },
  previewExplained: {
    vi: 'Bố trí này chưa đăng. Khối nào chưa có bài thì không hiện.',
    en: 'This arrangement is not published. Blocks with nothing in them are not shown.',
  },
} as const satisfies Messages
