import { refusedUpload } from '../refuse-upload.ts'
import { filmLimits, settledFacts, zeroOut, type FilmBytes, type FilmFacts } from './film-bytes.ts'

/**
 * Reads an MP4 and takes out the place, device and names a phone writes into it: the boxes that hold them become empty space, so
 * nothing else moves. Refuses what is cut off or has something behind its end, and what a browser cannot play: any picture but
 * H.264 with 8 bits a colour, any sound but AAC or MP3.
 */
export async function readMp4(film: FilmBytes): Promise<FilmFacts> {
  let facts: FilmFacts | undefined
  let boxes = 0
  for (let at = 0; at < film.size;) {
    if (++boxes > filmLimits.parts) throw refusedUpload('file-broken')
    const box = await boxAt(film, at)
    if (box.type === 'moov') {
      if (facts || box.size > filmLimits.headBytes) throw refusedUpload('file-broken')
      facts = await readHead(film, box)
    } else if (personal.has(box.type)) await blank(film, box)
    at = box.at + box.size
  }
  if (!facts) throw refusedUpload('file-broken')
  return settledFacts(facts)
}

interface Box {
  type: string
  at: number
  /** Of the whole box, its head included. */
  size: number
  head: number
}

/** Boxes that tell where and with what a film was made. */
const personal = new Set(['udta', 'meta', 'uuid'])

async function boxAt(film: FilmBytes, at: number): Promise<Box> {
  const head = await film.read(at, Math.min(16, film.size - at))
  return readBox(head, 0, film.size - at, at)
}

/** The box that begins at `at`; `left` bytes may belong to it. `base` is where the buffer lies in the film. */
function readBox(body: Buffer, at: number, left: number, base: number): Box {
  if (left < 8 || body.length < at + 8) throw refusedUpload('file-broken')
  const type = body.toString('latin1', at + 4, at + 8)
  const short = body.readUInt32BE(at)
  if (short === 1 && (left < 16 || body.length < at + 16)) throw refusedUpload('file-broken')
  const size = short === 0 ? left : short === 1 ? Number(body.readBigUInt64BE(at + 8)) : short
  const head = short === 1 ? 16 : 8
  if (size < head || size > left) throw refusedUpload('file-broken')
  return { type, at: base + at, size, head }
}

async function blank(film: FilmBytes, box: Box): Promise<void> {
  await film.write(box.at + 4, Buffer.from('free', 'latin1'))
  await zeroOut(film, box.at + box.head, box.at + box.size)
}

const containers = new Set(['trak', 'mdia', 'minf', 'stbl', 'edts', 'mvex'])

/** One track, as far as it decides whether a browser plays it. */
interface Track {
  handler: string
  width: number
  height: number
  /** Codec as the sample description names it, and the bytes of that description. */
  codec: string
  description: Buffer
}

async function readHead(film: FilmBytes, moov: Box): Promise<FilmFacts> {
  const body = await film.read(moov.at, moov.size)
  const tracks: Track[] = []
  let durationMs = 0
  let boxes = 0
  const walk = async (from: number, to: number, depth: number): Promise<void> => {
    for (let at = from; at < to;) {
      if (++boxes > filmLimits.parts || depth > 8) throw refusedUpload('file-broken')
      const box = readBox(body, at, to - at, 0)
      const inside = body.subarray(at + box.head, at + box.size)
      if (personal.has(box.type)) await blank(film, { ...box, at: moov.at + at })
      else if (box.type === 'mvhd') durationMs = durationOf(inside)
      else if (box.type === 'trak')
        tracks.push({ handler: '', width: 0, height: 0, codec: '', description: inside.subarray(0, 0) })
      else readPart(tracks.at(-1), box.type, inside)
      if (containers.has(box.type)) await walk(at + box.head, at + box.size, depth + 1)
      at += box.size
    }
  }
  await walk(moov.head, moov.size, 0)
  const picture = playablePicture(tracks)
  checkSound(tracks)
  return { width: picture.width, height: picture.height, durationMs }
}

/** What a box says of the track it lies in. */
function readPart(track: Track | undefined, type: string, inside: Buffer): void {
  if (!track) return
  if (type === 'hdlr' && inside.length >= 12) track.handler ||= inside.toString('latin1', 8, 12)
  if (type === 'tkhd') readTrackHead(track, inside)
  if (type === 'stsd' && inside.length >= 16) {
    track.codec = inside.toString('latin1', 12, 16)
    track.description = inside.subarray(8)
  }
}

/** Length in milliseconds, of version 0 (32 bits) or 1 (64 bits); all ones means nobody knows. */
function durationOf(inside: Buffer): number {
  const isLong = inside[0] === 1
  if (inside.length < (isLong ? 32 : 20)) throw refusedUpload('file-broken')
  const scale = inside.readUInt32BE(isLong ? 20 : 12)
  const length = isLong ? Number(inside.readBigUInt64BE(24)) : inside.readUInt32BE(16)
  if (scale === 0 || (!isLong && length === 0xffffffff)) return 0
  return (length / scale) * 1000
}

/** Size as it is shown: a phone held upright films lying down and says so in the matrix. */
function readTrackHead(track: Track, inside: Buffer): void {
  const matrix = inside[0] === 1 ? 52 : 40
  if (inside.length < matrix + 44) throw refusedUpload('file-broken')
  const width = inside.readUInt32BE(matrix + 36) / 65536
  const height = inside.readUInt32BE(matrix + 40) / 65536
  const isTurned = inside.readInt32BE(matrix) === 0 && inside.readInt32BE(matrix + 4) !== 0
  track.width = isTurned ? height : width
  track.height = isTurned ? width : height
}

/** Baseline, Main, Extended and High; the profiles above them have colours no browser decodes. */
const profiles = new Set([66, 77, 88, 100])

function playablePicture(tracks: readonly Track[]): Track {
  const track = tracks.find(({ handler }) => handler === 'vide')
  if (!track) throw refusedUpload('film-no-picture')
  const { codec, description } = track
  const at = description.indexOf('avcC', 0, 'latin1')
  if ((codec !== 'avc1' && codec !== 'avc3') || at < 0 || !profiles.has(description[at + 5] ?? 0))
    throw refusedUpload('film-picture-refused', { codec: pictureNames[codec] ?? codecName(codec) })
  return track
}

/** MPEG-4 AAC, MPEG-2 AAC (three profiles) and MP3, as esds numbers them (ISO/IEC 14496-1, table 5). */
const sounds = new Set([0x40, 0x66, 0x67, 0x68, 0x69, 0x6b])

/** A second sound a browser cannot play (a phone's spatial sound) does no harm beside one it can. */
function checkSound(tracks: readonly Track[]): void {
  const found = tracks.filter(({ handler }) => handler === 'soun')
  if (found.length === 0 || found.some(isPlayableSound)) return
  throw refusedUpload('film-sound-refused', { codec: codecName(found[0]!.codec) })
}

function isPlayableSound({ codec, description }: Track): boolean {
  if (codec === '.mp3') return true
  const at = description.indexOf('esds', 0, 'latin1')
  if (codec !== 'mp4a' || at < 0) return false
  // Descriptors: tag, length in up to four bytes, then the object type stands first in the decoder's own (tag 4).
  const descriptors = description.subarray(at + 8, at + 72)
  const type = /\x04[\x80-\xff]{0,3}[\x00-\x7f]([\s\S])/.exec(descriptors.toString('latin1'))?.[1]
  return type !== undefined && sounds.has(type.charCodeAt(0))
}

const pictureNames: Record<string, string> = {
  avc1: 'H.264 10 bit',
  avc3: 'H.264 10 bit',
  hvc1: 'HEVC (H.265)',
  hev1: 'HEVC (H.265)',
  dvh1: 'Dolby Vision',
  dvhe: 'Dolby Vision',
  av01: 'AV1',
  mp4v: 'MPEG-4',
  vp09: 'VP9',
}

/** A name four letters long, of letters and digits alone. */
const codecName = (codec: string): string => codec.replace(/[^\w-]/g, '').trim() || '?'
