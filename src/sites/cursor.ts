/** The key of a row as it travels in an address. */
export const writeCursor = (...parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts of a cursor; undefined when it is none of this many parts, so that a mended address shows the first page. */
export function readCursor(cursor: string | undefined, count: number): string[] | undefined {
  if (!cursor) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const sound =
      Array.isArray(parts) &&
      parts.length === count &&
      parts.every((part) => typeof part === 'string' || Number.isSafeInteger(part))
    return sound ? parts.map(String) : undefined
  } catch {
    return undefined
  }
}
