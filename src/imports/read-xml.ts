import { SaxesParser } from 'saxes'
import { ImportRefused } from './decode-text.ts'

/** An element with all below it. Names carry their prefix as written: `content:encoded`. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** All text directly in it. */
  text: string
  /** Of an element of type xhtml: its content written out again. */
  inner: string
}

const deepest = 200

/**
 * Walks XML of any size and gives each element of the wanted names, whole. Entities of a document type are not read, nothing outside
 * the file is fetched. Throws ImportRefused with line and column where the XML is broken.
 */
export async function* elementsOf(
  pieces: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<XmlElement> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const ready: XmlElement[] = []
  const open: XmlElement[] = []
  let depth = 0
  parser.on('error', (error) => {
    const why = error.message.replace(/^\d+:\d+:\s*/, '')
    throw new ImportRefused(
      `XML hỏng ở dòng ${parser.line}, cột ${parser.column}: ${why} Chưa nhập gì cả; hãy xuất lại tệp từ hệ thống cũ.`,
    )
  })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    if (++depth > deepest) throw new ImportRefused(`XML lồng quá ${deepest} cấp ở dòng ${parser.line}.`)
    if (open.length === 0 && !wanted.has(name)) return
    for (const above of written(open))
      above.inner += `<${name}${Object.entries(attributes)
        .map(([key, value]) => ` ${key}="${escape(value)}"`)
        .join('')}${isSelfClosing ? '/' : ''}>`
    open.push({ name, attributes, children: [], text: '', inner: '' })
  })
  const addText = (text: string): void => {
    const last = open.at(-1)
    if (!last) return
    last.text += text
    for (const above of written(open)) above.inner += escape(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ name, isSelfClosing }) => {
    depth--
    const done = open.pop()
    if (!done) return
    if (!isSelfClosing) for (const above of written(open)) above.inner += `</${name}>`
    const parent = open.at(-1)
    if (parent) parent.children.push(done)
    else ready.push(done)
  })
  for await (const piece of pieces) {
    parser.write(piece)
    yield* ready.splice(0)
  }
  parser.close()
  yield* ready.splice(0)
}

const written = (open: readonly XmlElement[]): XmlElement[] => open.filter((one) => one.attributes.type === 'xhtml')

export const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((one) => one.name === name)
export const textOf = (element: XmlElement, name: string): string => child(element, name)?.text.trim() ?? ''
export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((one) => one.name === name)

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
