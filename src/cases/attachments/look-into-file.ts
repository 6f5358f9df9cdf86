import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Messages } from '../../web/message.ts'
import { findPersonalData } from '../find-personal-data.ts'
import type { PersonalKind } from '../personal-data/spot.ts'
import { docx } from './attachment.ts'
import { isPictureMime } from './clean-picture.ts'
import { readPdfText } from './read-pdf-text.ts'
import { rewriteXml, textOf } from './rewrite-xml.ts'
import { unpack } from './unpack.ts'

/** What a file that is to be published tells besides what one reads in it. */
export const fileTraces = {
  property: { vi: 'Thông tin tệp (tác giả, nơi lưu, tiêu đề)', en: 'Properties of the file (author, folder, title)' },
  comment: { vi: 'Nhận xét còn trong tệp', en: 'Comments left in the file' },
  change: { vi: 'Nội dung đã xóa nhưng còn theo dõi thay đổi', en: 'Deleted words kept by change tracking' },
  embedded: { vi: 'Tệp hoặc macro nhúng bên trong', en: 'Files or macros inside' },
  place: { vi: 'Tọa độ nơi chụp ảnh', en: 'The place a photograph was taken at' },
  unread: {
    vi: 'Có trang là ảnh quét hoặc phông chữ máy không đọc được: cần người xem lại',
    en: 'Some pages are scans or in a font that cannot be read: look at them yourself',
  },
  broken: { vi: 'Không mở được tệp để kiểm tra', en: 'The file cannot be opened for checking' },
} as const satisfies Messages

/** One thing found in a file: of a person, in its words; or a trace the file itself carries. */
export type FileFinding =
  | { in: 'words'; kind: PersonalKind; text: string }
  | { in: 'file'; trace: keyof typeof fileTraces; text: string }

/**
 * Looks into a picture, PDF or Word file that is to be published, for personal data in its words (also covered, deleted or hidden ones)
 * and for what its properties tell. Words in pictures are not read; where that matters the finding `unread` says so. Changes nothing,
 * never throws on what a file holds.
 */
export async function lookIntoFile(body: Uint8Array, mime: string): Promise<FileFinding[]> {
  try {
    if (isPictureMime(mime)) return await lookIntoPicture(body)
    if (mime === 'application/pdf') return await lookIntoPdf(body)
    if (mime === docx) return await lookIntoDocx(body)
    return [trace('unread')]
  } catch {
    return [trace('broken')]
  }
}

const trace = (name: keyof typeof fileTraces, text = ''): FileFinding => ({
  in: 'file',
  trace: name,
  text: text.slice(0, 200),
})
/** The same thing on every page is one finding. */
const inWords = (text: string): FileFinding[] => [
  ...new Map(
    findPersonalData(text.slice(0, 500_000)).map(({ kind, text: words }) => [
      `${kind} ${words}`,
      { in: 'words', kind, text: words } as const,
    ]),
  ).values(),
]

async function lookIntoPicture(body: Uint8Array): Promise<FileFinding[]> {
  const { exif, xmp } = await sharp(body).metadata()
  const found: FileFinding[] = [trace('unread')]
  if (exif && hasPlace(exif)) found.unshift(trace('place'))
  if (xmp) found.unshift(trace('property', 'XMP'))
  return found
}

/** Whether EXIF holds a directory of GPS (tag 8825). */
const hasPlace = (exif: Buffer): boolean =>
  exif.includes(Buffer.from([0x25, 0x88, 4, 0])) || exif.includes(Buffer.from([0x88, 0x25, 0, 4]))

async function lookIntoPdf(body: Uint8Array): Promise<FileFinding[]> {
  const document = await PDFDocument.load(body, { updateMetadata: false })
  const said = [
    document.getAuthor(),
    document.getTitle(),
    document.getSubject(),
    document.getKeywords(),
    document.getCreator(),
  ].flatMap((word) => word?.trim() || [])
  const { text, unread } = readPdfText(document)
  const { embedded, comments, photos } = insideOf(document)
  const places = await Promise.all(
    photos.map((photo) =>
      sharp(photo)
        .metadata()
        .then(({ exif }) => exif !== undefined && hasPlace(exif))
        .catch(() => false),
    ),
  )
  return [
    ...inWords([text, ...said, ...comments].join('\n')),
    ...said.map((word) => trace('property', word)),
    ...comments.map((word) => trace('comment', word)),
    ...(embedded ? [trace('embedded')] : []),
    ...(places.includes(true) ? [trace('place')] : []),
    ...(unread ? [trace('unread')] : []),
  ]
}

function insideOf(document: PDFDocument): { embedded: boolean; comments: string[]; photos: Uint8Array[] } {
  const inside = { embedded: false, comments: [] as string[], photos: [] as Uint8Array[] }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined
    if (!dict) continue
    if (['EF', 'JS', 'EmbeddedFiles'].some((key) => dict.has(PDFName.of(key)))) inside.embedded = true
    if (object instanceof PDFRawStream && filterOf(dict) === 'DCTDecode' && inside.photos.length < 200)
      inside.photos.push(object.contents)
    if (dict.has(PDFName.of('Subtype')) && dict.has(PDFName.of('Rect'))) {
      for (const key of ['T', 'Contents']) {
        const words = dict.lookup(PDFName.of(key))
        if (words && 'decodeText' in words && typeof words.decodeText === 'function' && !dict.has(PDFName.of('FT')))
          inside.comments.push(String(words.decodeText()))
      }
    }
  }
  return inside
}

function filterOf(dict: PDFDict): string | undefined {
  const filter = dict.lookup(PDFName.of('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  return only instanceof PDFName ? only.decodeText() : undefined
}

async function lookIntoDocx(body: Uint8Array): Promise<FileFinding[]> {
  const parts = unpack(body)
  const found: FileFinding[] = []
  const words: string[] = []
  for (const [name, bytes] of parts) {
    if (/^docProps\/(core|app|custom)\.xml$/.test(name)) {
      const said = wordsOf(bytes)
        .split('\n')
        .flatMap((line) => line.trim() || [])
      words.push(...said)
      found.push(
        ...said
          .filter((line) => !/^(?:[\d.:TZ-]+|true|false|Normal(?:\.dotm)?|Microsoft .*)$/.test(line))
          .map((line) => trace('property', line)),
      )
    } else if (/^word\/[^/]+\.xml$/.test(name)) {
      const xml = textOf(bytes)
      const said = wordsOf(bytes)
      words.push(said)
      if (/\/comments\w*\.xml$/.test(name) && said.trim() !== '') found.push(trace('comment', said.trim()))
      if (/<w:delText[\s>]/.test(xml)) found.push(trace('change'))
    } else if (/vbaProject|embeddings\/|activeX\//.test(name)) {
      found.push(trace('embedded', name))
    } else if (/\.(jpe?g|png|webp|tiff?)$/i.test(name)) {
      const head = await sharp(bytes)
        .metadata()
        .catch(() => undefined)
      if (head?.exif && hasPlace(head.exif)) found.push(trace('place', name))
    }
  }
  return [...inWords(words.join('\n')), ...found]
}

/** The words of a part; paragraphs, deletions and properties stand on lines of their own. */
function wordsOf(xml: Uint8Array): string {
  const written = rewriteXml(xml, { element: () => 'keep', attribute: () => undefined }).toString()
  return written
    .replace(/<\?.*?\?>/, '')
    .replace(/<w:(?:tab|br|cr)><\/w:(?:tab|br|cr)>/g, ' ')
    .replace(/<\/(?:w:p|w:del|cp:\w+|dc:\w+|dcterms:\w+|\w+|vt:\w+)>/g, '\n')
    .replace(/<w:del>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#13;|&#10;|&#9;/g, ' ')
    .replace(/&amp;/g, '&')
}
