/** The key of a row as it travels in an address. */
export const writeCursor = (...parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

type Part = 'text' | 'number'

/** The parts of a cursor; undefined when it is none of these kinds of parts, so that a mended address shows the first page. */
export function readCursor(cursor: string | undefined, ...kinds: readonly Part[]): string[] | undefined {
  if (!cursor) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const sound =
      Array.isArray(parts) &&
      parts.length === kinds.length &&
      parts.every((part, at) => isSound[kinds[at] as Part](part))
    return sound ? parts.map(String) : undefined
  } catch {
    return undefined
  }
}

// A number is one of a row; a text is one that the database can hold.
const isSound: Record<Part, (part: unknown) => boolean> = {
  text: (part) => typeof part === 'string' && !part.includes('\0'),
  number: (part) => Number.isSafeInteger(part) && Math.abs(part as number) <= 2_147_483_647,
}
