import type { Message } from '../../web/message.ts'

/** What each screen of the menu is for, in a line, for those whose first page is made of these screens. */
export const screenHints: Readonly<Record<string, Message>> = {
  '/bai-viet': { vi: 'Mọi bài, mọi trạng thái, kèm lịch sử', en: 'Every article in every state, with its history' },
  '/de-nghi': { vi: 'Bài các cổng đề nghị nhau đăng', en: 'What portals offer to each other' },
  '/thu-vien': { vi: 'Ảnh và tệp đã tải lên', en: 'Pictures and files' },
  '/ban-doc': { vi: 'Báo lỗi của bạn đọc, mức độ hài lòng', en: 'Errors readers reported, how satisfied they are' },
  '/cong': {
    vi: 'Tên, nhận diện, giao diện, quy trình duyệt, chuyên mục',
    en: 'Name, identity, theme, chain of approval, sections',
  },
  '/nguoi-dung': {
    vi: 'Tài khoản, vai trò từ ngày đến ngày, tình trạng',
    en: 'Accounts, roles with their dates, states',
  },
  '/chuyen-de': { vi: 'Chuyên đề chung của cả mạng lưới', en: 'Topics shared by the whole network' },
  '/linh-vuc': {
    vi: 'Lĩnh vực người dân hỏi, phản ánh, chung cho cả mạng lưới',
    en: 'Fields people ask about, for the whole network',
  },
  '/don-vi': { vi: 'Danh mục đơn vị, có ngày hiệu lực', en: 'The register of units, with their dates' },
  '/dieu-hanh': {
    vi: 'Hồ sơ công dân đang mở, quá hạn, trả lời đúng hạn',
    en: 'Citizens’ cases: open, overdue, answered in time',
  },
  '/lich-lam-viec': { vi: 'Ngày nghỉ, ngày làm bù, quy tắc thời hạn', en: 'Days off, working days, rules on time' },
  '/thong-ke': { vi: 'Lượt xem, bài được đọc nhiều', en: 'Views, and what is read most' },
  '/thu-di': { vi: 'Thư hệ thống gửi: đã gửi, đang chờ, gửi hỏng', en: 'Mail: sent, waiting, failed' },
  '/nhat-ky': { vi: 'Ai đã làm gì, lúc nào', en: 'Who did what, and when' },
}
