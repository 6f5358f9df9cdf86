import { readDate } from './read-date.ts'
import { child, childrenOf, textOf, type XmlElement } from './read-xml.ts'
import { blankItem, type SourceItem } from './source-item.ts'

/** An item of an RSS 2.0 feed. */
export function readRssItem(item: XmlElement): SourceItem {
  const link = textOf(item, 'link')
  const whole = textOf(item, 'content:encoded')
  const description = textOf(item, 'description')
  const source = child(item, 'source')
  return {
    ...blankItem(textOf(item, 'guid') || link || textOf(item, 'title'), plain(textOf(item, 'title'))),
    summary: whole ? plain(description) : '',
    body: { html: whole || description },
    publishedAt: readDate(textOf(item, 'pubDate')) ?? readDate(textOf(item, 'dc:date')),
    authors: childrenOf(item, 'dc:creator')
      .map((one) => one.text.trim())
      .concat(nameIn(textOf(item, 'author')))
      .filter(Boolean),
    sections: childrenOf(item, 'category').map((one) => ({ name: one.text.trim() })),
    link,
    source: source?.text.trim() ?? '',
    sourceUrl: source?.attributes.url ?? '',
    leadPicture: childrenOf(item, 'enclosure').find((one) => (one.attributes.type ?? '').startsWith('image/'))
      ?.attributes.url,
  }
}

/** An entry of an Atom feed. */
export function readAtomEntry(entry: XmlElement): SourceItem {
  const links = childrenOf(entry, 'link')
  const link =
    (links.find((one) => (one.attributes.rel ?? 'alternate') === 'alternate') ?? links[0])?.attributes.href ?? ''
  const content = htmlOf(child(entry, 'content'))
  const summary = htmlOf(child(entry, 'summary'))
  return {
    ...blankItem(textOf(entry, 'id') || link, plain(htmlOf(child(entry, 'title')))),
    summary: content ? plain(summary) : '',
    body: { html: content || summary },
    publishedAt: readDate(textOf(entry, 'published')) ?? readDate(textOf(entry, 'updated')),
    authors: childrenOf(entry, 'author')
      .map((one) => textOf(one, 'name'))
      .filter(Boolean),
    sections: childrenOf(entry, 'category').map((one) => ({ name: one.attributes.label ?? one.attributes.term ?? '' })),
    language: /^en\b/.test(entry.attributes['xml:lang'] ?? '') ? 'en' : 'vi',
    link,
  }
}

function htmlOf(element: XmlElement | undefined): string {
  if (!element) return ''
  if (element.attributes.type === 'xhtml') return element.inner
  return /html/.test(element.attributes.type ?? 'text')
    ? element.text
    : element.text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

const letters: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#039': "'",
}

/** Words of a piece of HTML, for titles and summaries. What is left is text and is shown as text. */
export const plain = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/&(#?\w+);/g, (all, name: string) => {
      const code = /^#x([0-9a-f]{1,6})$/i.test(name)
        ? Number.parseInt(name.slice(2), 16)
        : /^#\d{1,7}$/.test(name)
          ? Number(name.slice(1))
          : undefined
      return letters[name] ?? (code !== undefined && code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : all)
    })
    .replace(/\s+/g, ' ')
    .trim()

/** "thu@example.vn (Lan Anh)": feeds give an address first. */
const nameIn = (author: string): string => /\(([^)]+)\)/.exec(author)?.[1] ?? (author.includes('@') ? '' : author)
