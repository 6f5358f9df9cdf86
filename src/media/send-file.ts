import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { NotFound } from '../refusals.ts'
import type { FileStore } from './file-store.ts'

/** A file to answer with. Its stored name is made of digests; nothing of the request becomes part of a path. */
export interface FileAnswer {
  stored: string
  mime: string
  /** Name under which it is saved; given, the file is handed out as an attachment. */
  saveAs?: string
  cacheControl: string
}

/**
 * Answers with a file of the store: strong ETag, 304, one byte range (206, 416), HEAD without opening the file. A file that a row
 * names and the disk lacks is logged and not found.
 */
export async function sendFile(c: Context, files: FileStore, answer: FileAnswer): Promise<Response> {
  const size = await files.size(answer.stored)
  if (size === undefined) {
    c.var.logger?.error({ file: answer.stored }, 'a file of the library is missing on disk')
    throw new NotFound()
  }
  const etag = `"${answer.stored}"`
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': answer.cacheControl,
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
  }
  if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  headers['Content-Type'] = answer.mime
  if (answer.saveAs !== undefined) headers['Content-Disposition'] = attachment(answer.saveAs)
  const asked =
    c.req.header('if-range') === undefined || c.req.header('if-range') === etag ? c.req.header('range') : undefined
  const range = readRange(asked, size)
  if (range === 'unsatisfiable') return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` })
  headers['Content-Length'] = String(range ? range.end - range.start + 1 : size)
  if (range) headers['Content-Range'] = `bytes ${range.start}-${range.end}/${size}`
  const status = range ? 206 : 200
  if (c.req.raw.method === 'HEAD' || size === 0) return c.body(null, status, headers)
  return c.body(Readable.toWeb(files.read(answer.stored, range)) as ReadableStream, status, headers)
}

/** The type a browser plays a file as: captions are text in the one encoding they are kept in. */
export const playedAs = (mime: string): string => (mime === 'text/vtt' ? 'text/vtt; charset=utf-8' : mime)

const matches = (asked: string | undefined, etag: string): boolean =>
  asked !== undefined && asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')

/** One range of bytes, inclusive. Several at once, or anything else, is answered with the whole file, as RFC 9110 allows. */
export function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  if (found[1] === '') {
    const last = Number(found[2])
    return last === 0 ? 'unsatisfiable' : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(found[1])
  const end = found[2] === '' ? size - 1 : Math.min(Number(found[2]), size - 1)
  if (found[2] !== '' && Number(found[2]) < start) return undefined
  return start >= size ? 'unsatisfiable' : { start, end }
}

/** RFC 6266 and 5987: a plain name for old programs, the exact one for all others. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u031b]/g, '')
    .replace(/[Đđ]/g, 'd')
    .replace(/[^\x20-\x7e]|["\\]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
