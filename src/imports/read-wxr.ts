import { plain } from './read-feed.ts'
import { readDate } from './read-date.ts'
import { childrenOf, textOf, type XmlElement } from './read-xml.ts'
import { blankItem, type SourceItem } from './source-item.ts'

/** What stands elsewhere in a WordPress export and articles point to. */
export interface WxrTables {
  /** Names people see, by login. */
  authors: Map<string, string>
  /** Addresses of files, by number. */
  attachments: Map<string, string>
}
export const emptyTables = (): WxrTables => ({ authors: new Map(), attachments: new Map() })

/** Notes an author or an attachment; articles are read in a second pass. */
export function noteWxr(element: XmlElement, tables: WxrTables): void {
  if (element.name === 'wp:author')
    tables.authors.set(textOf(element, 'wp:author_login'), textOf(element, 'wp:author_display_name'))
  else if (textOf(element, 'wp:post_type') === 'attachment')
    tables.attachments.set(textOf(element, 'wp:post_id'), textOf(element, 'wp:attachment_url'))
}

const types: Record<string, string> = {
  page: 'trang tĩnh, không phải tin bài',
  nav_menu_item: 'mục của thanh chuyên mục',
  revision: 'bản lưu cũ',
  custom_css: 'kiểu trình bày',
}
const states: Record<string, string> = {
  draft: 'bản nháp',
  pending: 'chờ duyệt',
  private: 'bài riêng tư',
  trash: 'đã xóa',
  future: 'hẹn giờ, chưa đăng',
  'auto-draft': 'bản nháp tự động',
}

/** An item of a WordPress export; undefined for attachments, which belong to articles. */
export function readWxrItem(item: XmlElement, { authors, attachments }: WxrTables): SourceItem | undefined {
  const type = textOf(item, 'wp:post_type') || 'post'
  if (type === 'attachment') return undefined
  const state = textOf(item, 'wp:status') || 'publish'
  const link = textOf(item, 'link')
  const categories = childrenOf(item, 'category')
  const login = textOf(item, 'dc:creator')
  const thumbnail = childrenOf(item, 'wp:postmeta').find((meta) => textOf(meta, 'wp:meta_key') === '_thumbnail_id')
  const { html, notes } = readWordPress(textOf(item, 'content:encoded'))
  return {
    ...blankItem(textOf(item, 'guid') || link || textOf(item, 'wp:post_id'), plain(textOf(item, 'title'))),
    summary: plain(textOf(item, 'excerpt:encoded')),
    body: { html },
    publishedAt:
      readDate(textOf(item, 'wp:post_date_gmt'), true) ??
      readDate(textOf(item, 'wp:post_date')) ??
      readDate(textOf(item, 'pubDate')),
    authors: bylineOf(authors.get(login) || login),
    sections: categories
      .filter((one) => one.attributes.domain === 'category')
      .map((one) => ({ name: one.text.trim(), slug: one.attributes.nicename })),
    tags: categories.filter((one) => one.attributes.domain === 'post_tag').map((one) => one.text.trim()),
    link,
    slug: textOf(item, 'wp:post_name'),
    leadPicture: thumbnail && attachments.get(textOf(thumbnail, 'wp:meta_value')),
    notes,
    leaveOut:
      type !== 'post'
        ? (types[type] ?? `kiểu nội dung “${type}”`)
        : state !== 'publish'
          ? (states[state] ?? `trạng thái “${state}”`)
          : textOf(item, 'wp:post_password')
            ? 'bài có mật khẩu'
            : undefined,
  }
}

/** Accounts that are no person sign nothing. */
const bylineOf = (name: string): string[] =>
  name === '' || /^(admin|administrator|root|webmaster|quantri|quan tri)$/i.test(name) ? [] : [name]

/** Text as WordPress keeps it: paragraphs parted by blank lines, square-bracket codes, comments of its blocks. */
function readWordPress(content: string): { html: string; notes: string[] } {
  const notes = new Set<string>()
  const text = content
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\[caption[^\]]*\]([\s\S]*?)\[\/caption\]/gi, (_, inner: string) => {
      const picture = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0] ?? ''
      return `<figure>${picture}<figcaption>${inner.replace(picture, '').trim()}</figcaption></figure>`
    })
    .replace(/\[embed\]([\s\S]*?)\[\/embed\]/gi, '<p>$1</p>')
    .replace(
      /\[\/?(gallery|audio|video|playlist|contact-form-7|vc_\w+|et_pb_\w+|rev_slider|su_\w+)\b[^\]]*\]/gi,
      (_, name: string) => {
        notes.add(`bỏ mã [${name.toLowerCase()}]`)
        return ''
      },
    )
  const html = /<p[\s>]/i.test(text)
    ? text
    : text
        .split(/\n\s*\n/)
        .map((part) => part.trim())
        .filter(Boolean)
        .map((part) =>
          /^<(h\d|ul|ol|table|figure|blockquote|div|hr)\b/i.test(part) ? part : `<p>${part.replace(/\n/g, '<br>')}</p>`,
        )
        .join('\n')
  return { html, notes: [...notes] }
}
