import sanitizeHtml from 'sanitize-html'
import { SaxesParser } from 'saxes'
import type { Body } from '../content.ts'
import { htmlToNodes, type HtmlNode } from './html-to-nodes.ts'
import { readBody } from './read-body.ts'

export interface FromHtml {
  body: Body
  /** What the text cannot hold, named in Vietnamese. */
  dropped: string[]
}
/** The picture of the library that stands for an address in the HTML; undefined leaves it out, named. */
export type PictureOf = (
  src: string,
  alt: string,
) => { mediaId: number; alt?: string; caption?: string; source?: string } | undefined

/**
 * Reads HTML of a web page, a feed or a Word export as a text. Scripts, styles, comments and Word's own markup are gone;
 * what else is left out is named. Never throws.
 */
export function bodyFromHtml(html: string, pictureOf: PictureOf = () => undefined): FromHtml {
  const dropped = new Set<string>()
  const nodes = htmlToNodes(
    parseHtml(html, (name) => dropped.add(name)),
    { drop: (name) => dropped.add(name), pictureOf },
  )
  const read = readBody({ type: 'doc', content: nodes })
  return { body: read.body, dropped: [...new Set([...dropped, ...read.dropped])] }
}

/** Addresses of the pictures in HTML, in order, so that their files can be fetched before the text is read. */
export function picturesInHtml(html: string): { src: string; alt: string }[] {
  const found: { src: string; alt: string }[] = []
  htmlToNodes(parseHtml(html), {
    drop: () => {},
    pictureOf: (src, alt) => {
      found.push({ src, alt })
      return undefined
    },
  })
  return found
}

const letters = 3_000_000

/** Parses any HTML as browsers would. It is first made a tree of known elements, well formed, then read as such. */
function parseHtml(html: string, drop: (name: string) => void = () => {}): HtmlNode['children'] {
  // eslint-disable-next-line no-control-regex
  const text = html
    .slice(0, letters)
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  const clean = sanitizeHtml(text, {
    allowedTags: elements,
    allowedAttributes: {
      '*': ['style', 'align'],
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      ol: ['start'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      iframe: ['src', 'title'],
    },
    // Addresses are judged by readBody; styles only read for weight, slant and alignment.
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'data', 'cid', 'file', 'docx'],
    allowedSchemesByTag: { a: ['http', 'https', 'mailto', 'tel', 'javascript'] },
    allowProtocolRelative: true,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    nonTextTags: ['script', 'style', 'title', 'noscript', 'xml', 'textarea', 'option', 'template'],
    nestingLimit: 250,
    onOpenTag: (name) => {
      if (name === 'script') drop('mã script')
    },
  })
  return readWellFormed(clean)
}

const elements = [
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'nav',
  'address',
  'center',
  'details',
  'summary',
  'dl',
  'dt',
  'dd',
  'fieldset',
  'legend',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'br',
  'hr',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'img',
  'figure',
  'figcaption',
  'pre',
  'a',
  'span',
  'font',
  'b',
  'strong',
  'i',
  'em',
  'cite',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'sub',
  'sup',
  'small',
  'mark',
  'code',
  'abbr',
  'time',
  'q',
  'label',
  'form',
  'input',
  'select',
  'button',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'object',
  'embed',
  'iframe',
]

function readWellFormed(xml: string): HtmlNode['children'] {
  type Open = { name: string; attributes: Record<string, string>; children: (HtmlNode | string)[] }
  const root: Open = { name: '', attributes: {}, children: [] }
  const stack: Open[] = [root]
  const parser = new SaxesParser({ fragment: true })
  parser.on('opentag', ({ name, attributes }) => {
    const node: Open = { name, attributes: attributes as Record<string, string>, children: [] }
    stack.at(-1)!.children.push(node)
    stack.push(node)
  })
  parser.on('text', (text) => stack.at(-1)!.children.push(text))
  parser.on('closetag', () => {
    if (stack.length > 1) stack.pop()
  })
  // The parser goes on after a fault; what it could not read is left out.
  parser.on('error', () => {})
  parser.write(xml).close()
  return root.children
}
