import { inflateRawSync } from 'node:zlib'

/** Bytes the parts of a document may have once unpacked: text is read into memory many times its size, pictures as they are. */
const most = { text: 32 * 1024 * 1024, all: 300 * 1024 * 1024 }

/**
 * Whether an archive unpacks within bounds. Every part is unpacked once to see: what its directory says of the sizes may be a lie, and
 * the reader would only find out with the memory gone. False for what is no archive, too.
 */
export function unpacksWithinBounds(file: Buffer): boolean {
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || end + 22 > file.length) return false
  const left = { ...most }
  let at = file.readUInt32LE(end + 16)
  for (let entry = file.readUInt16LE(end + 10); entry > 0; entry--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return false
    const nameEnd = at + 46 + file.readUInt16LE(at + 28)
    const isText = !/^word\/media\//i.test(file.toString('utf8', at + 46, nameEnd))
    const size = sizeOfPart(file, at, isText ? Math.min(left.text, left.all) : left.all)
    if (size === undefined) return false
    left.all -= size
    if (isText) left.text -= size
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return true
}

/** Bytes of the part a line of the directory names; undefined when there are more than `limit`, or it cannot be unpacked. */
function sizeOfPart(file: Buffer, line: number, limit: number): number | undefined {
  const offset = file.readUInt32LE(line + 42)
  if (offset + 30 > file.length) return undefined
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const packed = file.subarray(start, start + file.readUInt32LE(line + 20))
  if (file.readUInt16LE(line + 10) === 0) return packed.length <= limit ? packed.length : undefined
  if (packed.length === 0) return 0
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) }).length
  } catch {
    return undefined
  }
}
