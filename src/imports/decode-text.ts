import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { fromLegacy, type LegacyEncoding } from './legacy-encodings.ts'
import { readsAsVietnamese } from './vietnamese-syllables.ts'

/** What a file is written in. `…-in-utf-8`: letters of a legacy font that someone saved as Unicode. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1258'
  | LegacyEncoding
  | 'tcvn3-in-utf-8'
  | 'vni-in-utf-8'

/** The source cannot be imported at all; the message says why and what to do. */
export class ImportRefused extends Error {}

const unsure =
  'Không nhận ra bảng mã của tệp (đã thử UTF-8, UTF-16, Windows-1258, TCVN3, VNI). Hãy lưu lại tệp dạng UTF-8 rồi nhập lại.'
const sampleBytes = 262_144

/** Decodes a whole file, NFC. Throws ImportRefused when unsure of its encoding. */
export function decodeText(bytes: Buffer): { text: string; encoding: Encoding } {
  const encoding = detectEncoding(bytes)
  const { decode, finish } = decoder(encoding)
  return { text: (decode(bytes) + finish()).normalize('NFC'), encoding }
}

/**
 * Which encoding the bytes are in: by byte order mark, by being sound UTF-8, else by which reading is Vietnamese.
 * `cut`: the bytes are the beginning of a file and may end within a letter. Throws ImportRefused when no reading is clearly best.
 */
export function detectEncoding(bytes: Buffer, cut = false): Encoding {
  const wide = detectWide(bytes)
  if (wide) return wide
  if (isUtf8(bytes, cut)) return detectFontsInUtf8(bytes.toString('utf8'))
  const plain = iconv.decode(bytes, 'windows-1252')
  const readings = [
    { encoding: 'windows-1258' as const, ...readsAsVietnamese(iconv.decode(bytes, 'windows-1258')) },
    { encoding: 'tcvn3' as const, ...readsAsVietnamese(fromLegacy(latin(bytes), 'tcvn3')) },
    { encoding: 'vni' as const, ...readsAsVietnamese(fromLegacy(latin(bytes), 'vni')) },
  ].toSorted((a, b) => b.share - a.share)
  const [best, next] = readings
  if (best && next && best.words >= 3 && best.share >= 0.8 && best.share - next.share >= 0.1) return best.encoding
  // Nothing but ASCII and the odd quotation mark of Windows.
  if (!/[\u00c0-\u00ff]/.test(plain)) return 'windows-1258'
  throw new ImportRefused(unsure)
}

/** A file as pieces of text, for streaming. Pieces are not normalised: a letter and its mark may come apart. */
export async function openText(file: string): Promise<{ encoding: Encoding; pieces: () => AsyncGenerator<string> }> {
  const handle = await open(file)
  const sample = Buffer.alloc(sampleBytes)
  const { bytesRead } = await handle.read(sample, 0, sampleBytes, 0).finally(() => handle.close())
  const head = sample.subarray(0, bytesRead)
  const encoding = detectEncoding(head, bytesRead === sampleBytes)
  return { encoding, pieces: () => piecesOf(file, encoding) }
}

async function* piecesOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const { decode, finish } = decoder(encoding)
  for await (const chunk of createReadStream(file)) yield decode(chunk as Buffer)
  yield finish()
}

/** Decodes piece by piece. Bytes that are not sound in the encoding become U+FFFD, as browsers show them. */
function decoder(encoding: Encoding): { decode(bytes: Buffer): string; finish(): string } {
  const legacy = encoding.startsWith('tcvn3') ? 'tcvn3' : encoding.startsWith('vni') ? 'vni' : undefined
  if (!legacy) {
    const stream = iconv.getDecoder(encoding, { stripBOM: true })
    return { decode: (bytes) => stream.write(bytes), finish: () => stream.end() ?? '' }
  }
  const inUtf8 = encoding.endsWith('utf-8')
  const stream = iconv.getDecoder('utf-8', { stripBOM: true })
  // Two letters of VNI make one: what stands after the last blank waits for the next piece.
  let waiting = ''
  return {
    decode(bytes) {
      const text = waiting + (inUtf8 ? stream.write(bytes) : latin(bytes))
      const until = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1
      waiting = text.slice(until)
      return fromLegacy(text.slice(0, until), legacy)
    },
    finish: () => fromLegacy(waiting + (inUtf8 ? (stream.end() ?? '') : ''), legacy),
  }
}

function detectWide(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 4000)
  const even = head.filter((byte, at) => byte === 0 && at % 2 === 0).length
  const odd = head.filter((byte, at) => byte === 0 && at % 2 === 1).length
  if (odd > head.length / 8 && odd > even * 4) return 'utf-16le'
  if (even > head.length / 8 && even > odd * 4) return 'utf-16be'
  return undefined
}

function isUtf8(bytes: Buffer, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
    return true
  } catch {
    return false
  }
}

/** Sound UTF-8 may still hold text of a legacy font, such as "Hµ Néi". */
function detectFontsInUtf8(text: string): Encoding {
  const asIs = readsAsVietnamese(text)
  if (asIs.words < 5 || asIs.share >= 0.6) return 'utf-8'
  const [tcvn3, vni] = (['tcvn3', 'vni'] as const).map(
    (encoding) => readsAsVietnamese(fromLegacy(text, encoding)).share,
  ) as [number, number]
  const best = Math.max(tcvn3, vni)
  if (best < 0.8 || best - asIs.share < 0.3 || Math.abs(tcvn3 - vni) < 0.1) return 'utf-8'
  return tcvn3 > vni ? 'tcvn3-in-utf-8' : 'vni-in-utf-8'
}

/** Bytes as letters, one by one; 0x80 to 0x9f as Windows has them, for quotation marks and dashes. */
const latin = (bytes: Buffer): string => iconv.decode(bytes, 'windows-1252')
