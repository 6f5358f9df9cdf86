import type { BodyNode } from '../content.ts'
import { safeHref } from './address.ts'
import { exactText } from './exact-text.ts'
import { isRecord, nameDrop, nameUnknown, spend, type Reading } from './reading.ts'
import { isRowId, markTypes, type MarkType } from './schema.ts'

type Marks = NonNullable<BodyNode['marks']>

/** Reads a piece of text or a line break; empty when nothing of it can be kept. */
export function readInline(raw: Record<string, unknown>, reading: Reading): BodyNode[] {
  if (raw.type === 'hardBreak') return spend(reading, 'nodes', 1) ? [{ type: 'hardBreak' }] : []
  if (typeof raw.text !== 'string') {
    nameDrop(reading, 'chữ không đọc được')
    return []
  }
  const whole = exactText(raw.text)
  const text = whole.length <= reading.letters ? whole : exactText(whole.slice(0, reading.letters))
  if (text.length < whole.length) nameDrop(reading, 'phần vượt quá độ dài cho phép')
  if (text === '' || !spend(reading, 'letters', text.length) || !spend(reading, 'nodes', 1)) return []
  const marks = readMarks(raw.marks, reading)
  return [marks.length > 0 ? { type: 'text', marks, text } : { type: 'text', text }]
}

/** Joins neighbours with the same marks, so that one text has one form. */
export function tidyInline(words: readonly BodyNode[]): BodyNode[] {
  const out: BodyNode[] = []
  for (const word of words) {
    const last = out.at(-1)
    if (
      last?.text !== undefined &&
      word.text !== undefined &&
      JSON.stringify(last.marks) === JSON.stringify(word.marks)
    ) {
      out[out.length - 1] = { ...last, text: exactText(last.text + word.text) }
    } else out.push(word)
  }
  return out
}

function readMarks(raw: unknown, reading: Reading): Marks {
  if (raw === undefined || raw === null) return []
  if (!Array.isArray(raw)) {
    nameDrop(reading, 'kiểu chữ không đọc được')
    return []
  }
  const found = new Map<MarkType, Marks[number]>()
  for (const mark of raw) {
    const type: unknown = isRecord(mark) ? mark.type : undefined
    if (!isMarkType(type)) nameUnknown(reading, 'kiểu chữ', type)
    else if (type === 'link') {
      const link = readLink((mark as Record<string, unknown>).attrs, reading)
      if (link) found.set('link', link)
    } else {
      nameAttributes(mark, [], type, reading)
      found.set(type, { type })
    }
  }
  return markTypes.flatMap((type) => found.get(type) ?? [])
}

/** A link to an address, or to an entry whose address is looked up when it is shown. */
function readLink(raw: unknown, reading: Reading): Marks[number] | undefined {
  const attrs = isRecord(raw) ? raw : {}
  nameAttributes({ attrs }, ['href', 'entryId'], 'link', reading)
  if (isRowId(attrs.entryId)) return { type: 'link', attrs: { entryId: attrs.entryId } }
  const href = safeHref(attrs.href)
  if (href === undefined) {
    nameDrop(reading, 'liên kết không dùng được')
    return undefined
  }
  return { type: 'link', attrs: { href } }
}

/** Attributes links carry everywhere and that say nothing here: how a link opens is the page's decision. */
const meaningless = ['target', 'rel', 'class']

function nameAttributes(mark: unknown, known: readonly string[], type: string, reading: Reading): void {
  const attrs = isRecord(mark) && isRecord(mark.attrs) ? mark.attrs : {}
  for (const [name, value] of Object.entries(attrs)) {
    if (
      value === null ||
      value === undefined ||
      known.includes(name) ||
      (type === 'link' && meaningless.includes(name))
    )
      continue
    nameUnknown(reading, 'thuộc tính của kiểu chữ', name)
  }
}

const isMarkType = (type: unknown): type is MarkType =>
  typeof type === 'string' && (markTypes as readonly string[]).includes(type)
