import type { Film, Picture } from '../content.ts'
import { isVideo } from './address.ts'
import { exactLine } from './exact-text.ts'
import { isRecord, nameDrop, nameUnknown, spend, type Reading } from './reading.ts'
import { alignments, attributesOf, isRowId, limits, nodeNames } from './schema.ts'

type Attributes = Record<string, unknown>

/** Attributes of a node in their one form: defaults left out. Undefined when the node is nothing without what is missing. */
export function readAttributes(node: Record<string, unknown>, reading: Reading): Attributes | undefined {
  const type = String(node.type)
  const raw = isRecord(node.attrs) ? node.attrs : {}
  const known: readonly string[] = Object.hasOwn(attributesOf, type)
    ? attributesOf[type as keyof typeof attributesOf]
    : []
  for (const [name, value] of Object.entries(raw)) {
    if (value === null || value === undefined || known.includes(name)) continue
    nameUnknown(reading, `thuộc tính của ${nodeNames[type as keyof typeof nodeNames] ?? 'khối'}`, name)
  }
  switch (type) {
    case 'paragraph':
      return (alignments as readonly unknown[]).includes(raw.textAlign) ? { textAlign: raw.textAlign } : {}
    case 'heading':
      return { level: Math.min(4, Math.max(2, Math.trunc(number(raw.level, 2)))) }
    case 'orderedList': {
      const start = Math.trunc(number(raw.start, 1))
      return start > 1 && start <= 9999 ? { start } : {}
    }
    case 'tableHeader':
    case 'tableCell':
      return { ...span('colspan', raw.colspan, limits.columns), ...span('rowspan', raw.rowspan, limits.rows) }
    case 'image':
      return readPicture(raw, 'hình không có trong thư viện', reading)
    case 'gallery':
      return readGallery(raw.pictures, reading)
    case 'attachment':
      return readAttachment(raw, reading)
    case 'video':
      return readVideo(raw, reading)
    case 'film':
      return readFilm(raw, reading)
    default:
      return {}
  }
}

const number = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise

function span(name: 'colspan' | 'rowspan', value: unknown, max: number): Attributes {
  const cells = Math.min(max, Math.trunc(number(value, 1)))
  return cells > 1 ? { [name]: cells } : {}
}

/** The words of a picture beside its number; undefined, and named, when it names no file. */
export function readPicture(raw: unknown, whatIsMissing: string, reading: Reading): (Picture & Attributes) | undefined {
  const picture = isRecord(raw) ? raw : {}
  if (!isRowId(picture.mediaId)) {
    nameDrop(reading, whatIsMissing)
    return undefined
  }
  return {
    mediaId: picture.mediaId,
    alt: exactLine(picture.alt, limits.line),
    caption: exactLine(picture.caption, limits.line),
    source: exactLine(picture.source, limits.line),
  }
}

function readGallery(raw: unknown, reading: Reading): Attributes | undefined {
  if (!Array.isArray(raw) || raw.length === 0) {
    nameDrop(reading, 'bộ ảnh rỗng')
    return undefined
  }
  if (raw.length > limits.pictures) nameDrop(reading, 'phần vượt quá độ dài cho phép')
  const pictures = raw
    .slice(0, limits.pictures)
    .flatMap((picture) => readPicture(picture, 'hình không có trong thư viện', reading) ?? [])
  return pictures.length > 0 ? { pictures } : undefined
}

function readAttachment(raw: Attributes, reading: Reading): Attributes | undefined {
  if (!isRowId(raw.mediaId)) {
    nameDrop(reading, 'tệp đính kèm không có trong thư viện')
    return undefined
  }
  return { mediaId: raw.mediaId, name: exactLine(raw.name, limits.line) }
}

function readVideo(raw: Attributes, reading: Reading): Attributes | undefined {
  if (!isVideo(raw.provider, raw.videoId)) {
    nameDrop(reading, 'video không nhận ra địa chỉ')
    return undefined
  }
  return { provider: raw.provider, videoId: raw.videoId, title: exactLine(raw.title, limits.line) }
}

/** A film of the library: with its poster, one caption file a language, and what is said in it as paragraphs. */
function readFilm(raw: Attributes, reading: Reading): (Film & Attributes) | undefined {
  const film = fileOf(raw.film)
  if (!film) {
    nameDrop(reading, 'phim không có trong thư viện')
    return undefined
  }
  const found = new Map<Film['captions'][number]['language'], number>()
  for (const one of Array.isArray(raw.captions) ? raw.captions.slice(0, 20) : []) {
    const language = isRecord(one) && one.language === 'en' ? 'en' : 'vi'
    const file = fileOf(one)
    if (file && !found.has(language)) found.set(language, file.mediaId)
    else nameDrop(reading, 'phụ đề không dùng được')
  }
  return {
    film,
    poster: fileOf(raw.poster) ?? null,
    captions: (['vi', 'en'] as const).flatMap((language) => {
      const mediaId = found.get(language)
      return mediaId === undefined ? [] : [{ mediaId, language }]
    }),
    title: exactLine(raw.title, limits.line),
    transcript: readTranscript(raw.transcript, reading),
  }
}

const fileOf = (value: unknown): { mediaId: number } | undefined =>
  isRecord(value) && isRowId(value.mediaId) ? { mediaId: value.mediaId } : undefined

function readTranscript(raw: unknown, reading: Reading): Film['transcript'] {
  if (!Array.isArray(raw)) return []
  const said = raw.map((one) => exactLine(isRecord(one) ? one.text : '', limits.paragraph)).filter(Boolean)
  if (said.length > limits.paragraphs) nameDrop(reading, 'phần vượt quá độ dài cho phép')
  return said.slice(0, limits.paragraphs).flatMap((text) => (spend(reading, 'letters', text.length) ? [{ text }] : []))
}
