import type { Content, Kind } from '../editions/content.ts'
import { bodyFromHtml } from '../editions/body/from-html.ts'
import { cleanLine } from '../web/vietnamese.ts'
import type { SourceItem } from './source-item.ts'

interface Parts {
  item: SourceItem
  /** Rows of the library, by address as written in the text. */
  pictures: ReadonlyMap<string, { mediaId: number; alt: string }>
  sectionIds: readonly number[]
  credits: Content['credits']
}

/** The content of an article made of a source item, read by its kind as any other untrusted value; what was left out is named. */
export function contentOf(
  kind: Kind,
  { item, pictures, sectionIds, credits }: Parts,
): { content: Content; dropped: string[] } {
  const { body, dropped } = bodyOf(item, pictures)
  const lead = item.leadPicture === undefined ? undefined : pictures.get(item.leadPicture)
  const read = kind.read({
    ...kind.empty(),
    title: cleanLine(item.title),
    summary: cleanLine(item.summary),
    language: item.language,
    slug: '',
    body,
    credits,
    lead: lead ? { mediaId: lead.mediaId, alt: lead.alt || cleanLine(item.title), caption: '', source: '' } : null,
    source: cleanLine(item.source),
    sourceUrl: item.sourceUrl,
    sectionIds: [...sectionIds],
    tags: item.tags.map(cleanLine),
  })
  return { content: read.content, dropped: [...new Set([...dropped, ...read.dropped])] }
}

function bodyOf({ body }: SourceItem, pictures: Parts['pictures']): { body: unknown; dropped: string[] } {
  if ('paragraphs' in body) {
    const content = body.paragraphs
      .map(cleanLine)
      .filter(Boolean)
      .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
    return { body: { type: 'doc', content }, dropped: [] }
  }
  return bodyFromHtml(keepAlternatives(body.html, pictures), (src, alt) => {
    const found = pictures.get(src)
    return found && { mediaId: found.mediaId, alt: alt || found.alt }
  })
}

/** A picture that stays behind leaves its alternative text in its place. */
const keepAlternatives = (html: string, pictures: Parts['pictures']): string =>
  html.replace(/<img\b[^>]*>/gi, (tag) => {
    const src = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)
    const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
    const address = (src?.[1] ?? src?.[2] ?? src?.[3] ?? '').replaceAll('&amp;', '&')
    const words = (alt?.[1] ?? alt?.[2] ?? '').replace(/</g, '&lt;').trim()
    return pictures.has(address) || words === '' ? tag : `<em>[Ảnh: ${words}]</em>`
  })
