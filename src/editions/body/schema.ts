/** Which nodes, marks and attributes a text may have: the one place that says so, for the server and for the editor in the browser. */

export const blockTypes = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'horizontalRule',
  'table',
  'image',
  'gallery',
  'attachment',
  'video',
  'film',
] as const
/** Blocks that may stand inside a quote, a list item or a table cell; the others stand in the text itself. */
export const innerBlockTypes = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'horizontalRule',
  'image',
  'attachment',
] as const satisfies readonly (typeof blockTypes)[number][]
export const inlineTypes = ['text', 'hardBreak'] as const
/** In the order in which marks are kept on a piece of text. */
export const markTypes = ['bold', 'italic', 'underline', 'strike', 'subscript', 'superscript', 'link'] as const

export type BlockType = (typeof blockTypes)[number]
export type InlineType = (typeof inlineTypes)[number]
export type MarkType = (typeof markTypes)[number]
export type NodeType = BlockType | InlineType | 'doc' | 'listItem' | 'tableRow' | 'tableCell' | 'tableHeader'

export const headingLevels = [2, 3, 4] as const
export const alignments = ['center', 'right', 'justify'] as const

/** What a node may hold; 'nothing' for a leaf. */
export const contentOf = {
  doc: blockTypes,
  paragraph: inlineTypes,
  heading: inlineTypes,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: innerBlockTypes,
  blockquote: innerBlockTypes,
  table: ['tableRow'],
  tableRow: ['tableHeader', 'tableCell'],
  tableHeader: innerBlockTypes,
  tableCell: innerBlockTypes,
  hardBreak: [],
  horizontalRule: [],
  image: [],
  gallery: [],
  attachment: [],
  video: [],
  film: [],
  text: [],
} as const satisfies Record<NodeType, readonly NodeType[]>

/** Attributes each node knows. Any other is dropped and named. */
export const attributesOf = {
  paragraph: ['textAlign'],
  heading: ['level'],
  orderedList: ['start'],
  tableHeader: ['colspan', 'rowspan'],
  tableCell: ['colspan', 'rowspan'],
  image: ['mediaId', 'alt', 'caption', 'source'],
  gallery: ['pictures'],
  attachment: ['mediaId', 'name'],
  video: ['provider', 'videoId', 'title'],
  film: ['film', 'poster', 'captions', 'title', 'transcript'],
} as const satisfies Partial<Record<NodeType, readonly string[]>>

/** How people call each node, for naming what was dropped. */
export const nodeNames: Record<NodeType, string> = {
  doc: 'văn bản',
  paragraph: 'đoạn văn',
  heading: 'tiêu đề',
  bulletList: 'danh sách',
  orderedList: 'danh sách đánh số',
  listItem: 'mục danh sách',
  blockquote: 'trích dẫn',
  horizontalRule: 'đường kẻ',
  table: 'bảng',
  tableRow: 'hàng của bảng',
  tableHeader: 'ô tiêu đề của bảng',
  tableCell: 'ô của bảng',
  image: 'hình',
  gallery: 'bộ ảnh',
  attachment: 'tệp đính kèm',
  video: 'video',
  film: 'phim của thư viện',
  text: 'chữ',
  hardBreak: 'xuống dòng',
}

/** Bounds of a text. A text beyond them is cut, and the cut is named. */
export const limits = {
  depth: 12,
  nodes: 20_000,
  letters: 600_000,
  pictures: 100,
  rows: 1000,
  columns: 60,
  href: 2000,
  line: 1000,
  /** Of a transcript. */
  paragraphs: 2000,
  paragraph: 5000,
} as const

/** Row numbers of the database. */
export const isRowId = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 2_147_483_647
