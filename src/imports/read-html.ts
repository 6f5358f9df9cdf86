import { plain } from './read-feed.ts'
import { readDate, readPrintedDate } from './read-date.ts'
import { blankItem, type SourceItem } from './source-item.ts'

/** Reads a saved web page: what its head says of it, and the part of it that is the article. Makes nothing safe: the text is read again by bodyFromHtml. */
export function readHtmlArticle(html: string, key: string): SourceItem {
  const metas = metaOf(html)
  const article = articleOf(html)
  const heading = /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(article) ?? /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(html)
  const title =
    plain(heading?.[1] ?? '') ||
    metas.get('og:title') ||
    plain(/<title\b[^>]*>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? '')
  const body = heading ? article.replace(heading[0], '') : article
  const time = /<time\b[^>]*\bdatetime\s*=\s*["']([^"']+)["']/i.exec(html)?.[1]
  const printed = /(?:Ngày đăng|Đăng ngày|Cập nhật|Thứ \p{L}+|Chủ nhật)[^<]{0,60}\d{4}[^<]{0,20}/iu.exec(html)?.[0]
  return {
    ...blankItem(key, title),
    body: { html: body },
    publishedAt:
      readDate(metas.get('article:published_time')) ??
      readDate(time) ??
      (printed ? readPrintedDate(printed) : undefined),
    authors: [metas.get('author') ?? metas.get('article:author') ?? ''].filter(
      (name) => name !== '' && !name.includes('/'),
    ),
    sections: [metas.get('article:section') ?? ''].filter(Boolean).map((name) => ({ name })),
    tags: (metas.get('keywords') ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    link: /<link\b[^>]*\brel\s*=\s*["']canonical["'][^>]*\bhref\s*=\s*["']([^"']+)["']/i.exec(html)?.[1] ?? '',
    language: /<html\b[^>]*\blang\s*=\s*["']en/i.test(html) ? 'en' : 'vi',
    leaveOut: plain(body) === '' && !/<img\b/i.test(body) ? 'trang không có nội dung' : undefined,
  }
}

function metaOf(html: string): Map<string, string> {
  const metas = new Map<string, string>()
  for (const [tag] of html.matchAll(/<meta\b[^>]*>/gi)) {
    const name = /\b(?:name|property)\s*=\s*["']([^"']+)["']/i.exec(tag)?.[1]?.toLowerCase()
    const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
    if (name && content && !metas.has(name)) metas.set(name, plain(content[1] ?? content[2] ?? ''))
  }
  return metas
}

/** The element that says it is the article, else the main part, else the page; menus and page feet are left out. */
function articleOf(html: string): string {
  for (const name of ['article', 'main', 'body']) {
    const found = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*)</${name}>`, 'i').exec(html)?.[1]
    if (found !== undefined && (name === 'body' || plain(found) !== ''))
      return found.replace(/<(nav|header|footer|aside|form|time)\b[\s\S]*?<\/\1>/gi, '')
  }
  return html.replace(/<head\b[\s\S]*?<\/head>/i, '')
}
