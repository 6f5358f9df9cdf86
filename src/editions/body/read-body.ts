import type { Body, BodyNode } from '../content.ts'
import { exactLine } from './exact-text.ts'
import { readAttributes } from './read-attributes.ts'
import { readInline, tidyInline } from './read-inline.ts'
import { isRecord, nameUnknown, nameDrop, spend, type Reading } from './reading.ts'
import { blockTypes, innerBlockTypes, inlineTypes, limits, nodeNames } from './schema.ts'

/** A text without a word: what a new article begins with. */
export const emptyBody = (): Body => ({ type: 'doc', content: [{ type: 'paragraph' }] })

/**
 * Reads an untrusted value as a text. What the schema does not know is dropped and named in Vietnamese; words in unknown
 * blocks are kept as paragraphs. The result is canonical: read again, it is equal and nothing is dropped. Never throws.
 */
export function readBody(raw: unknown): { body: Body; dropped: string[] } {
  const reading: Reading = { dropped: new Set(), nodes: limits.nodes, letters: limits.letters }
  const isDoc = isRecord(raw) && raw.type === 'doc'
  if (!isDoc && raw !== undefined && raw !== null) nameDrop(reading, 'nội dung không phải văn bản')
  const content = isDoc
    ? readFlow(raw.content, { allowed: blockTypes, parent: 'doc', depth: 0, rawDepth: 0 }, reading)
    : []
  return { body: content.length > 0 ? { type: 'doc', content } : emptyBody(), dropped: [...reading.dropped] }
}

interface Place {
  allowed: readonly string[]
  parent: keyof typeof nodeNames
  /** Containers (list, quote, table) around this place in the result. */
  depth: number
  /** Levels of the value walked down so far. */
  rawDepth: number
}

/** Deeper than any canonical text gets: a table in the text within twelve containers of three levels each. */
const rawDepthLimit = limits.depth * 4

/** Reads children where blocks stand: loose words become paragraphs, what may not stand here is unwrapped. */
function readFlow(raw: unknown, place: Place, reading: Reading): BodyNode[] {
  const out: BodyNode[] = []
  let run: BodyNode[] = []
  const flush = (): void => {
    const words = tidyInline(run)
    if (words.some((node) => node.text === undefined || node.text.trim() !== '') && spend(reading, 'nodes', 1)) {
      out.push({ type: 'paragraph', content: words })
    }
    run = []
  }
  const walk = (children: unknown, rawDepth: number): void => {
    for (const child of childrenIn(children, reading)) {
      if (reading.nodes <= 0) return nameDrop(reading, 'phần vượt quá độ dài cho phép')
      const type = child.type
      if (isOneOf(inlineTypes, type)) {
        run.push(...readInline(child, reading))
      } else if (rawDepth >= rawDepthLimit) {
        nameDrop(reading, 'phần lồng quá sâu')
      } else if (isOneOf(place.allowed, type) && !(place.depth >= limits.depth && isContainer(type))) {
        flush()
        out.push(...readBlock(child, { ...place, rawDepth: rawDepth + 1 }, reading, out.length === 0))
      } else {
        nameMisplaced(child, place, reading)
        const wasInline = run.length > 0 && !isBlockish(child)
        if (!wasInline) flush()
        walk(child.content, rawDepth + 1)
        if (!wasInline) flush()
      }
    }
  }
  walk(raw, place.rawDepth)
  flush()
  return out
}

function readBlock(node: RawNode, place: Place, reading: Reading, first: boolean): BodyNode[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return readTextBlock(node, place, reading, first)
    case 'bulletList':
    case 'orderedList':
      return readContainer(node, 'listItem', place, reading)
    case 'table':
      return readContainer(node, 'tableRow', place, reading)
    case 'blockquote': {
      if (!spend(reading, 'nodes', 1)) return []
      const content = readFlow(node.content, inside(place, 'blockquote'), reading)
      return content.length > 0 ? [{ type: 'blockquote', content }] : []
    }
    default: {
      const attrs = readAttributes(node, reading)
      if (attrs === undefined || !spend(reading, 'nodes', 1)) return []
      return [node.type === 'horizontalRule' ? { type: 'horizontalRule' } : { type: String(node.type), attrs }]
    }
  }
}

/** A paragraph or heading. Blocks inside it are unwrapped to their words. */
function readTextBlock(node: RawNode, place: Place, reading: Reading, first: boolean): BodyNode[] {
  const words: BodyNode[] = []
  const walk = (children: unknown, rawDepth: number): void => {
    for (const child of childrenIn(children, reading)) {
      if (isOneOf(inlineTypes, child.type)) words.push(...readInline(child, reading))
      else {
        nameMisplaced(child, { ...place, parent: node.type as 'paragraph' }, reading)
        if (rawDepth < rawDepthLimit) walk(child.content, rawDepth + 1)
      }
    }
  }
  walk(node.content, place.rawDepth)
  const content = tidyInline(words)
  // The first empty paragraph of a container costs nothing: it is also what fills a container that came without one.
  const isFilling = content.length === 0 && first && place.depth > 0 && node.type === 'paragraph'
  if (!isFilling && !spend(reading, 'nodes', 1)) return []
  const attrs = readAttributes(node, reading) ?? {}
  return [
    {
      type: String(node.type),
      ...(Object.keys(attrs).length > 0 && { attrs }),
      ...(content.length > 0 && { content }),
    },
  ]
}

/** A list or a table: every child is made the part it must be. */
function readContainer(node: RawNode, part: 'listItem' | 'tableRow', place: Place, reading: Reading): BodyNode[] {
  if (!spend(reading, 'nodes', 1)) return []
  const content: BodyNode[] = []
  for (const child of childrenIn(node.content, reading)) {
    if (reading.nodes <= 0 || (part === 'tableRow' && content.length >= limits.rows)) {
      nameDrop(reading, 'phần vượt quá độ dài cho phép')
      break
    }
    const raw = child.type === part ? child : { type: part, content: [child] }
    content.push(
      ...(part === 'listItem'
        ? readItem(raw, place, reading, raw !== child)
        : readRow(raw, place, reading, raw !== child)),
    )
  }
  if (content.length === 0) return []
  const attrs = readAttributes(node, reading) ?? {}
  return [{ type: String(node.type), ...(Object.keys(attrs).length > 0 && { attrs }), content }]
}

function readItem(node: RawNode, place: Place, reading: Reading, wrapped: boolean): BodyNode[] {
  if (!spend(reading, 'nodes', 1)) return []
  readAttributes(node, reading)
  const content = readFlow(node.content, { ...inside(place, 'listItem'), rawDepth: place.rawDepth + 1 }, reading)
  if (wrapped && content.length === 0) return []
  // An item begins with a paragraph, even an empty one: the editor's list commands rely on it.
  if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' })
  return [{ type: 'listItem', content }]
}

function readRow(node: RawNode, place: Place, reading: Reading, wrapped: boolean): BodyNode[] {
  if (!spend(reading, 'nodes', 1)) return []
  readAttributes(node, reading)
  const cells: BodyNode[] = []
  for (const child of childrenIn(node.content, reading)) {
    if (cells.length >= limits.columns) {
      nameDrop(reading, 'phần vượt quá độ dài cho phép')
      break
    }
    const isCell = child.type === 'tableCell' || child.type === 'tableHeader'
    const raw: RawNode = isCell ? child : { type: 'tableCell', content: [child] }
    if (!spend(reading, 'nodes', 1)) break
    const content = readFlow(raw.content, { ...inside(place, 'tableCell'), rawDepth: place.rawDepth + 2 }, reading)
    if ((!isCell || wrapped) && content.length === 0) continue
    const attrs = readAttributes(raw, reading) ?? {}
    cells.push({
      type: String(raw.type),
      ...(Object.keys(attrs).length > 0 && { attrs }),
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    })
  }
  return cells.length > 0 ? [{ type: 'tableRow', content: cells }] : []
}

const inside = (place: Place, parent: Place['parent']): Place => ({
  ...place,
  allowed: innerBlockTypes,
  parent,
  depth: place.depth + 1,
})

type RawNode = Record<string, unknown>

function* childrenIn(raw: unknown, reading: Reading): Generator<RawNode> {
  if (raw === undefined || raw === null) return
  if (!Array.isArray(raw)) return nameDrop(reading, 'phần không đọc được')
  for (const child of raw) {
    if (isRecord(child)) yield child
    else nameDrop(reading, 'phần không đọc được')
  }
}

const isOneOf = (types: readonly string[], type: unknown): type is string =>
  typeof type === 'string' && types.includes(type)
const isContainer = (type: string): boolean =>
  type === 'bulletList' || type === 'orderedList' || type === 'blockquote' || type === 'table'
const isKnown = (type: unknown): type is keyof typeof nodeNames =>
  typeof type === 'string' && Object.hasOwn(nodeNames, type)

/** Whether unwrapped words of this node stand on lines of their own. Unknown nodes that hold text directly are taken as inline. */
const isBlockish = (node: RawNode): boolean =>
  isKnown(node.type) ||
  (Array.isArray(node.content) && node.content.some((child) => isRecord(child) && !isOneOf(inlineTypes, child.type)))

function nameMisplaced(node: RawNode, place: Place, reading: Reading): void {
  const { type } = node
  if (!isKnown(type)) return nameUnknown(reading, 'khối', type)
  if (place.depth >= limits.depth && isOneOf(place.allowed, type)) return nameDrop(reading, 'phần lồng quá sâu')
  nameDrop(reading, exactLine(`${nodeNames[type]} trong ${nodeNames[place.parent]}`, 80))
}
