import type { Messages } from '../../web/message.ts'

/** Words of the page that shows how the public face looks. */
export const messages = {
  title: { vi: 'Hệ thống thiết kế', en: 'Design system' },
  intro: {
    vi: 'Mọi thành phần của giao diện công khai, trong mọi trạng thái, vẽ bằng chính mã nguồn của các trang. Chỉ cổng minh họa có trang này. Đổi thiết bị sang nền tối để xem bảng màu tối.',
    en: 'Every component of the public face in every state, drawn by the code of the pages themselves. Demo portals only. Switch the device to dark to see the dark palette.',
  },
  onThisPage: { vi: 'Trên trang này', en: 'On this page' },
  colours: { vi: 'Màu', en: 'Colours' },
  coloursText: {
    vi: 'Tương phản được tính từ đúng các mã màu trong mã nguồn; chữ cần 4,5, dấu hiệu và viền cần 3 (WCAG 2.2 AA).',
    en: 'Contrast is computed from the very colours of the code; words need 4.5, signs and edges 3 (WCAG 2.2 AA).',
  },
  pair: { vi: 'Trên nền', en: 'On' },
  use: { vi: 'Dùng cho', en: 'Used for' },
  light: { vi: 'Nền sáng', en: 'Light' },
  dark: { vi: 'Nền tối', en: 'Dark' },
  type: { vi: 'Chữ', en: 'Type' },
  typeText: {
    vi: 'Be Vietnam Pro, hai độ đậm. Dòng giãn 1,35 ở đề mục và 1,72 trong bài, đủ chỗ cho dấu chồng như Ẫ, Ỗ, Ự.',
    en: 'Be Vietnam Pro in two weights. Lines stand 1.35 apart in headings and 1.72 in articles, room for stacked marks.',
  },
  space: { vi: 'Khoảng cách', en: 'Space' },
  themes: { vi: 'Bốn giao diện màu', en: 'Four themes' },
  frame: { vi: 'Khung trang', en: 'Frame' },
  frameText: {
    vi: 'Đầu trang và chân trang của trang này là thành phần thật. Danh mục và ô tìm kiếm mở không cần mã kịch bản; chuyên mục con mở bằng phím Enter hoặc chạm vào mũi tên.',
    en: 'Header and footer of this page are the components themselves. Menu and search open without script; sections below a section open by Enter or a press on the arrow.',
  },
  cards: { vi: 'Thẻ bài', en: 'Cards' },
  lead: { vi: 'Bài mở đầu', en: 'Lead' },
  grid: { vi: 'Lưới thẻ: có ảnh, không ảnh, video, tên dài', en: 'Grid: with picture, without, film, long title' },
  lines: { vi: 'Danh sách dài', en: 'Long list' },
  titles: { vi: 'Danh sách tên bài', en: 'Titles' },
  blocks: { vi: 'Khối của trang chủ', en: 'Blocks of a front page' },
  lists: { vi: 'Trang, nhãn, danh sách trống', en: 'Pages, tags, empty lists' },
  states: { vi: 'Trạng thái', en: 'States' },
  normal: { vi: 'Thường', en: 'Normal' },
  hovered: { vi: 'Con trỏ ở trên', en: 'Pointer on it' },
  focused: { vi: 'Đang có tiêu điểm', en: 'Has the focus' },
  notices: { vi: 'Lời nhắn trên trang', en: 'Notices' },
  forms: { vi: 'Biểu mẫu', en: 'Forms' },
  formsText: {
    vi: 'Biểu mẫu báo lỗi sau khi gửi thiếu: lỗi nằm ngay trên ô, mọi điều đã gõ còn nguyên.',
    en: 'The form of an error report after it was sent incomplete: each fault above its field, everything typed still there.',
  },
  article: { vi: 'Bài viết', en: 'Article' },
  print: { vi: 'In và điều kiện đọc', en: 'Print and conditions' },
  printText: {
    vi: 'Khi in, trang bỏ danh mục và màu nền, ghi địa chỉ của bài và của liên kết. Trang giữ được nghĩa khi thiết bị ép màu, khi giảm chuyển động, khi phóng chữ 200 % và ở bề ngang 320 điểm ảnh.',
    en: 'Printed pages leave out menus and fills and write addresses out. Pages keep their sense under forced colours, reduced motion, 200 % text and a width of 320 pixels.',
  },
} as const satisfies Messages
