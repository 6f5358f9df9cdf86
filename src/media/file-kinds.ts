/** Pictures and films are shown, captions go with films, documents are handed out as attachments. */
export type MediaKind = 'image' | 'document' | 'video' | 'captions'

/** What may lie in the library, as one table. The type is read from the content; names are only shown. */
export interface FileKind {
  kind: MediaKind
  mime: string
  /** Extension under which the bytes are kept and offered. */
  extension: string
  /** In a word, for people. */
  label: string
}

export const fileKinds: readonly FileKind[] = [
  { kind: 'image', mime: 'image/jpeg', extension: 'jpg', label: 'Ảnh JPEG' },
  { kind: 'image', mime: 'image/png', extension: 'png', label: 'Ảnh PNG' },
  { kind: 'image', mime: 'image/webp', extension: 'webp', label: 'Ảnh WebP' },
  { kind: 'image', mime: 'image/gif', extension: 'gif', label: 'Ảnh GIF' },
  { kind: 'document', mime: 'application/pdf', extension: 'pdf', label: 'PDF' },
  {
    kind: 'document',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    label: 'Word',
  },
  {
    kind: 'document',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    label: 'Excel',
  },
  {
    kind: 'document',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
    label: 'PowerPoint',
  },
  {
    kind: 'document',
    mime: 'application/vnd.oasis.opendocument.text',
    extension: 'odt',
    label: 'OpenDocument văn bản',
  },
  {
    kind: 'document',
    mime: 'application/vnd.oasis.opendocument.spreadsheet',
    extension: 'ods',
    label: 'OpenDocument bảng tính',
  },
  { kind: 'document', mime: 'audio/mpeg', extension: 'mp3', label: 'Âm thanh MP3' },
  { kind: 'video', mime: 'video/mp4', extension: 'mp4', label: 'Video MP4' },
  { kind: 'video', mime: 'video/webm', extension: 'webm', label: 'Video WebM' },
  { kind: 'captions', mime: 'text/vtt', extension: 'vtt', label: 'Phụ đề' },
]

/** Limits, in bytes and pixels. An animated picture counts the pixels of all its frames. */
export const limits = {
  imageBytes: 30 * 1024 * 1024,
  imagePixels: 60_000_000,
  documentBytes: 100 * 1024 * 1024,
} as const

/** What a file chooser offers. AVIF is taken in and kept as WebP, SubRip captions as WebVTT. */
export const acceptedTypes =
  '.jpg,.jpeg,.png,.webp,.avif,.gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.mp3,.mp4,.m4v,.webm,.vtt,.srt'

export const kindOfMime = (mime: string): FileKind | undefined => fileKinds.find((kind) => kind.mime === mime)

/** Name in the file store of the whole file. Throws on a type no row can have. */
export function storedName(media: { sha256: string; mime: string }): string {
  const kind = kindOfMime(media.mime)
  if (!kind) throw new Error(`no file of type ${media.mime} is kept`)
  return `${media.sha256}.${kind.extension}`
}

/** Name in the file store of a derived picture. */
export const variantName = (sha256: string, variant: { width: number; format: string }): string =>
  `${sha256}-${variant.width}.${variant.format}`

/** Size for people: 1.400.000 bytes are 1,4 MB, as phones and file managers count them. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${value.toLocaleString('vi-VN', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`
}

/** Length for people: 1:05, or 1:02:05 from an hour on. */
export function lengthInWords(durationMs: number): string {
  const seconds = Math.max(1, Math.round(durationMs / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
