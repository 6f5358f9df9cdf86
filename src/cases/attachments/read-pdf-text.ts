import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { readToUnicode, type GlyphReader } from './read-to-unicode.ts'

/** Words of a PDF, and whether anything on its pages could not be read as words. */
export interface PdfText {
  text: string
  /** A page without words (a scan), or words in a font that does not say what its signs mean. */
  unread: boolean
}

/** Most bytes of page descriptions read. */
const mostBytes = 30_000_000
const mostDepth = 4

/**
 * The words on the pages of a PDF in the order they are drawn, also those that are covered by something or drawn unseen. A plain
 * reader: fonts that carry a ToUnicode map, or single-byte ones.
 */
export function readPdfText(document: PDFDocument): PdfText {
  const all: string[] = []
  let unread = false
  let budget = mostBytes
  for (const page of document.getPages()) {
    const reader = new PageReader(budget)
    const resources = page.node.Resources()
    const contents = page.node.Contents()
    for (const stream of contents instanceof PDFArray
      ? contents.asArray().map((each) => document.context.lookup(each))
      : [contents])
      reader.read(stream, resources, 0)
    budget -= reader.bytes
    if (reader.unread || reader.written.join('').trim() === '') unread = true
    all.push(...readings(reader.written.join('')))
  }
  return { text: all.join('\n'), unread }
}

/** A gap within a show of words, and a move along the line: a blank, or nothing but the way a program sets its letters. */
const gap = '\u0001'
const move = '\u0002'

/** Programs that write blanks as signs mean nothing by gaps; what a move means they do not tell, so both readings are given. */
function readings(written: string): string[] {
  const signs = written.replace(/[\u0001\u0002\s]/g, '').length
  const blanks = written.split(' ').length - 1
  const isSpaced = blanks * 25 > signs
  const words = written.replaceAll(gap, isSpaced ? '' : ' ')
  const apart = words.replaceAll(move, ' ')
  return isSpaced && words.includes(move) ? [words.replaceAll(move, ''), apart] : [apart]
}

/** Goes through the operators that show words (ISO 32000-1, 9.4). */
class PageReader {
  readonly written: string[] = []
  unread = false
  bytes = 0
  #font: GlyphReader | undefined
  /** Height of the line, of the text matrix, and of what is drawn on: only what tells lines apart. */
  #line = 0
  #y = 0
  #page = { scale: 1, shift: 0 }
  readonly #kept: { scale: number; shift: number }[] = []
  readonly #budget: number

  constructor(budget: number) {
    this.#budget = budget
  }

  read(stream: PDFObject | undefined, resources: PDFDict | undefined, depth: number): void {
    if (!(stream instanceof PDFRawStream) || depth > mostDepth) return
    const source = decodePDFRawStream(stream).decode()
    this.bytes += source.length
    if (this.bytes > this.#budget) {
      this.unread = true
      return
    }
    let operands: Token[] = []
    for (const token of tokensOf(source)) {
      if (token.is !== 'operator') {
        operands.push(token)
        if (operands.length > 20_000) operands = []
        continue
      }
      this.#operate(token.name, operands, { resources, depth })
      operands = []
    }
  }

  #operate(operator: string, operands: readonly Token[], at: { resources: PDFDict | undefined; depth: number }): void {
    const last = operands.at(-1)
    if (operator === 'Tf') this.#font = this.#fontNamed(operands[0], at.resources)
    else if (operator === 'Tj' || operator === "'" || operator === '"') this.#show(last)
    else if (operator === 'TJ') for (const one of operands) this.#showOrSpace(one)
    else if (operator === 'Do') this.#draw(last, at)
    else this.#place(operator, operands)
  }

  #place(operator: string, operands: readonly Token[]): void {
    const value = (n: number): number => {
      const token = operands.at(n)
      return token?.is === 'number' ? token.value : 0
    }
    if (operator === 'q') this.#kept.push(this.#page)
    else if (operator === 'Q') this.#page = this.#kept.pop() ?? this.#page
    else if (operator === 'cm') {
      const { scale, shift } = this.#page
      this.#page = { scale: scale * (value(-3) || 1), shift: shift + value(-1) * scale }
    } else if (operator === 'BT') this.#y = 0
    else if (operator === 'Tm') this.#moveTo(value(-1))
    else if (operator === 'Td' || operator === 'TD') this.#moveTo(this.#y + value(-1))
    else if (operator === 'T*') this.written.push('\n')
  }

  #moveTo(y: number): void {
    this.#y = y
    const line = y * this.#page.scale + this.#page.shift
    this.written.push(Math.abs(line - this.#line) < 1 ? move : '\n')
    this.#line = line
  }

  #showOrSpace(token: Token): void {
    if (token.is === 'number' && token.value < -180) this.written.push(gap)
    else this.#show(token)
  }

  #show(token: Token | undefined): void {
    if (token?.is !== 'string') return
    if (this.#font) this.written.push(this.#font(token.bytes))
    else this.unread = true
  }

  #fontNamed(name: Token | undefined, resources: PDFDict | undefined): GlyphReader | undefined {
    const fonts = resources?.lookup(PDFName.of('Font'))
    const font = fonts instanceof PDFDict && name?.is === 'name' ? fonts.lookup(PDFName.of(name.name)) : undefined
    if (!(font instanceof PDFDict)) return undefined
    const map = font.lookup(PDFName.of('ToUnicode'))
    if (map instanceof PDFRawStream)
      return readToUnicode(Buffer.from(decodePDFRawStream(map).decode()).toString('latin1'))
    const subtype = font.lookup(PDFName.of('Subtype'))
    // Composite fonts number their signs as they like.
    return subtype instanceof PDFName && subtype.decodeText() === 'Type0'
      ? undefined
      : (bytes) => Buffer.from(bytes).toString('latin1')
  }

  #draw(name: Token | undefined, { resources, depth }: { resources: PDFDict | undefined; depth: number }): void {
    const objects = resources?.lookup(PDFName.of('XObject'))
    const drawn = objects instanceof PDFDict && name?.is === 'name' ? objects.lookup(PDFName.of(name.name)) : undefined
    if (!(drawn instanceof PDFStream)) return
    const subtype = drawn.dict.lookup(PDFName.of('Subtype'))
    if (!(subtype instanceof PDFName) || subtype.decodeText() !== 'Form') return
    const own = drawn.dict.lookup(PDFName.of('Resources'))
    this.read(drawn, own instanceof PDFDict ? own : resources, depth + 1)
  }
}

type Token =
  | { is: 'string'; bytes: number[] }
  | { is: 'number'; value: number }
  | { is: 'name'; name: string }
  | { is: 'operator'; name: string }

/** Tokens of a content stream; arrays are read through, dictionaries and pictures within it mean nothing here. */
function* tokensOf(source: Uint8Array): Generator<Token> {
  const text = Buffer.from(source).toString('latin1')
  const pattern =
    /\(|<<|>>|<([0-9A-Fa-f\s]*)>|\/([^\s()<>[\]{}/%]*)|([+-]?(?:\d+\.?\d*|\.\d+))(?![^\s()<>[\]{}/%])|%[^\r\n]*|\bBI\b|([A-Za-z'"*0-9]+)/g
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, hex, name, number, operator] = match
    if (whole === '(') {
      const { bytes, end } = literalAt(text, match.index + 1)
      pattern.lastIndex = end
      yield { is: 'string', bytes }
    } else if (hex !== undefined) {
      yield {
        is: 'string',
        bytes: [
          ...Buffer.from(
            hex.replace(/\s/g, '').replace(/^((?:..)*.)$/, (odd) => (odd.length % 2 ? `${odd}0` : odd)),
            'hex',
          ),
        ],
      }
    } else if (name !== undefined) {
      yield { is: 'name', name }
    } else if (number !== undefined) {
      yield { is: 'number', value: Number(number) }
    } else if (whole === 'BI') {
      const end = text.slice(match.index).search(/\sEI\s/)
      pattern.lastIndex = end < 0 ? text.length : match.index + end + 4
    } else if (operator !== undefined) {
      yield { is: 'operator', name: operator }
    }
  }
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** A string in parentheses, with its escapes. */
function literalAt(text: string, from: number): { bytes: number[]; end: number } {
  const bytes: number[] = []
  let depth = 1
  let at = from
  for (; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      if (octal) bytes.push(Number.parseInt(octal, 8) & 255)
      else if (!/[\r\n]/.test(text[at + 1] ?? '')) bytes.push(escapes[text[at + 1] ?? ''] ?? text.charCodeAt(at + 1))
      at += octal?.length ?? 1
      continue
    }
    if (sign === '(') depth++
    if (sign === ')' && --depth === 0) break
    bytes.push(text.charCodeAt(at))
  }
  return { bytes, end: at + 1 }
}
