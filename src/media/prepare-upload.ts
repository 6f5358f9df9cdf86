import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { cleanLine } from '../web/vietnamese.ts'
import { checkOfficeFile, checkPdf } from './check-document.ts'
import { cleanImage } from './clean-image.ts'
import { kindOfMime, limits, type FileKind } from './file-kinds.ts'
import { filmInMemory, filmOnDisk, type FilmBytes, type FilmFacts } from './film/film-bytes.ts'
import { looksLikeCaptions, readCaptions } from './film/read-captions.ts'
import { readMp4 } from './film/read-mp4.ts'
import { readWebm } from './film/read-webm.ts'
import { refusedUpload } from './refuse-upload.ts'

/** What is known of a file fit to be kept, and digests of what came and of what is kept. */
interface Prepared {
  kind: FileKind
  name: string
  bytes: number
  sha256: string
  uploadSha256: string
  width: number | null
  height: number | null
  /** Of films: their length; of captions: the end of the last one. */
  durationMs: number | null
  /** Of captions: the language their words show. */
  language: 'vi' | 'en' | null
}
/** A file fit to be kept, in memory. */
export interface PreparedUpload extends Prepared {
  body: Buffer
}
/** A film fit to be kept, in a file of `FileStore.incoming`. */
export interface PreparedFilm extends Prepared {
  file: string
}

/** A file brought, lying in a file of its own. */
export interface BroughtFile {
  name: string
  file: string
  bytes: number
  uploadSha256: string
}

/**
 * Reads what a file is from its content, never from its name, and makes it fit to be kept: pictures and captions are written anew,
 * films lose place and device, documents are checked to be whole and one thing only. Touches no database.
 * Throws Refused with a reason of refuse-upload.ts; never anything else on hostile bytes.
 */
export async function prepareUpload(upload: { name: string; body: Buffer }): Promise<PreparedUpload> {
  const { body } = upload
  if (body.length === 0) throw refusedUpload('file-empty')
  if (body.length > limits.documentBytes) throw refusedUpload('document-too-heavy')
  const { mime, ...made } = await madeFit(body, await typeOf(body))
  const kind = kindOfMime(mime)
  if (!kind) throw refusedUpload('type-refused')
  return {
    width: null,
    height: null,
    durationMs: null,
    language: null,
    ...made,
    kind,
    name: nameWith(upload.name, kind.extension),
    bytes: made.body.length,
    sha256: digest(made.body),
    uploadSha256: digest(body),
  }
}

/**
 * The same for a file on disk. A film stays there and is changed in place; anything else is read into memory, as nothing else is
 * that large.
 */
export async function prepareFile(
  brought: BroughtFile,
  most: { filmBytes: number },
): Promise<PreparedUpload | PreparedFilm> {
  if (brought.bytes === 0) throw refusedUpload('file-empty')
  const mime = await typeOf(await readHead(brought.file))
  const kind = kindOfMime(mime)
  if (kind?.kind !== 'video') {
    if (brought.bytes > limits.documentBytes) throw refusedUpload('document-too-heavy')
    return prepareUpload({ name: brought.name, body: await readFile(brought.file) })
  }
  if (brought.bytes > most.filmBytes)
    throw refusedUpload('film-too-heavy', { megabytes: Math.floor(most.filmBytes / 1024 / 1024) })
  const handle = await open(brought.file, 'r+')
  const facts = await readFilm(filmOnDisk(handle, brought.bytes), mime).finally(() => handle.close())
  return {
    ...facts,
    language: null,
    kind,
    file: brought.file,
    name: nameWith(brought.name, kind.extension),
    bytes: brought.bytes,
    sha256: await digestOfFile(brought.file),
    uploadSha256: brought.uploadSha256,
  }
}

export const digest = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex')

async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** As much of a file as tells its type. */
async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024)).finally(() => handle.close())
  return buffer.subarray(0, bytesRead)
}

/** The type a content shows; a refusal for types that are known and not taken. */
async function typeOf(body: Buffer): Promise<string> {
  // A reader that stumbles over made-up bytes has found no type in them.
  const found = await fileTypeFromBuffer(body).catch(() => undefined)
  const mime = settledType(found?.mime ?? (looksLikeCaptions(body) ? 'text/vtt' : 'unknown'))
  refuseKnownTypes(mime, body)
  return mime
}

/** A video for phones is an MP4 like any other; of a moving PNG the first picture is taken. */
const settledType = (mime: string): string =>
  ({ 'video/x-m4v': 'video/mp4', 'image/apng': 'image/png', 'application/x-subrip': 'text/vtt' })[mime] ?? mime

const pictures = /^image\/(tiff|bmp|x-icon|vnd|jp2|jpx|jpm|jxl|x-)/
const archives = /^application\/(zip|x-rar-compressed|x-7z-compressed|gzip|x-tar|x-xz|x-bzip2|zstd)$/

function refuseKnownTypes(mime: string, body: Buffer): void {
  if (mime === 'image/heic' || mime === 'image/heif' || mime.endsWith('-sequence')) throw refusedUpload('heic-refused')
  if (kindOfMime(mime) || mime === 'image/avif') return
  const opening = body.toString('utf8', 0, 4096).toLowerCase()
  if (mime === 'image/svg+xml' || opening.includes('<svg')) throw refusedUpload('svg-refused')
  if (pictures.test(mime)) throw refusedUpload('picture-type-refused')
  if (mime.startsWith('video/') || mime === 'application/vnd.ms-asf') throw refusedUpload('film-container-refused')
  if (mime === 'application/x-cfb') throw refusedUpload('old-office-refused')
  if (mime.includes('macroenabled')) throw refusedUpload('macro-refused')
  if (archives.test(mime)) throw refusedUpload('archive-refused')
  throw refusedUpload('type-refused')
}

type Fit = { body: Buffer; mime: string } & Partial<Prepared>

async function madeFit(body: Buffer, mime: string): Promise<Fit> {
  const kind = mime === 'image/avif' ? 'image' : kindOfMime(mime)?.kind
  if (kind === 'image') return cleanImage(body, mime)
  if (kind === 'captions') return { ...readCaptions(body), mime }
  if (kind === 'video') {
    const kept = Buffer.from(body)
    return { body: kept, mime, ...(await readFilm(filmInMemory(kept), mime)) }
  }
  if (mime === 'application/pdf') checkPdf(body)
  else if (mime.startsWith('application/')) checkOfficeFile(body)
  return { body, mime }
}

const readFilm = (film: FilmBytes, mime: string): Promise<FilmFacts> =>
  mime === 'video/webm' ? readWebm(film) : readMp4(film)

/** The name people see: without folders, with the extension the content deserves. */
function nameWith(given: string, extension: string): string {
  const last = cleanLine(given.split(/[/\\]/).at(-1) ?? '')
  const stem = last
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .slice(0, 180)
    .trim()
  return `${stem || 'tep'}.${extension}`
}
