import type { FileHandle } from 'node:fs/promises'
import { refusedUpload } from '../refuse-upload.ts'

/** The bytes of a film where they lie, on disk or in memory: a film is never held in memory whole because it is a film. */
export interface FilmBytes {
  size: number
  /** Throws the refusal of a broken file where the film is shorter than what it says of itself. */
  read(at: number, length: number): Promise<Buffer>
  write(at: number, bytes: Uint8Array): Promise<void>
}

/** What readers and pages need to know of a film. */
export interface FilmFacts {
  width: number
  height: number
  durationMs: number
}

/** Longest film in milliseconds, and largest picture in pixels a side: beyond it no phone plays it. */
export const filmLimits = {
  durationMs: 12 * 3600 * 1000,
  side: 4096,
  parts: 200_000,
  headBytes: 32 * 1024 * 1024,
} as const

export const filmInMemory = (body: Buffer): FilmBytes => ({
  size: body.length,
  async read(at, length) {
    if (at < 0 || at + length > body.length) throw refusedUpload('file-broken')
    return body.subarray(at, at + length)
  },
  async write(at, bytes) {
    body.set(bytes, at)
  },
})

export const filmOnDisk = (file: FileHandle, size: number): FilmBytes => ({
  size,
  async read(at, length) {
    if (at < 0 || at + length > size) throw refusedUpload('file-broken')
    const bytes = Buffer.allocUnsafe(length)
    const { bytesRead } = await file.read(bytes, 0, length, at)
    if (bytesRead < length) throw refusedUpload('file-broken')
    return bytes
  },
  async write(at, bytes) {
    await file.write(bytes, 0, bytes.length, at)
  },
})

/** Fills a stretch with zeros, a piece at a time. */
export async function zeroOut(film: FilmBytes, from: number, to: number): Promise<void> {
  const piece = Buffer.alloc(Math.min(to - from, 1024 * 1024))
  for (let at = from; at < to; at += piece.length)
    await film.write(at, piece.subarray(0, Math.min(piece.length, to - at)))
}

/** The facts, if they are those of a film people can watch. */
export function settledFacts({ width, height, durationMs }: FilmFacts): FilmFacts {
  if (!(durationMs >= 1)) throw refusedUpload('film-no-duration')
  if (durationMs > filmLimits.durationMs) throw refusedUpload('film-too-long')
  if (!(width >= 16 && height >= 16)) throw refusedUpload('film-no-picture')
  if (width > filmLimits.side || height > filmLimits.side) throw refusedUpload('film-too-large')
  return { width: Math.round(width), height: Math.round(height), durationMs: Math.round(durationMs) }
}
