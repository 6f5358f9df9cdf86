import { readFileSync } from 'node:fs'
import path from 'node:path'

const fixture = (name: string): Buffer => readFileSync(path.resolve(import.meta.dirname, '../fixtures', name))

/** Three seconds of a real film, 160 × 90, playable in every browser. */
export const miniMp4 = (): Buffer => fixture('mini.mp4')
export const miniWebm = (): Buffer => fixture('mini.webm')

/** A box of an MP4. */
export const box = (type: string, ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const matrix = (turned: boolean): Buffer =>
  Buffer.concat(
    (turned ? [0, 65536, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000] : [65536, 0, 0, 0, 65536, 0, 0, 0, 0x40000000]).map(
      u32,
    ),
  )

interface Mp4 {
  codec?: string
  /** Profile of H.264: 66 Baseline, 77 Main, 100 High, 110 High 10. */
  profile?: number
  sound?: 'aac' | 'ac-3' | 'none'
  seconds?: number
  /** Held upright: filmed lying down, shown standing. */
  turned?: boolean
  /** More boxes in the head, and the bytes of the film itself. */
  head?: Buffer[]
  data?: Buffer
}

/** An MP4 as a phone or a program would write it, as far as its description goes; its pictures are noise. */
export function mp4({
  codec = 'avc1',
  profile = 77,
  sound = 'aac',
  seconds = 65,
  turned = false,
  head = [],
  data = Buffer.alloc(32),
}: Mp4 = {}): Buffer {
  const picture = box(
    codec,
    Buffer.alloc(24),
    u16(1280),
    u16(720),
    Buffer.alloc(50),
    box('avcC', Buffer.from([1, profile, 0, 30, 255, 224])),
  )
  const aac = Buffer.from([0, 0, 0, 0, 3, 25, 0, 1, 0, 4, 17, 0x40, 0x15])
  const heard = box(
    sound === 'aac' ? 'mp4a' : 'ac-3',
    Buffer.alloc(28),
    box('esds', sound === 'aac' ? aac : Buffer.alloc(8)),
  )
  const track = (handler: string, sample: Buffer): Buffer =>
    box(
      'trak',
      box('tkhd', Buffer.alloc(40), matrix(turned), u32(1280 << 16), u32(720 << 16)),
      box(
        'mdia',
        box('hdlr', Buffer.alloc(8), Buffer.from(handler), Buffer.alloc(13)),
        box('minf', box('stbl', box('stsd', u32(0), u32(1), sample))),
      ),
    )
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp42')),
    box(
      'moov',
      box('mvhd', Buffer.alloc(12), u32(1000), u32(seconds * 1000), Buffer.alloc(80)),
      track('vide', picture),
      ...(sound === 'none' ? [] : [track('soun', heard)]),
      ...head,
    ),
    box('mdat', data),
  ])
}
