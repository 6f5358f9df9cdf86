import { refusedUpload } from './refuse-upload.ts'

/** Bounds on what an office file claims to hold once unpacked: no office program could open more. */
const unpackedBytes = 1024 * 1024 * 1024
const unpackedEntries = 20_000

/**
 * Refuses a PDF that does not end as one: cut off, or with another file behind its end. Content streams are not judged;
 * documents are only ever handed out as attachments.
 */
export function checkPdf(body: Buffer): void {
  if (body.toString('latin1', 0, 5) !== '%PDF-') throw refusedUpload('file-disguised')
  const end = body.lastIndexOf('%%EOF')
  if (end < 0 || !body.includes('startxref')) throw refusedUpload('file-broken')
  // Some writers pad the end with blanks, zeros or a short remark; a whole second file is none of these.
  const behind = body
    .subarray(end + 5)
    .toString('latin1')
    .replace(/[\s\0]+$/, '')
  if (behind.length > 1024 || /[^\s\0]{64,}/.test(behind) || behind.includes('PK\x05\x06'))
    throw refusedUpload('file-disguised')
}

/** Refuses an office file (a ZIP) that is cut off, has bytes before or behind it, carries macros, or would unpack without bound. */
export function checkOfficeFile(body: Buffer): void {
  const end = endOfDirectory(body)
  if (end === undefined) throw refusedUpload('file-broken')
  const entries = body.readUInt16LE(end + 10)
  const size = body.readUInt32LE(end + 12)
  const start = body.readUInt32LE(end + 16)
  if (start + size > end) throw refusedUpload('file-broken')
  if (start + size < end || body.readUInt32LE(0) !== 0x04034b50) throw refusedUpload('file-disguised')
  let unpacked = 0
  let at = start
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > end || body.readUInt32LE(at) !== 0x02014b50) throw refusedUpload('file-broken')
    unpacked += body.readUInt32LE(at + 24)
    const nameEnd = at + 46 + body.readUInt16LE(at + 28)
    const name = body.toString('utf8', at + 46, nameEnd).toLowerCase()
    if (name.includes('vbaproject') || name.startsWith('basic/') || name.startsWith('scripts/'))
      throw refusedUpload('macro-refused')
    at = nameEnd + body.readUInt16LE(at + 30) + body.readUInt16LE(at + 32)
  }
  if (at !== end || entries === 0) throw refusedUpload('file-broken')
  if (unpacked > unpackedBytes || entries > unpackedEntries) throw refusedUpload('document-too-heavy')
}

/** Position of the record that ends a ZIP, which must be the end of the file too. */
function endOfDirectory(body: Buffer): number | undefined {
  for (let at = body.length - 22; at >= Math.max(0, body.length - 65_557); at--) {
    if (body.readUInt32LE(at) === 0x06054b50)
      return at + 22 + body.readUInt16LE(at + 20) === body.length ? at : undefined
  }
  return undefined
}
