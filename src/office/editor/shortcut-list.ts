import type { Message } from '../../web/message.ts'

/** A key or a chord of the writing screen, and what it does. */
export interface Shortcut {
  keys: readonly string[]
  does: Message
}

/** Keys of the writing screen, for the sheet of keys. */
export const editorShortcuts: readonly Shortcut[] = [
  { keys: ['Ctrl', 'S'], does: { vi: 'Lưu bài đang viết', en: 'Save the article' } },
  {
    keys: ['Ctrl', 'Enter'],
    does: { vi: 'Lưu rồi làm bước chính (trình, duyệt…)', en: 'Save and take the main step' },
  },
  { keys: ['Ctrl', 'Alt', 'P'], does: { vi: 'Xem thử bên cạnh', en: 'Preview beside the text' } },
  {
    keys: ['Alt', 'F10'],
    does: { vi: 'Lên thanh định dạng; Esc để trở lại bài', en: 'To the toolbar; Esc goes back to the text' },
  },
  { keys: ['Ctrl', 'B'], does: { vi: 'Đậm', en: 'Bold' } },
  { keys: ['Ctrl', 'I'], does: { vi: 'Nghiêng', en: 'Italic' } },
  { keys: ['Ctrl', 'U'], does: { vi: 'Gạch chân', en: 'Underline' } },
  { keys: ['Ctrl', 'Alt', '2'], does: { vi: 'Tiêu đề lớn trong bài (3, 4: nhỏ hơn)', en: 'Heading (3, 4: smaller)' } },
  { keys: ['Ctrl', 'Shift', '7'], does: { vi: 'Danh sách số', en: 'Numbered list' } },
  { keys: ['Ctrl', 'Shift', '8'], does: { vi: 'Danh sách chấm', en: 'Bulleted list' } },
  { keys: ['Ctrl', 'Shift', 'B'], does: { vi: 'Trích dẫn', en: 'Quote' } },
  { keys: ['Ctrl', 'K'], does: { vi: 'Liên kết', en: 'Link' } },
  { keys: ['Ctrl', 'Alt', 'M'], does: { vi: 'Góp ý cho đoạn đang chọn', en: 'Comment on the selection' } },
  {
    keys: ['Enter'],
    does: { vi: 'Sửa hình, bộ ảnh, tệp, video đang chọn', en: 'Edit the selected picture, gallery, file or video' },
  },
  { keys: ['Ctrl', 'Z'], does: { vi: 'Hoàn tác (Ctrl Y: làm lại)', en: 'Undo (Ctrl Y: redo)' } },
]
