import type { Messages } from '../web/message.ts'

/** Words of the answers to what readers send and nobody can read. */
export const postedMessages = {
  noForm: { vi: 'Không đọc được nội dung gửi đến', en: 'What was sent cannot be read' },
  noFormText: {
    vi: 'Mời bạn mở lại biểu mẫu trên cổng và gửi lần nữa.',
    en: 'Please open the form on the portal again and send it once more.',
  },
  elsewhere: { vi: 'Biểu mẫu được gửi từ một trang khác', en: 'The form was sent from another site' },
  elsewhereText: {
    vi: 'Để tránh bị mạo danh, cổng chỉ nhận biểu mẫu gửi từ chính trang của cổng. Mời bạn mở trang của cổng và gửi lại.',
    en: 'To keep others from acting in your name, this portal takes forms from its own pages only. Please open the page here and send it again.',
  },
  heavy: { vi: 'Nội dung gửi đến quá dài', en: 'What was sent is too long' },
  heavyText: {
    vi: 'Mời bạn quay lại, rút gọn nội dung rồi gửi lần nữa.',
    en: 'Please go back, shorten it and send it once more.',
  },
} as const satisfies Messages
