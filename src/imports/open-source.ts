import { open, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { decodeText, ImportRefused, openText, type Encoding } from './decode-text.ts'
import { readAtomEntry, readRssItem } from './read-feed.ts'
import { readHtmlArticle } from './read-html.ts'
import { readJsonLine } from './read-json.ts'
import { readTextArticle } from './read-text.ts'
import { emptyTables, noteWxr, readWxrItem } from './read-wxr.ts'
import { elementsOf } from './read-xml.ts'
import type { Format } from './report.ts'
import { blankItem, type SourceItem } from './source-item.ts'

export interface FoundItem {
  item: SourceItem
  /** Folder of the file it stands in, for its pictures. */
  besides: string
}
/** A source that was read to its end once and is sound. */
export interface Source {
  format: Format
  encodings: Encoding[]
  total: number
  /** Folder below which its pictures lie. */
  root: string
  items(): AsyncGenerator<FoundItem>
}

/** Finds what a path holds by its content, and reads all of it once. Throws ImportRefused with what is wrong and what to do. */
export async function openSource(given: string): Promise<Source> {
  const found = await stat(given).catch(() => undefined)
  if (!found) throw new ImportRefused(`Không có tệp hay thư mục ${given}.`)
  if (found.isDirectory()) return openFolder(given)
  if (found.size === 0) throw new ImportRefused(`Tệp ${given} trống.`)
  const root = path.dirname(path.resolve(given))
  const { encoding, pieces } = await openText(given)
  const format = await detectFormat(pieces())
  const made = { encodings: [encoding], root }
  if (format === 'html' || format === 'text') {
    const item = await readArticleFile(given, path.basename(given))
    return {
      ...made,
      format,
      total: 1,
      items: async function* () {
        yield { item: item.item, besides: root }
      },
    }
  }
  const read = format === 'json' ? () => readLines(pieces()) : await xmlReader(format, pieces)
  const total = await lengthOf(read())
  return {
    ...made,
    format,
    total,
    items: async function* () {
      for await (const item of read()) yield { item, besides: root }
    },
  }
}

async function lengthOf(items: AsyncGenerator): Promise<number> {
  let count = 0
  while (!(await items.next()).done) count++
  return count
}

async function detectFormat(pieces: AsyncGenerator<string>): Promise<Format> {
  let head = ''
  for await (const piece of pieces) if ((head += piece).length > 20_000) break
  const start = head.trimStart()
  if (start.startsWith('{')) return 'json'
  const root = /<(rss|feed|rdf:RDF|html|!doctype html)\b[^>]*>/i.exec(start)
  const name = root?.[1]?.toLowerCase()
  if (start.startsWith('<') && name === 'rss') return /xmlns:wp=/.test(start) ? 'wxr' : 'rss'
  if (start.startsWith('<') && name === 'feed') return 'atom'
  if (start.startsWith('<') && (name?.includes('html') || /^<(head|body|article|div|p|h1)\b/i.test(start)))
    return 'html'
  if (start.startsWith('<?xml') || (start.startsWith('<') && name)) {
    throw new ImportRefused('Tệp XML này không phải tệp xuất của WordPress, RSS 2.0 hay Atom.')
  }
  return 'text'
}

type Pieces = () => AsyncGenerator<string>

/** The first reading finds where broken XML breaks, and, for WordPress, what articles point to. */
async function xmlReader(format: Format, pieces: Pieces): Promise<() => AsyncGenerator<SourceItem>> {
  const tables = emptyTables()
  if (format === 'wxr')
    for await (const element of elementsOf(pieces(), new Set(['item', 'wp:author']))) noteWxr(element, tables)
  const wanted = new Set([format === 'atom' ? 'entry' : 'item'])
  return async function* () {
    for await (const element of elementsOf(pieces(), wanted)) {
      const item =
        format === 'wxr'
          ? readWxrItem(element, tables)
          : format === 'atom'
            ? readAtomEntry(element)
            : readRssItem(element)
      if (item) yield item
    }
  }
}

async function* readLines(pieces: AsyncGenerator<string>): AsyncGenerator<SourceItem> {
  let rest = ''
  let number = 0
  const read = (line: string): SourceItem[] => (
    number++,
    line.trim() === '' ? [] : [readJsonLine(line.normalize('NFC'), number)]
  )
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield* read(line)
  }
  yield* read(rest)
}

const articleFile = /\.(html?|txt|text)$/i

async function openFolder(folder: string): Promise<Source> {
  const root = path.resolve(folder)
  const names = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && articleFile.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .toSorted()
  if (names.length === 0) throw new ImportRefused(`Thư mục ${folder} không có tệp .html hay .txt nào.`)
  const encodings = new Set<Encoding>()
  for (const name of names) {
    const encoding = (await readArticleFile(path.join(root, name), name)).encoding
    if (encoding) encodings.add(encoding)
  }
  return {
    format: 'folder',
    encodings: [...encodings],
    total: names.length,
    root,
    items: async function* () {
      for (const name of names) {
        const { item } = await readArticleFile(
          path.join(root, name),
          `${path.basename(root)}/${name.split(path.sep).join('/')}`,
        )
        yield { item, besides: path.dirname(path.join(root, name)) }
      }
    },
  }
}

const largest = 20 * 1024 * 1024

/** One file as one article. A file whose encoding is not known is left out and named; the others of a folder go on. */
async function readArticleFile(file: string, key: string): Promise<{ item: SourceItem; encoding?: Encoding }> {
  const handle = await open(file)
  const { size } = await handle.stat().finally(() => handle.close())
  if (size > largest) return { item: { ...blankItem(key, path.basename(file)), leaveOut: 'tệp lớn hơn 20 MB' } }
  try {
    const { text, encoding } = decodeText(await readFile(file))
    const isHtml =
      /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|article|div|p|h1|meta)\b/i.test(text)
    return { item: isHtml ? readHtmlArticle(text, key) : readTextArticle(text, key), encoding }
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    return { item: { ...blankItem(key, path.basename(file)), leaveOut: error.message } }
  }
}
