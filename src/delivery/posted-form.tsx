import { boundaryOf, BrokenForm, readMultipart, type FormPart } from '../web/read-multipart.ts'
import { Page } from './components/page.tsx'
import type { DeliveryContext } from './route.ts'
import { postedMessages as messages } from './posted-messages.ts'

/** Bytes of a form a reader may send, unless its route says otherwise. */
const heaviest = 64 * 1024

/** A form of a reader: what was typed, or the answer that says why it was not read. */
export type Posted = { typed: Record<string, string>; refused?: undefined } | { refused: Response | Promise<Response> }

/**
 * Reads a form sent to the public face. Refuses what is no form (400), what another place sends in a reader's name (403) and what is
 * too heavy (413). Of a repeated field the last counts. Never throws on a body, however it is broken. `most`: bytes.
 */
export async function readPosted(c: DeliveryContext, most = heaviest): Promise<Posted> {
  // A reader has no session that could be misused; this keeps other pages from letting their visitors vote or report here.
  if (isFromElsewhere(c)) return { refused: refuse(c, 403) }
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return { refused: refuse(c, 400) }
  try {
    const body = await textOf(c.req.raw.body ?? [], most)
    return body === undefined ? { refused: refuse(c, 413) } : { typed: Object.fromEntries(new URLSearchParams(body)) }
  } catch {
    return { refused: refuse(c, 400) }
  }
}

/**
 * Whether a browser says that a page of another place sent this, another portal of the network included. Older browsers only name
 * the place; what is no browser says nothing, and is held by the limits.
 */
function isFromElsewhere(c: DeliveryContext): boolean {
  const [from, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  if (from !== undefined) return from !== 'same-origin' && from !== 'none'
  return origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== c.req.header('host')?.toLowerCase()
}

const words = {
  400: [messages.noForm, messages.noFormText],
  403: [messages.elsewhere, messages.elsewhereText],
  413: [messages.heavy, messages.heavyText],
} as const

/** Takes a file of a form while it comes in; `typed` holds the fields before it. */
export type TakeFile = (
  file: { name: string; filename: string; bytes: FormPart['bytes'] },
  typed: Record<string, string>,
) => Promise<void>

/**
 * The same for forms that may carry files; those are handed on one by one, and never held here. Fields must stand before files. How
 * heavy the whole may be says the route (`bodyBytes`); `most` is for its fields.
 */
export async function readPostedWithFiles(c: DeliveryContext, take: TakeFile, most = heaviest): Promise<Posted> {
  const boundary = boundaryOf(c.req.header('content-type'))
  if (boundary === undefined) return readPosted(c, most)
  if (isFromElsewhere(c)) return { refused: refuse(c, 403) }
  const { body } = c.req.raw
  if (!body) return { refused: refuse(c, 400) }
  const fields: [string, string][] = []
  let room = most
  let heavy = false
  try {
    for await (const { name, filename, bytes } of readMultipart(body, boundary)) {
      // A field for files in which none was chosen comes with an empty name.
      if (filename === '' || heavy) continue
      if (filename !== undefined) await take({ name, filename, bytes }, Object.fromEntries(fields))
      else {
        const text = await textOf(bytes, room)
        if (text === undefined) heavy = true
        else {
          room -= Buffer.byteLength(text) + Buffer.byteLength(name)
          fields.push([name, text])
        }
      }
    }
  } catch (error) {
    if (error instanceof BrokenForm) return { refused: refuse(c, 400) }
    throw error
  }
  return heavy ? { refused: refuse(c, 413) } : { typed: Object.fromEntries(fields) }
}

/**
 * Bytes as text; undefined, with the rest of them gone by, when there are more than `most`. What is left unread of a body would have the
 * connection closed under the next request on it, which behind a proxy is somebody else's.
 */
export async function textOf(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): Promise<string | undefined> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of bytes) {
    length += piece.length
    if (length <= most) pieces.push(Buffer.from(piece))
  }
  return length > most ? undefined : Buffer.concat(pieces).toString('utf8')
}

function refuse(c: DeliveryContext, status: keyof typeof words): Response | Promise<Response> {
  const [title, text] = words[status]
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Page c={c} title={c.var.say(title)} noindex>
      <div class="wrap words-page">
        <h1>{c.var.say(title)}</h1>
        <p>{c.var.say(text)}</p>
      </div>
    </Page>,
    status,
  )
}
