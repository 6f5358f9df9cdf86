import { promisify } from 'node:util'
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib'
import type { Encoding } from './encoding.ts'

/** An answer as the router drew it: a text, whole. */
export interface Drawn {
  status: number
  /** Names in small letters. */
  headers: readonly (readonly [string, string])[]
  body: Buffer
}

/**
 * Everything of a page that goes over the wire, ready: bytes and header lines for each way of sending it. Bytes are a text of one
 * character each (latin1): Node joins it with the head and sends both by one call of the system, a tenth less work than two pieces.
 */
export interface PressedPage {
  etag: string
  gzip: string | Buffer
  brotli: string | Buffer
  /** The plain form where it is at hand; else it is unpacked for the few who ask for it. */
  plain?: Buffer
  /** Names and values in turn, as ServerResponse.writeHead() takes them. */
  heads: Readonly<Record<Encoding | 'notModified', string[]>>
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const large = 512 * 1024

/** What belongs to one connection or one way of sending, and is written anew. */
const ofTheWire = new Set(['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'date', 'vary'])

/** Header lines of a drawn answer, without those of the wire. */
export const linesOf = ({ headers }: Pick<Drawn, 'headers'>): string[] =>
  headers.flatMap(([name, value]) => (ofTheWire.has(name) ? [] : [name, value]))

/** Compresses a page once for all its readers, off the main thread. */
export async function pressPage(drawn: Drawn, etag: string): Promise<PressedPage> {
  const [packed, zipped] = await Promise.all([compress(drawn.body, 'br', 6), compress(drawn.body, 'gzip', 6)])
  const heads = headsOf(linesOf(drawn), packed.length, zipped.length, drawn.body.length)
  return { etag, gzip: zipped.toString('latin1'), brotli: packed.toString('latin1'), heads }
}

/** Header lines for each way of sending a page of the given sizes (bytes). */
export function headsOf(lines: readonly string[], packed: number, zipped: number, plain: number): PressedPage['heads'] {
  const all = [...lines, 'vary', 'Accept-Encoding']
  const withoutContent = all.filter((_, at) => !/^content-(?:type|language)$/.test(all[at - (at % 2)] as string))
  return {
    br: [...all, 'content-encoding', 'br', 'content-length', String(packed)],
    gzip: [...all, 'content-encoding', 'gzip', 'content-length', String(zipped)],
    identity: [...all, 'content-length', String(plain)],
    notModified: withoutContent,
  }
}

/** The bytes of a page in one encoding. */
export function bytesIn(page: PressedPage, encoding: Encoding): string | Buffer {
  if (encoding === 'br') return page.brotli
  return encoding === 'gzip' ? page.gzip : (page.plain ?? gunzipSync(asBuffer(page.gzip)))
}

/** Bytes as such. */
export const asBuffer = (bytes: string | Buffer): Buffer =>
  typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes

/** Compresses off the main thread. `quality`: 1 (fast) to 9 (small); large texts are done faster. */
export async function compress(body: Buffer, encoding: 'br' | 'gzip', quality: number): Promise<Buffer> {
  const level = body.length > large ? Math.min(quality, 4) : quality
  if (encoding === 'gzip') return zip(body, { level })
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: level,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  }
  return brotli(body, { params })
}

/** Whether a reader who sent If-None-Match has this page already. Weak comparison, RFC 9110, 13.1.2. */
export function hasAlready(asked: string | undefined, etag: string): boolean {
  if (asked === undefined) return false
  if (asked === etag) return true
  const opaque = etag.replace(/^W\//, '')
  return asked.split(',').some((one) => {
    const tag = one.trim()
    return tag === '*' || (tag.startsWith('W/') ? tag.slice(2) : tag) === opaque
  })
}
