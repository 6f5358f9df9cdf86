import type { ChainedCommands, Editor } from '@tiptap/core'
import { editLink, insertVideo } from './insert-sheets.ts'

/** One button of the toolbar. */
export interface Tool {
  /** What is seen on the button. */
  sign: string
  vi: string
  en: string
  keys?: string
  act: (editor: Editor) => void
  active?: (editor: Editor) => boolean
  /** Only while this holds is the button there at all. */
  when?: (editor: Editor) => boolean
}

const run =
  (change: (chain: ChainedCommands) => ChainedCommands) =>
  (editor: Editor): void =>
    void change(editor.chain().focus()).run()
const inTable = (editor: Editor): boolean => editor.isActive('table')

/** Acts of the toolbar that belong to other parts of the screen. */
export interface Outside {
  siteId: number
  insertPictures: (editor: Editor) => void
  insertGallery: (editor: Editor) => void
  insertFile: (editor: Editor) => void
  insertFilm: (editor: Editor) => void
  upload: (editor: Editor) => void
  comment: (editor: Editor) => void
}

const history: Tool[] = [
  { sign: '↶', vi: 'Hoàn tác', en: 'Undo', keys: 'Ctrl+Z', act: run((c) => c.undo()) },
  { sign: '↷', vi: 'Làm lại', en: 'Redo', keys: 'Ctrl+Y', act: run((c) => c.redo()) },
]
const headings: Tool[] = [
  {
    sign: 'T1',
    vi: 'Tiêu đề lớn',
    en: 'Heading',
    keys: 'Ctrl+Alt+2',
    act: run((c) => c.toggleHeading({ level: 2 })),
    active: (e) => e.isActive('heading', { level: 2 }),
  },
  {
    sign: 'T2',
    vi: 'Tiêu đề vừa',
    en: 'Subheading',
    keys: 'Ctrl+Alt+3',
    act: run((c) => c.toggleHeading({ level: 3 })),
    active: (e) => e.isActive('heading', { level: 3 }),
  },
  {
    sign: 'T3',
    vi: 'Tiêu đề nhỏ',
    en: 'Small heading',
    keys: 'Ctrl+Alt+4',
    act: run((c) => c.toggleHeading({ level: 4 })),
    active: (e) => e.isActive('heading', { level: 4 }),
  },
]
const marks: Tool[] = [
  {
    sign: 'B',
    vi: 'Đậm',
    en: 'Bold',
    keys: 'Ctrl+B',
    act: run((c) => c.toggleBold()),
    active: (e) => e.isActive('bold'),
  },
  {
    sign: 'I',
    vi: 'Nghiêng',
    en: 'Italic',
    keys: 'Ctrl+I',
    act: run((c) => c.toggleItalic()),
    active: (e) => e.isActive('italic'),
  },
  {
    sign: 'U',
    vi: 'Gạch chân',
    en: 'Underline',
    keys: 'Ctrl+U',
    act: run((c) => c.toggleUnderline()),
    active: (e) => e.isActive('underline'),
  },
  {
    sign: 'S',
    vi: 'Gạch ngang',
    en: 'Strike',
    keys: 'Ctrl+Shift+S',
    act: run((c) => c.toggleStrike()),
    active: (e) => e.isActive('strike'),
  },
  {
    sign: 'x₂',
    vi: 'Chỉ số dưới',
    en: 'Subscript',
    act: run((c) => c.toggleSubscript()),
    active: (e) => e.isActive('subscript'),
  },
  {
    sign: 'x²',
    vi: 'Chỉ số trên',
    en: 'Superscript',
    act: run((c) => c.toggleSuperscript()),
    active: (e) => e.isActive('superscript'),
  },
  { sign: '⌫', vi: 'Xóa định dạng', en: 'Clear formatting', act: run((c) => c.unsetAllMarks().clearNodes()) },
]
const blocks: Tool[] = [
  {
    sign: '•',
    vi: 'Danh sách',
    en: 'List',
    keys: 'Ctrl+Shift+8',
    act: run((c) => c.toggleBulletList()),
    active: (e) => e.isActive('bulletList'),
  },
  {
    sign: '1.',
    vi: 'Danh sách đánh số',
    en: 'Numbered list',
    keys: 'Ctrl+Shift+7',
    act: run((c) => c.toggleOrderedList()),
    active: (e) => e.isActive('orderedList'),
  },
  {
    sign: '❝',
    vi: 'Trích dẫn',
    en: 'Quote',
    keys: 'Ctrl+Shift+B',
    act: run((c) => c.toggleBlockquote()),
    active: (e) => e.isActive('blockquote'),
  },
  { sign: '—', vi: 'Đường kẻ', en: 'Rule', act: run((c) => c.setHorizontalRule()) },
]
const alignments: Tool[] = [
  {
    sign: '≡',
    vi: 'Căn giữa',
    en: 'Centre',
    act: (e) =>
      e.isActive({ textAlign: 'center' })
        ? e.chain().focus().unsetTextAlign().run()
        : e.chain().focus().setTextAlign('center').run(),
    active: (e) => e.isActive({ textAlign: 'center' }),
  },
  {
    sign: '⇥',
    vi: 'Căn phải',
    en: 'Right',
    act: (e) =>
      e.isActive({ textAlign: 'right' })
        ? e.chain().focus().unsetTextAlign().run()
        : e.chain().focus().setTextAlign('right').run(),
    active: (e) => e.isActive({ textAlign: 'right' }),
  },
]
const inserts = (outside: Outside): Tool[] => [
  {
    sign: 'Liên kết',
    vi: 'Liên kết',
    en: 'Link',
    keys: 'Ctrl+K',
    act: (e) => editLink(e, outside.siteId),
    active: (e) => e.isActive('link'),
  },
  { sign: 'Ảnh có sẵn', vi: 'Chèn ảnh từ thư viện', en: 'Insert a picture', act: outside.insertPictures },
  { sign: 'Tải lên', vi: 'Tải ảnh, tệp từ máy lên', en: 'Upload', act: outside.upload },
  { sign: 'Bộ ảnh', vi: 'Chèn bộ ảnh', en: 'Insert a gallery', act: outside.insertGallery },
  { sign: 'Tệp', vi: 'Chèn tệp đính kèm', en: 'Insert an attachment', act: outside.insertFile },
  { sign: 'Video', vi: 'Chèn video từ thư viện', en: 'Insert a film of the library', act: outside.insertFilm },
  { sign: 'YouTube', vi: 'Chèn video bằng đường dẫn', en: 'Insert a video by link', act: insertVideo },
  {
    sign: 'Bảng',
    vi: 'Chèn bảng',
    en: 'Insert a table',
    act: run((c) => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true })),
    when: (e) => !inTable(e),
  },
]
const tables: Tool[] = [
  { sign: '+ Hàng', vi: 'Thêm hàng bên dưới', en: 'Add a row', act: run((c) => c.addRowAfter()), when: inTable },
  { sign: '− Hàng', vi: 'Xóa hàng', en: 'Delete the row', act: run((c) => c.deleteRow()), when: inTable },
  { sign: '+ Cột', vi: 'Thêm cột bên phải', en: 'Add a column', act: run((c) => c.addColumnAfter()), when: inTable },
  { sign: '− Cột', vi: 'Xóa cột', en: 'Delete the column', act: run((c) => c.deleteColumn()), when: inTable },
  {
    sign: 'Hàng đầu',
    vi: 'Hàng tiêu đề của bảng',
    en: 'Header row',
    act: run((c) => c.toggleHeaderRow()),
    when: inTable,
  },
  {
    sign: 'Gộp/tách ô',
    vi: 'Gộp hoặc tách ô',
    en: 'Merge or split cells',
    act: run((c) => c.mergeOrSplit()),
    when: inTable,
  },
  { sign: 'Xóa bảng', vi: 'Xóa bảng', en: 'Delete the table', act: run((c) => c.deleteTable()), when: inTable },
]
const talk = (outside: Outside): Tool[] => [
  {
    sign: 'Góp ý',
    vi: 'Góp ý cho đoạn đang chọn',
    en: 'Comment on the selection',
    keys: 'Ctrl+Alt+M',
    act: outside.comment,
  },
]

/** Groups of the toolbar. Signs are letters and plain symbols: no icon file is needed. */
export const toolGroups = (outside: Outside): readonly (readonly Tool[])[] => [
  history,
  headings,
  marks,
  blocks,
  alignments,
  inserts(outside),
  tables,
  talk(outside),
]
