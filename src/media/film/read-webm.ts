import { refusedUpload } from '../refuse-upload.ts'
import { filmLimits, settledFacts, zeroOut, type FilmBytes, type FilmFacts } from './film-bytes.ts'

/**
 * Reads a WebM and takes out its tags and attached files: they become empty space, so nothing else moves. Refuses what is cut off
 * or has something behind its end, and what a browser cannot play: any picture but VP8 or VP9, any sound but Opus or Vorbis.
 */
export async function readWebm(film: FilmBytes): Promise<FilmFacts> {
  const start = await elementAt(film, 0, film.size)
  if (start.id !== ids.ebml || start.size > 4096) throw refusedUpload('file-broken')
  const kind = new Map((await childrenOf(film, start)).map(({ id, body }) => [id, body]))
  if (textOf(kind.get(ids.docType)) !== 'webm') throw refusedUpload('film-container-refused')
  let at = start.end
  let facts: FilmFacts | undefined
  while (at < film.size) {
    const part = await elementAt(film, at, film.size)
    if (part.id === ids.segment && !facts) facts = await readSegment(film, part)
    else if (part.id !== ids.void) throw refusedUpload('file-disguised')
    at = part.end
  }
  if (!facts) throw refusedUpload('file-broken')
  return settledFacts(facts)
}

/** Element numbers of Matroska (RFC 9559) that matter here. */
const ids = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  tags: 0x1254c367,
  attachments: 0x1941a469,
  void: 0xec,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  trackEntry: 0xae,
  trackType: 0x83,
  codecId: 0x86,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
} as const

interface Element {
  id: number
  at: number
  /** Where its content begins and ends, from the start of the film. */
  start: number
  end: number
  size: number
  isOpen: boolean
}

/** The element at a place; one of unknown size runs to the end of what it lies in. */
async function elementAt(film: FilmBytes, at: number, limit: number): Promise<Element> {
  const head = await film.read(at, Math.min(12, limit - at))
  return readElement(head, 0, limit - at, at)
}

function readElement(body: Buffer, at: number, left: number, base: number): Element {
  const idLength = lengthOf(body[at], 4)
  const id = body.length >= at + idLength ? body.readUIntBE(at, idLength) : 0
  const sizeLength = lengthOf(body[at + idLength], 8)
  const head = idLength + sizeLength
  if (head > left || at + head > body.length) throw refusedUpload('file-broken')
  let size = body[at + idLength]! & (0xff >> sizeLength)
  let isOpen = size === 0xff >> sizeLength
  for (let each = at + idLength + 1; each < at + head; each++) {
    isOpen &&= body[each] === 0xff
    size = size * 256 + body[each]!
  }
  const content = isOpen ? left - head : size
  if (content > left - head) throw refusedUpload('file-broken')
  return { id, at: base + at, start: base + at + head, end: base + at + head + content, size: content, isOpen }
}

/** Bytes of a number: one more than the zeros it begins with. */
function lengthOf(first: number | undefined, most: number): number {
  const length = first === undefined || first === 0 ? 9 : Math.clz32(first) - 23
  if (length > most) throw refusedUpload('file-broken')
  return length
}

async function readSegment(film: FilmBytes, segment: Element): Promise<FilmFacts> {
  let durationMs = 0
  let picture: { width: number; height: number } | undefined
  let parts = 0
  for (let at = segment.start; at < segment.end;) {
    if (++parts > filmLimits.parts) throw refusedUpload('file-broken')
    const part = await elementAt(film, at, segment.end)
    // Recorded live and never finished: how long it is, and where anything lies, stands nowhere.
    if (part.isOpen) throw refusedUpload('film-no-duration')
    if (part.id === ids.info) durationMs = durationOf(await childrenOf(film, part))
    else if (part.id === ids.tracks) picture = pictureOf(await childrenOf(film, part))
    else if (part.id === ids.tags || part.id === ids.attachments) await blank(film, part)
    at = part.end
  }
  if (!picture) throw refusedUpload('film-no-picture')
  return { ...picture, durationMs }
}

interface Child {
  id: number
  body: Buffer
}

/** The elements inside one that is small enough to be read whole. */
async function childrenOf(film: FilmBytes, { start, size }: Element): Promise<Child[]> {
  if (size > filmLimits.headBytes) throw refusedUpload('file-broken')
  return childrenIn(await film.read(start, size))
}

function childrenIn(body: Buffer): Child[] {
  const children: Child[] = []
  for (let at = 0; at < body.length;) {
    const part = readElement(body, at, body.length - at, 0)
    children.push({ id: part.id, body: body.subarray(part.start, part.end) })
    at = part.end
    if (children.length > 10_000) throw refusedUpload('file-broken')
  }
  return children
}

function durationOf(info: readonly Child[]): number {
  const scale = numberOf(info.find(({ id }) => id === ids.timestampScale)?.body) ?? 1_000_000
  const body = info.find(({ id }) => id === ids.duration)?.body
  const length = body?.length === 4 ? body.readFloatBE() : body?.length === 8 ? body.readDoubleBE() : 0
  return Number.isFinite(length) ? (length * scale) / 1_000_000 : 0
}

function pictureOf(tracks: readonly Child[]): { width: number; height: number } {
  const entries = tracks
    .filter(({ id }) => id === ids.trackEntry)
    .map(({ body }) => new Map(childrenIn(body).map((part) => [part.id, part.body])))
  const ofType = (type: number) => entries.filter((entry) => numberOf(entry.get(ids.trackType)) === type)
  const codecOf = (entry: ReadonlyMap<number, Buffer>): string => textOf(entry.get(ids.codecId))
  const [picture] = ofType(1)
  if (!picture) throw refusedUpload('film-no-picture')
  if (!/^V_VP[89]$/.test(codecOf(picture)))
    throw refusedUpload('film-picture-refused', { codec: codecName(codecOf(picture)) })
  const sounds = ofType(2).map(codecOf)
  if (sounds.length > 0 && !sounds.some((codec) => /^A_(OPUS|VORBIS)$/.test(codec)))
    throw refusedUpload('film-sound-refused', { codec: codecName(sounds[0]!) })
  const size = new Map(childrenIn(picture.get(ids.video) ?? Buffer.alloc(0)).map((part) => [part.id, part.body]))
  return { width: numberOf(size.get(ids.pixelWidth)) ?? 0, height: numberOf(size.get(ids.pixelHeight)) ?? 0 }
}

const numberOf = (body: Buffer | undefined): number | undefined =>
  body && body.length > 0 && body.length <= 6 ? body.readUIntBE(0, body.length) : undefined
const textOf = (body: Buffer | undefined): string => (body ?? '').toString('latin1').replace(/\0+$/, '').slice(0, 60)
const codecName = (codec: string): string => codec.replace(/^[VA]_/, '').replace(/[^\w/-]/g, '') || '?'

/** An element of the same length that says nothing. */
async function blank(film: FilmBytes, { at, end }: Element): Promise<void> {
  const length = end - at
  const head = length < 9 ? Buffer.from([ids.void, 0x80 | (length - 2)]) : Buffer.alloc(9, ids.void)
  if (length >= 9) head.writeBigUInt64BE((1n << 56n) | BigInt(length - 9), 1)
  await film.write(at, head)
  await zeroOut(film, at + head.length, end)
}
