import { readHref } from '../web/link.ts'
import type { Message } from '../web/message.ts'
import { cleanLine } from '../web/vietnamese.ts'

export const blockKindNames = [
  'featured',
  'newest',
  'section',
  'sections',
  'leaders',
  'documents',
  'answers',
  'notices',
  'video',
  'topics',
  'links',
  'portals',
] as const
export type BlockKindName = (typeof blockKindNames)[number]

/** How much of a row a block takes, in sixths of it. */
export const widths = { third: 2, half: 3, 'two-thirds': 4, full: 6 } as const
export type Width = keyof typeof widths

/** How a block draws its articles or links. */
export const looks = ['cards', 'list', 'titles', 'banners'] as const
export type Look = (typeof looks)[number]

export interface BlockLink {
  words: string
  /** A path of the portal, or an https address. */
  href: string
}

/** One block of a front page. Fields its kind does not use hold their usual value. */
export interface Block {
  id: number
  kind: BlockKindName
  hidden: boolean
  width: Width
  /** A heading of its own instead of the kind's. */
  title: string
  sectionId: number | null
  count: number
  look: Look
  links: readonly BlockLink[]
}
export type BlockField = 'title' | 'section' | 'count' | 'look' | 'links'

interface BlockKind {
  name: Message
  /** What it shows, for whoever arranges it. */
  explains: Message
  fields: readonly BlockField[]
  /** Fewest, usual and most articles (of `sections`: in each section). */
  count: readonly [least: number, usual: number, most: number]
  width: Width
  looks: readonly Look[]
  /** Stands on a page once at most. */
  once?: true
  /** A section chosen before the kind had a source of its own still fills what that source leaves empty. */
  keepsSection?: true
}

const none = [0, 0, 0] as const

/** The kinds of block, in the order the office offers them. */
export const blockKinds: Readonly<Record<BlockKindName, BlockKind>> = {
  featured: {
    name: { vi: 'Tin nổi bật', en: 'Featured' },
    explains: {
      vi: 'Một bài lớn có ảnh và các bài bên dưới: bài được ghim và bài đánh dấu nổi bật đứng trước, còn thiếu thì lấy bài mới nhất.',
      en: 'One large article with others below: pinned and featured articles first, then the newest.',
    },
    fields: ['count'],
    count: [1, 5, 8],
    width: 'two-thirds',
    looks: ['cards'],
    once: true,
  },
  newest: {
    name: { vi: 'Tin mới', en: 'Newest' },
    explains: {
      vi: 'Tên các bài mới nhất của cả cổng, trừ những bài đã có ở khối khác trên trang.',
      en: 'Titles of the newest articles of the portal that stand in no other block.',
    },
    fields: ['title', 'count'],
    count: [3, 8, 20],
    width: 'third',
    looks: ['titles'],
    once: true,
  },
  section: {
    name: { vi: 'Bài mới của một chuyên mục', en: 'Newest of a section' },
    explains: {
      vi: 'Bài mới nhất của chuyên mục bạn chọn, kể cả chuyên mục con.',
      en: 'The newest of a section of your choice and what lies below it.',
    },
    fields: ['section', 'title', 'count', 'look'],
    count: [1, 4, 12],
    width: 'half',
    looks: ['cards', 'list', 'titles'],
  },
  sections: {
    name: { vi: 'Tất cả chuyên mục', en: 'All sections' },
    explains: {
      vi: 'Mỗi chuyên mục trên thanh danh mục một ô, với vài bài mới nhất. Chuyên mục đã có khối riêng thì không lặp lại.',
      en: 'A box with the newest of each section of the menu that has no block of its own.',
    },
    fields: ['count'],
    count: [1, 4, 6],
    width: 'full',
    looks: ['cards'],
    once: true,
  },
  leaders: {
    name: { vi: 'Hoạt động của lãnh đạo', en: 'Activities of leaders' },
    explains: {
      vi: 'Bài mới của chuyên mục đưa tin hoạt động của lãnh đạo.',
      en: 'The newest of the section on what leaders do.',
    },
    fields: ['section', 'title', 'count'],
    count: [1, 4, 8],
    width: 'half',
    looks: ['cards'],
  },
  documents: {
    name: { vi: 'Văn bản chỉ đạo, điều hành', en: 'Directing documents' },
    explains: {
      vi: 'Danh sách văn bản có ngày và tệp đính kèm, lấy từ chuyên mục bạn chọn.',
      en: 'A list of documents with date and file, from a section of your choice.',
    },
    fields: ['section', 'title', 'count'],
    count: [3, 5, 12],
    width: 'half',
    looks: ['list'],
  },
  answers: {
    name: { vi: 'Dân hỏi – cơ quan trả lời', en: 'Questions answered' },
    explains: {
      vi: 'Câu hỏi mới được trả lời trên trang Hỏi đáp của cổng. Bố trí cũ đã chọn chuyên mục thì còn thiếu sẽ lấy bài của chuyên mục ấy.',
      en: 'The newest of the questions and answers of the portal. A section an earlier arrangement chose fills what is missing.',
    },
    fields: ['title', 'count'],
    count: [1, 4, 10],
    width: 'half',
    looks: ['list'],
    keepsSection: true,
  },
  notices: {
    name: { vi: 'Thông báo', en: 'Notices' },
    explains: {
      vi: 'Các bài thể loại Thông báo của cả cổng, mới nhất ở trên, có ngày đứng riêng.',
      en: 'Articles of the genre notice, newest first, each with its day.',
    },
    fields: ['title', 'count'],
    count: [3, 6, 12],
    width: 'third',
    looks: ['list'],
  },
  video: {
    name: { vi: 'Video và phóng sự ảnh', en: 'Films and photo stories' },
    explains: {
      vi: 'Các bài thể loại Video và Phóng sự ảnh, hiện bằng ảnh lớn.',
      en: 'Articles of the genres video and photo story, as large pictures.',
    },
    fields: ['title', 'count'],
    count: [1, 4, 8],
    width: 'full',
    looks: ['cards'],
  },
  topics: {
    name: { vi: 'Chuyên đề', en: 'Topics' },
    explains: {
      vi: 'Các chuyên đề của cả mạng lưới đang có bài trên cổng này.',
      en: 'Campaigns of the network that have articles on this portal.',
    },
    fields: ['count'],
    count: [1, 6, 12],
    width: 'full',
    looks: ['list'],
    once: true,
  },
  links: {
    name: { vi: 'Liên kết', en: 'Links' },
    explains: {
      vi: 'Lời và địa chỉ do bạn ghi: dịch vụ công, đường dây nóng, cổng khác. Hiện thành danh sách hoặc thành ô lớn.',
      en: 'Words and addresses of your own, as a list or as large boxes.',
    },
    fields: ['title', 'look', 'links'],
    count: none,
    width: 'full',
    looks: ['banners', 'titles'],
  },
  portals: {
    name: { vi: 'Mạng lưới cổng', en: 'Network of portals' },
    explains: {
      vi: 'Đường tới cổng cấp trên và các cổng thành phần. Nên luôn có: trang chủ thiếu liên kết này bị trừ điểm khi đánh giá hằng năm.',
      en: 'Ways to the higher portal and to component portals. The yearly evaluation asks for them.',
    },
    fields: [],
    count: none,
    width: 'full',
    looks: ['list'],
    once: true,
  },
}

export const mostBlocks = 40
export const mostLinks = 24
const longestTitle = 100
const longestWords = 120

export const isBlockKind = (value: unknown): value is BlockKindName =>
  typeof value === 'string' && (blockKindNames as readonly string[]).includes(value)

/** A new block of a kind, with what is usual for it. */
export const newBlock = (id: number, kind: BlockKindName, given: Partial<Block> = {}): Block => ({
  id,
  kind,
  hidden: false,
  width: blockKinds[kind].width,
  title: '',
  sectionId: null,
  count: blockKinds[kind].count[1],
  look: blockKinds[kind].looks[0]!,
  links: [],
  ...given,
})

/**
 * Reads an arrangement from a value nobody vouches for: what is no block is left out, what lies outside its bounds is
 * brought within them. Never throws; the answer is always safe to draw.
 */
export function readBlocks(raw: unknown): Block[] {
  if (!Array.isArray(raw)) return []
  const blocks: Block[] = []
  for (const value of raw.slice(0, mostBlocks)) {
    const block = readBlock(value)
    if (!block || blocks.some(({ id, kind }) => id === block.id || (kind === block.kind && blockKinds[kind].once)))
      continue
    blocks.push(block)
  }
  return blocks
}

function readBlock(value: unknown): Block | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const raw = value as Record<string, unknown>
  const { id, kind } = raw
  if (!isBlockKind(kind) || !isRow(id)) return undefined
  const { fields, count, width, looks: known, keepsSection } = blockKinds[kind]
  const [least, usual, most] = count
  return {
    id,
    kind,
    hidden: raw.hidden === true,
    width: typeof raw.width === 'string' && Object.hasOwn(widths, raw.width) ? (raw.width as Width) : width,
    title: fields.includes('title') ? lineOf(raw.title, longestTitle) : '',
    sectionId: (fields.includes('section') || keepsSection) && isRow(raw.sectionId) ? raw.sectionId : null,
    count: Number.isInteger(raw.count) ? Math.min(most, Math.max(least, raw.count as number)) : usual,
    look: known.find((look) => look === raw.look) ?? known[0]!,
    links: fields.includes('links') ? readLinks(raw.links) : [],
  }
}

const isRow = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= 2_147_483_647

const lineOf = (value: unknown, longest: number): string =>
  typeof value === 'string' ? cleanLine(value).slice(0, longest).toWellFormed() : ''

const readLinks = (raw: unknown): BlockLink[] =>
  (Array.isArray(raw) ? raw : []).slice(0, mostLinks).flatMap((value: unknown) => {
    const { words, href } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
    const link = { words: lineOf(words, longestWords), href: readHref(href) }
    return link.words && link.href ? [{ words: link.words, href: link.href }] : []
  })
