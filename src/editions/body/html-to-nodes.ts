import type { BodyNode } from '../content.ts'
import { videoOf } from './address.ts'
import { groupWordLists, wordListItem } from './word-lists.ts'

/** A parsed page fragment, the same from the server's parser and from the browser's. */
export interface HtmlNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly (HtmlNode | string)[]
}

/** How a fragment is turned into nodes. */
export interface HtmlReading {
  /** Names, in Vietnamese, what the text cannot hold. */
  drop: (name: string) => void
  /** The library's picture for an address found in the fragment; undefined leaves the picture out. */
  pictureOf: (src: string, alt: string) => Record<string, unknown> | undefined
}

type Marks = NonNullable<BodyNode['marks']>

/** Elements whose content is no text of the author. */
const silent = new Set([
  'style',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'template',
  'noscript',
  'xml',
  'colgroup',
  'col',
  'o:p',
  'w:sdtpr',
])
const named: Readonly<Record<string, string>> = {
  script: 'mã script',
  form: 'biểu mẫu',
  input: 'ô nhập của biểu mẫu',
  textarea: 'ô nhập của biểu mẫu',
  select: 'ô nhập của biểu mẫu',
  button: 'nút bấm',
  svg: 'hình vẽ SVG',
  math: 'công thức toán',
  canvas: 'hình vẽ',
  audio: 'âm thanh',
  video: 'tệp video nhúng',
  object: 'nội dung nhúng',
  embed: 'nội dung nhúng',
  applet: 'nội dung nhúng',
  iframe: 'nội dung nhúng',
}
/** Of these the words stay. */
const keptWords = new Set(['form', 'button'])
const markOf: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  var: 'italic',
  dfn: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'subscript',
  sup: 'superscript',
}
const inlineNames = new Set([
  'a',
  'span',
  'font',
  'b',
  'strong',
  'i',
  'em',
  'cite',
  'var',
  'dfn',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'sub',
  'sup',
  'small',
  'big',
  'mark',
  'code',
  'kbd',
  'samp',
  'abbr',
  'time',
  'q',
  'label',
  'bdi',
  'bdo',
  'tt',
  'nobr',
  'wbr',
  'data',
])

/** Turns a fragment into nodes for readBody, which makes them exact. */
export function htmlToNodes(children: HtmlNode['children'], reading: HtmlReading): BodyNode[] {
  // A pasted text may begin at any heading; its highest becomes the highest a text has.
  const top = Math.min(6, ...headingsIn(children))
  return blocks(flow(children, [], { ...reading, headingShift: 2 - top }))
}

interface Context extends HtmlReading {
  headingShift: number
}

function headingsIn(children: HtmlNode['children']): number[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return []
    return /^h[1-6]$/.test(child.name) ? [Number(child.name[1])] : headingsIn(child.children)
  })
}

/** Inline pieces and blocks, mixed as they come. */
function flow(children: HtmlNode['children'], marks: Marks, context: Context): BodyNode[] {
  const out = children.flatMap((child) =>
    typeof child === 'string' ? textNodes(child.replace(/[\t\n\f\r ]+/g, ' '), marks) : element(child, marks, context),
  )
  return groupWordLists(out)
}

const textNodes = (text: string, marks: Marks): BodyNode[] =>
  text === '' ? [] : [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]

function element(node: HtmlNode, marks: Marks, context: Context): BodyNode[] {
  const { name, attributes, children } = node
  if (silent.has(name) || name.startsWith('v:') || /mso-list:\s*ignore/i.test(attributes.style ?? '')) return []
  if (Object.hasOwn(named, name)) return embedded(node, marks, context)
  if (name === 'br') return [{ type: 'hardBreak' }]
  if (name === 'hr') return [{ type: 'horizontalRule' }]
  if (name === 'img') return picture(node, '', context)
  const own = inlineNames.has(name) ? [...marks, ...marksOf(node, context)] : marks
  if (inlineNames.has(name)) return flow(children, own, context)
  if (/^h[1-6]$/.test(name)) {
    const level = Math.min(4, Math.max(2, Number(name[1]) + context.headingShift))
    return blocks(flow(children, own, context), (content) => ({ type: 'heading', attrs: { level }, content }))
  }
  switch (name) {
    case 'ul':
    case 'ol':
      return list(node, own, context)
    case 'blockquote':
      return [{ type: 'blockquote', content: blocks(flow(children, own, context)) }]
    case 'table':
      return table(node, context)
    case 'figure':
      return figure(node, context)
    case 'pre':
      return blocks(preformatted(children, own))
    default:
      return paragraphs(node, own, context)
  }
}

function paragraphs(node: HtmlNode, marks: Marks, context: Context): BodyNode[] {
  const made = flow(node.children, marks, context)
  const item = wordListItem(node, blocks(made))
  if (item) return [item]
  const align =
    /text-align:\s*(center|right|justify)/i.exec(node.attributes.style ?? '')?.[1] ??
    /^(center|right|justify)$/i.exec(node.attributes.align ?? '')?.[1] ??
    (node.name === 'center' ? 'center' : undefined)
  const attrs = align ? { attrs: { textAlign: align.toLowerCase() } } : {}
  return blocks(made, (content) => ({ type: 'paragraph', ...attrs, content }))
}

/** Loose inline pieces between blocks become blocks of their own; blanks between blocks vanish. */
function blocks(
  mixed: readonly BodyNode[],
  make: (content: BodyNode[]) => BodyNode = (content) => ({ type: 'paragraph', content }),
): BodyNode[] {
  const out: BodyNode[] = []
  let run: BodyNode[] = []
  const flush = (): void => {
    const content = trimRun(run)
    if (content.length > 0) out.push(make(content))
    run = []
  }
  for (const node of mixed) {
    if (node.type === 'text' || node.type === 'hardBreak') run.push(node)
    else {
      flush()
      out.push(node)
    }
  }
  flush()
  return out
}

/** Blanks at the ends of a line carry nothing; a line of blanks alone is none. Two line breaks in a row are left as they are. */
function trimRun(run: readonly BodyNode[]): BodyNode[] {
  const content: BodyNode[] = []
  for (const node of run) {
    const last = content.at(-1)
    const atStart = last === undefined || last.type === 'hardBreak' || last.text?.endsWith(' ')
    const text = node.text !== undefined && atStart ? node.text.replace(/^ +/, '') : node.text
    if (node.type === 'hardBreak' ? content.length > 0 : text !== '')
      content.push(node.type === 'hardBreak' ? node : { ...node, text: text! })
  }
  while (content.length > 0) {
    const last = content.at(-1)!
    const text = last.text?.replace(/[ \u00a0]+$/, '')
    if (last.type === 'hardBreak' || text === '') content.pop()
    else {
      content[content.length - 1] = { ...last, text: text! }
      break
    }
  }
  return content.some((node) => node.text?.replaceAll('\u00a0', ' ').trim()) ? content : []
}

function marksOf({ name, attributes }: HtmlNode, context: Context): Marks {
  const style = (attributes.style ?? '').toLowerCase()
  const marks: Marks = []
  const mark = Object.hasOwn(markOf, name) ? markOf[name] : undefined
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1]
  const isLight = weight === 'normal' || weight === '400'
  // Google Docs wraps everything it copies in <b style="font-weight:normal">.
  if (mark && !(mark === 'bold' && isLight)) marks.push({ type: mark })
  if (weight && (weight === 'bold' || Number(weight) >= 600)) marks.push({ type: 'bold' })
  if (/font-style:\s*(italic|oblique)/.test(style)) marks.push({ type: 'italic' })
  if (name !== 'a' && /text-decoration[^;]*:\s*[^;]*underline/.test(style)) marks.push({ type: 'underline' })
  if (/text-decoration[^;]*:\s*[^;]*line-through/.test(style)) marks.push({ type: 'strike' })
  if (
    name === 'font' ||
    name === 'mark' ||
    /(^|[;\s])(color|background(-color)?|font-size|font-family|font)\s*:/.test(style)
  )
    context.drop('màu, cỡ và phông chữ riêng')
  // A link into Word's own bookmarks leads nowhere outside the document.
  if (name === 'a' && attributes.href && !attributes.href.startsWith('#') && !attributes.href.startsWith('file:'))
    marks.push({ type: 'link', attrs: { href: attributes.href } })
  return marks
}

function embedded(node: HtmlNode, marks: Marks, context: Context): BodyNode[] {
  const video = node.name === 'iframe' ? videoOf(node.attributes.src ?? '') : undefined
  if (video) return [{ type: 'video', attrs: { ...video, title: node.attributes.title ?? '' } }]
  const host = URL.canParse(node.attributes.src ?? '') ? ` từ ${new URL(node.attributes.src!).hostname}` : ''
  context.drop(`${named[node.name]}${host}`)
  return keptWords.has(node.name) ? flow(node.children, marks, context) : []
}

function picture(node: HtmlNode, caption: string, context: Context): BodyNode[] {
  const { src = '', alt = '', width, height } = node.attributes
  // One-pixel pictures count readers; they are no content.
  if (width === '1' || height === '1') return []
  const attrs = context.pictureOf(src, alt)
  if (attrs) return [{ type: 'image', attrs: { alt, caption, source: '', ...attrs } }]
  const host = URL.canParse(src) ? new URL(src).hostname : ''
  context.drop(host ? `hình ở ${host}` : 'hình không kèm theo tệp')
  return []
}

function figure(node: HtmlNode, context: Context): BodyNode[] {
  const caption = find(node, 'figcaption')
  const images = findAll(node, 'img')
  const words = caption ? textOf(caption).replace(/\s+/g, ' ').trim() : ''
  if (images.length === 0) return blocks(flow(node.children, [], context))
  return images.flatMap((image, at) => picture(image, at === images.length - 1 ? words : '', context))
}

function list(node: HtmlNode, marks: Marks, context: Context): BodyNode[] {
  const items: BodyNode[] = []
  for (const child of node.children) {
    if (typeof child === 'string' && child.trim() === '') continue
    const made = blocks(
      typeof child === 'string'
        ? textNodes(child.trim(), marks)
        : child.name === 'li'
          ? flow(child.children, marks, context)
          : element(child, marks, context),
    )
    const last = items.at(-1)
    // A list directly inside a list belongs to the item before it.
    if (typeof child !== 'string' && child.name !== 'li' && last) last.content!.push(...made)
    else if (made.length > 0) items.push({ type: 'listItem', content: made })
  }
  const start = Number(node.attributes.start)
  const attrs = node.name === 'ol' && Number.isInteger(start) ? { attrs: { start } } : {}
  return [{ type: node.name === 'ol' ? 'orderedList' : 'bulletList', ...attrs, content: items }]
}

function table(node: HtmlNode, context: Context): BodyNode[] {
  const caption = find(node, 'caption')
  const rows = rowsOf(node)
  const content = rows.map((row) => ({
    type: 'tableRow',
    content: row.children
      .filter((cell): cell is HtmlNode => typeof cell !== 'string' && (cell.name === 'td' || cell.name === 'th'))
      .map((cell) => ({
        type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
        attrs: { colspan: Number(cell.attributes.colspan) || 1, rowspan: Number(cell.attributes.rowspan) || 1 },
        content: blocks(flow(cell.children, [], context)),
      })),
  }))
  return [...(caption ? blocks(flow(caption.children, [], context)) : []), { type: 'table', content }]
}

function rowsOf(node: HtmlNode): HtmlNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsOf(child) : []
  })
}

function preformatted(children: HtmlNode['children'], marks: Marks): BodyNode[] {
  const lines = children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .split('\n')
  return lines.flatMap((line, at) => [...(at > 0 ? [{ type: 'hardBreak' }] : []), ...textNodes(line, marks)])
}

const find = (node: HtmlNode, name: string): HtmlNode | undefined => findAll(node, name)[0]
const findAll = (node: HtmlNode, name: string): HtmlNode[] =>
  node.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === name ? [child] : findAll(child, name),
  )
const textOf = (node: HtmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
