import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { cleanLine } from '../web/vietnamese.ts'
import { checkOfficeFile, checkPdf, cleanVideo } from './check-document.ts'
import { cleanImage } from './clean-image.ts'
import { kindOfMime, limits, type FileKind } from './file-kinds.ts'
import { refusedUpload } from './refuse-upload.ts'

/** A file fit to be kept: its own bytes, what they are, and digests of what came and of what is kept. */
export interface PreparedUpload {
  body: Buffer
  kind: FileKind
  name: string
  sha256: string
  uploadSha256: string
  width: number | null
  height: number | null
}

/**
 * Reads what a file is from its content, never from its name, and makes it fit to be kept: pictures are written anew without any
 * metadata, videos lose place and device, documents are checked to be whole and one thing only. Touches no database.
 * Throws Refused with a reason of refuse-upload.ts; never anything else on hostile bytes.
 */
export async function prepareUpload(upload: { name: string; body: Buffer }): Promise<PreparedUpload> {
  const { body } = upload
  if (body.length === 0) throw refusedUpload('file-empty')
  if (body.length > limits.documentBytes) throw refusedUpload('document-too-heavy')
  // A reader that stumbles over made-up bytes has found no type in them.
  const found = await fileTypeFromBuffer(body).catch(() => undefined)
  const mime = settledType(found?.mime ?? 'unknown')
  refuseKnownTypes(mime, body)
  const made =
    mime === 'image/avif' || kindOfMime(mime)?.kind === 'image'
      ? await cleanImage(body, mime)
      : { body: checkedDocument(body, mime), mime, width: null, height: null }
  const kind = kindOfMime(made.mime)
  if (!kind) throw refusedUpload('type-refused')
  return {
    body: made.body,
    kind,
    name: nameWith(upload.name, kind.extension),
    sha256: digest(made.body),
    uploadSha256: digest(body),
    width: made.width,
    height: made.height,
  }
}

export const digest = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex')

/** A video for phones is an MP4 like any other; of a moving PNG the first picture is taken. */
const settledType = (mime: string): string => ({ 'video/x-m4v': 'video/mp4', 'image/apng': 'image/png' })[mime] ?? mime

const pictures = /^image\/(tiff|bmp|x-icon|vnd|jp2|jpx|jpm|jxl|x-)/
const archives = /^application\/(zip|x-rar-compressed|x-7z-compressed|gzip|x-tar|x-xz|x-bzip2|zstd)$/

function refuseKnownTypes(mime: string, body: Buffer): void {
  if (mime === 'image/heic' || mime === 'image/heif' || mime.endsWith('-sequence')) throw refusedUpload('heic-refused')
  if (kindOfMime(mime) || mime === 'image/avif') return
  const opening = body.toString('utf8', 0, 4096).toLowerCase()
  if (mime === 'image/svg+xml' || opening.includes('<svg')) throw refusedUpload('svg-refused')
  if (pictures.test(mime)) throw refusedUpload('picture-type-refused')
  if (mime === 'application/x-cfb') throw refusedUpload('old-office-refused')
  if (mime.includes('macroenabled')) throw refusedUpload('macro-refused')
  if (archives.test(mime)) throw refusedUpload('archive-refused')
  throw refusedUpload('type-refused')
}

function checkedDocument(body: Buffer, mime: string): Buffer {
  if (mime === 'application/pdf') checkPdf(body)
  else if (mime === 'video/mp4') return cleanVideo(body)
  else if (mime.startsWith('application/')) checkOfficeFile(body)
  return body
}

/** The name people see: without folders, with the extension the content deserves. */
function nameWith(given: string, extension: string): string {
  const last = cleanLine(given.split(/[/\\]/).at(-1) ?? '')
  const stem = last
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .slice(0, 180)
    .trim()
  return `${stem || 'tep'}.${extension}`
}
