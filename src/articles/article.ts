import type { Body, BodyNode, Content, CreditPart, Kind, Picture, Reason } from '../editions/content.ts'
import { creditParts } from '../editions/content.ts'
import { safeHref } from '../editions/body/address.ts'
import { exactLine } from '../editions/body/exact-text.ts'
import { wordCount } from '../editions/body/plain-text.ts'
import { readPicture } from '../editions/body/read-attributes.ts'
import { emptyBody, readBody } from '../editions/body/read-body.ts'
import { isRecord, nameDrop, nameUnknown, type Reading } from '../editions/body/reading.ts'
import { isRowId } from '../editions/body/schema.ts'
import type { Message } from '../web/message.ts'
import { slugOf } from '../web/vietnamese.ts'

/** A genre and what an article of it must have before it can be published. */
interface Genre {
  label: Message
  needs: readonly Need[]
}
type Need = 'words' | 'three-pictures' | 'picture' | 'video' | 'source'

/** Genres of articles, in the order of the menu. */
export const genres = {
  news: { label: { vi: 'Tin', en: 'News' }, needs: ['words'] },
  feature: { label: { vi: 'Bài', en: 'Article' }, needs: ['words'] },
  reportage: { label: { vi: 'Phóng sự', en: 'Reportage' }, needs: ['words'] },
  interview: { label: { vi: 'Phỏng vấn', en: 'Interview' }, needs: ['words'] },
  photo: { label: { vi: 'Phóng sự ảnh', en: 'Photo story' }, needs: ['three-pictures'] },
  video: { label: { vi: 'Video', en: 'Video' }, needs: ['video'] },
  notice: { label: { vi: 'Thông báo', en: 'Notice' }, needs: ['words'] },
  'good-deed': { label: { vi: 'Gương người tốt, việc tốt', en: 'Good people, good deeds' }, needs: ['words'] },
  infographic: { label: { vi: 'Đồ họa thông tin', en: 'Infographic' }, needs: ['picture'] },
  'press-release': { label: { vi: 'Thông cáo báo chí', en: 'Press release' }, needs: ['words', 'source'] },
} as const satisfies Record<string, Genre>
export type GenreCode = keyof typeof genres

export const creditLabels: Record<CreditPart, Message> = {
  text: { vi: 'Bài', en: 'Text' },
  photo: { vi: 'Ảnh', en: 'Photos' },
  video: { vi: 'Video', en: 'Video' },
  edit: { vi: 'Biên tập', en: 'Editing' },
  translate: { vi: 'Dịch', en: 'Translation' },
}

/** Longest values kept; a longer one is cut, and named. */
export const articleLimits = {
  title: 300,
  summary: 1200,
  source: 300,
  tags: 30,
  tag: 60,
  credits: 30,
  ids: 50,
  gallery: 100,
  attachments: 50,
} as const

/** Articles: what a newsroom writes. */
export const articleKind: Kind = {
  name: 'article',
  label: { vi: 'Tin bài', en: 'Article' },
  path: '/bai-viet',
  genres,
  empty: () => ({
    title: '',
    summary: '',
    genre: 'news',
    language: 'vi',
    slug: '',
    body: emptyBody(),
    lead: null,
    gallery: [],
    attachments: [],
    credits: [],
    source: '',
    sourceUrl: '',
    sectionIds: [],
    topicIds: [],
    tags: [],
    relatedIds: [],
  }),
  read(raw) {
    const reading: Reading = { dropped: new Set(), nodes: 0, letters: 0 }
    const value = isRecord(raw) ? raw : {}
    const { body, dropped } = readBody(value.body)
    for (const name of dropped) reading.dropped.add(name)
    const content = readFields(value, body, reading)
    for (const name of Object.keys(value)) if (!Object.hasOwn(content, name)) nameUnknown(reading, 'mục', name)
    return { content, dropped: [...reading.dropped] }
  },
  whyNotPublish: (content) => {
    const genre = isGenre(content.genre) ? genres[content.genre] : genres.news
    return (genre.needs as readonly Need[]).flatMap((need) =>
      isMet[need](content)
        ? []
        : [{ ...reasons[need], code: need === 'words' ? 'body-missing' : `article-needs-${need}` }],
    )
  },
}

function readFields(value: Record<string, unknown>, body: Body, reading: Reading): Content {
  return {
    title: cutLine(value.title, articleLimits.title, 'tiêu đề', reading),
    summary: cutLine(value.summary, articleLimits.summary, 'sapo', reading),
    genre: isGenre(value.genre) ? value.genre : 'news',
    language: value.language === 'en' ? 'en' : 'vi',
    slug: readSlug(value.slug),
    body,
    lead:
      value.lead === null || value.lead === undefined
        ? null
        : (readPicture(value.lead, 'ảnh đại diện không có trong thư viện', reading) ?? null),
    gallery: readMany(value.gallery, { max: articleLimits.gallery, name: 'ảnh' }, reading, (one) =>
      readPicture(one, 'hình không có trong thư viện', reading),
    ),
    attachments: readMany(value.attachments, { max: articleLimits.attachments, name: 'tệp đính kèm' }, reading, (one) =>
      isRecord(one) && isRowId(one.mediaId) ? { mediaId: one.mediaId, name: exactLine(one.name, 300) } : undefined,
    ),
    credits: readMany(value.credits, { max: articleLimits.credits, name: 'tác giả' }, reading, readCredit),
    source: cutLine(value.source, articleLimits.source, 'nguồn', reading),
    sourceUrl: readSourceUrl(value.sourceUrl, reading),
    sectionIds: readIds(value.sectionIds, 'chuyên mục', reading),
    topicIds: readIds(value.topicIds, 'chuyên đề', reading),
    tags: readTags(value.tags, reading),
    relatedIds: readIds(value.relatedIds, 'bài liên quan', reading),
  }
}

const isGenre = (value: unknown): value is GenreCode => typeof value === 'string' && Object.hasOwn(genres, value)

function cutLine(value: unknown, max: number, name: string, reading: Reading): string {
  const line = exactLine(value, max)
  if (typeof value === 'string' && exactLine(value, value.length * 3 + 1).length > max)
    nameDrop(reading, `phần ${name} dài quá ${max} ký tự`)
  return line
}

/** A chosen address part is kept as typed when it is one already; otherwise it is made one. */
function readSlug(value: unknown): string {
  const typed = exactLine(value, 300)
  return typed === '' ? '' : slugOf(typed)
}

function readSourceUrl(value: unknown, reading: Reading): string {
  if (typeof value !== 'string' || value.trim() === '') return ''
  const href = safeHref(value)
  if (href !== undefined && /^https?:/i.test(href)) return href
  nameDrop(reading, 'địa chỉ nguồn không dùng được')
  return ''
}

function readMany<T extends object>(
  raw: unknown,
  { max, name }: { max: number; name: string },
  reading: Reading,
  read: (one: unknown) => T | undefined,
): T[] {
  if (!Array.isArray(raw)) return []
  const found = raw.flatMap((one) => read(one) ?? [])
  if (found.length < raw.length) nameDrop(reading, `mục không đọc được trong danh sách ${name}`)
  if (found.length > max) nameDrop(reading, `phần danh sách ${name} quá ${max} mục`)
  return found.slice(0, max)
}

function readCredit(raw: unknown): Content['credits'][number] | undefined {
  if (!isRecord(raw) || !isRowId(raw.authorId)) return undefined
  const name = exactLine(raw.name, 200)
  const part = creditParts.find((known) => known === raw.part) ?? 'text'
  return name ? { authorId: raw.authorId, name, part } : undefined
}

function readIds(raw: unknown, name: string, reading: Reading): number[] {
  if (!Array.isArray(raw)) return []
  const ids = [...new Set(raw.filter(isRowId))]
  if (raw.some((id) => !isRowId(id))) nameDrop(reading, `mục không đọc được trong danh sách ${name}`)
  if (ids.length > articleLimits.ids) nameDrop(reading, `phần danh sách ${name} quá ${articleLimits.ids} mục`)
  return ids.slice(0, articleLimits.ids)
}

function readTags(raw: unknown, reading: Reading): string[] {
  if (!Array.isArray(raw)) return []
  const tags = new Map(
    raw
      .map((tag) => exactLine(tag, articleLimits.tag))
      .filter(Boolean)
      .map((tag) => [tag.toLocaleLowerCase('vi'), tag]),
  )
  if (tags.size > articleLimits.tags) nameDrop(reading, `phần danh sách thẻ quá ${articleLimits.tags} mục`)
  return [...tags.values()].slice(0, articleLimits.tags)
}

const reasons: Record<Need, Omit<Reason, 'code'>> = {
  words: {
    field: 'body',
    message: {
      vi: 'Bài chưa có nội dung: hãy viết phần thân bài.',
      en: 'The article has no text yet: write the body.',
    },
  },
  'three-pictures': {
    field: 'gallery',
    message: {
      vi: 'Phóng sự ảnh cần ít nhất 3 ảnh: hãy thêm ảnh vào bộ ảnh hoặc thân bài.',
      en: 'A photo story needs at least 3 pictures: add some to the gallery or the text.',
    },
  },
  picture: {
    field: 'body',
    message: {
      vi: 'Đồ họa thông tin cần ít nhất một hình: hãy chèn hình vào thân bài hoặc bộ ảnh.',
      en: 'An infographic needs at least one picture: insert it in the text or the gallery.',
    },
  },
  video: {
    field: 'body',
    message: {
      vi: 'Bài thể loại video cần một video: hãy chèn video của thư viện, hoặc đường dẫn YouTube, Vimeo.',
      en: 'A video article needs a video: insert one of the library, or a YouTube or Vimeo link.',
    },
  },
  source: {
    field: 'source',
    message: {
      vi: 'Thông cáo báo chí cần ghi cơ quan phát hành ở mục Nguồn.',
      en: 'A press release must name the issuing agency as its source.',
    },
  },
}

const isMet: Record<Need, (content: Content) => boolean> = {
  words: ({ body }) => wordCount(body) > 0,
  'three-pictures': (content) => picturesOf(content).length >= 3,
  picture: (content) => picturesOf(content).length >= 1,
  video: ({ body }) => nodesOf(body).some((node) => node.type === 'video' || node.type === 'film'),
  source: ({ source }) => source !== '',
}

/** Every picture of the text and of the gallery, in the order readers meet them. The lead picture is not counted. */
export const picturesOf = (content: Pick<Content, 'body' | 'gallery'>): Picture[] => [
  ...nodesOf(content.body).flatMap((node) => {
    if (node.type === 'image') return [node.attrs as unknown as Picture]
    return node.type === 'gallery' ? (node.attrs?.pictures as Picture[]) : []
  }),
  ...content.gallery,
]

function nodesOf(node: BodyNode): BodyNode[] {
  return [node, ...(node.content ?? []).flatMap(nodesOf)]
}
