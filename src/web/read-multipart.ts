/** One part of a form as it comes in. Its bytes must be read, or skipped, before the next part is asked for. */
export interface FormPart {
  name: string
  /** Of a file: its name as the sender has it. */
  filename: string | undefined
  bytes: AsyncGenerator<Buffer>
}

/** The body is no form, is cut off, or has more parts or longer heads than any form of ours. */
export class BrokenForm extends Error {}

const mostParts = 1000
const longestHead = 16 * 1024

/** The boundary of a form with files; undefined when the request carries none. */
export const boundaryOf = (contentType: string | undefined): string | undefined => {
  const found = /^multipart\/form-data\s*;[^;]*?\bboundary=(?:"([^"\r\n]{1,70})"|([^\s";,]{1,70}))/i.exec(
    contentType ?? '',
  )
  return found?.[1] ?? found?.[2]
}

/**
 * Reads a form with files (RFC 7578) part by part, holding no more of it in memory than one piece of the network and one boundary.
 * Throws BrokenForm; a reader that stops early should let the rest run by, else the sender never hears the answer.
 */
export async function* readMultipart(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<FormPart> {
  const chunks = body[Symbol.asyncIterator]()
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1')
  // The first boundary may stand at the very beginning, without the line end before it.
  let held: Buffer = Buffer.from('\r\n')
  const more = async (): Promise<void> => {
    const { value, done } = await chunks.next()
    if (done) throw new BrokenForm()
    held = held.length > 0 ? Buffer.concat([held, value]) : Buffer.from(value.buffer, value.byteOffset, value.length)
  }
  async function* upToDelimiter(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = held.indexOf(delimiter)
      const sure = at >= 0 ? at : held.length - delimiter.length + 1
      const piece = held.subarray(0, Math.max(0, sure))
      held = held.subarray(piece.length)
      if (piece.length > 0) yield piece
      if (at >= 0) {
        held = held.subarray(delimiter.length)
        return
      }
      await more()
    }
  }
  const readHead = async (): Promise<string | undefined> => {
    while (held.length < 2) await more()
    if (held.toString('latin1', 0, 2) === '--') return undefined
    let end = held.indexOf('\r\n\r\n')
    for (; end < 0; end = held.indexOf('\r\n\r\n')) {
      if (held.length > longestHead) throw new BrokenForm()
      await more()
    }
    const head = held.toString('utf8', 0, end)
    held = held.subarray(end + 4)
    return head
  }
  for await (const _ of upToDelimiter()) void _
  for (let parts = 0; parts < mostParts; parts++) {
    const head = await readHead()
    if (head === undefined) return
    const bytes = upToDelimiter()
    yield { name: wordOf(head, 'name') ?? '', filename: wordOf(head, 'filename'), bytes }
    for await (const _ of bytes) void _
  }
  throw new BrokenForm()
}

/** A word of the line that names the part, as browsers write it: quotes and line ends in percent signs, nothing else. */
function wordOf(head: string, word: 'name' | 'filename'): string | undefined {
  const line = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
  const found = new RegExp(`;\\s*${word}="([^"]*)"`, 'i').exec(line)?.[1]
  return found?.replace(/%22/g, '"').replace(/%0d%0a|%0d|%0a/gi, ' ')
}
