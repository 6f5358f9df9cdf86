import { unzipSync, type UnzipFileInfo } from 'fflate'
import { Uncleanable } from './uncleanable.ts'

/** Bounds of what a document of a citizen may unpack to. */
const most = { entries: 2000, entry: 40 * 1024 * 1024, together: 80 * 1024 * 1024, ratio: 250, ratioFrom: 1024 * 1024 }

/**
 * The parts of a ZIP by name, unpacked within bounds judged before anything is unpacked; what an entry holds beyond the size it claims
 * is never written. @throws Uncleanable.
 */
export function unpack(body: Uint8Array): Map<string, Uint8Array> {
  let entries = 0
  let together = 0
  const judge = ({ name, size, originalSize, compression }: UnzipFileInfo): boolean => {
    entries++
    together += originalSize
    const ratio = originalSize / Math.max(1, size)
    if (entries > most.entries || originalSize > most.entry || together > most.together) throw new Uncleanable('bomb')
    if (originalSize > most.ratioFrom && ratio > most.ratio) throw new Uncleanable('bomb')
    if (compression !== 0 && compression !== 8) throw new Uncleanable('broken')
    if (name.includes('\\') || name.startsWith('/') || name.split('/').includes('..')) throw new Uncleanable('broken')
    return !name.endsWith('/')
  }
  try {
    return new Map(Object.entries(unzipSync(body, { filter: judge })))
  } catch (error) {
    throw error instanceof Uncleanable ? error : new Uncleanable('broken', error)
  }
}
