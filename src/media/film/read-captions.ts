import { exactText } from '../../web/vietnamese.ts'
import { refusedUpload } from '../refuse-upload.ts'

/** Captions written anew: what they say, when the last one ends, and the language their words show. */
export interface Captions {
  body: Buffer
  durationMs: number
  language: 'vi' | 'en'
}

/** Bounds of captions: a film of twelve hours has fewer. */
const limits = { bytes: 2 * 1024 * 1024, cues: 10_000, letters: 1000 } as const

/** Whether bytes are WebVTT or SubRip, by how they begin. */
export const looksLikeCaptions = (body: Buffer): boolean => {
  const start = decode(body.subarray(0, 512)) ?? ''
  return /^\s*WEBVTT(?=[\s]|$)/.test(start) || /^\s*(\d{1,6}\s*\n\s*)?\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(start)
}

/**
 * Reads WebVTT or SubRip and writes it anew as WebVTT: cues in the order of their times, text in NFC with bold, italic and
 * underline alone, no styles, no notes, no places on the picture. Refuses with the line at fault.
 */
export function readCaptions(body: Buffer): Captions {
  if (body.length > limits.bytes) throw refusedUpload('captions-too-long')
  const text = decode(body)
  if (text === undefined) throw refusedUpload('captions-encoding')
  const cues = cuesIn(text.split('\n'))
  if (cues.length === 0) throw refusedUpload('captions-empty')
  cues.sort((a, b) => a.from - b.from || a.to - b.to)
  const written = cues.map(({ from, to, words }) => `${timestamp(from)} --> ${timestamp(to)}\n${words}\n`)
  const words = cues.map((cue) => cue.words).join(' ')
  return {
    body: Buffer.from(`WEBVTT\n\n${written.join('\n')}`, 'utf8'),
    durationMs: Math.max(...cues.map(({ to }) => to)),
    language: languageOf(words),
  }
}

/** Vietnamese where one word in ten bears a mark; the odd borrowed word makes English no Vietnamese. */
function languageOf(text: string): 'vi' | 'en' {
  const words = text.normalize('NFD').split(/\s+/)
  return words.filter((word) => /[Đđ]|\p{M}/u.test(word)).length * 10 >= words.length ? 'vi' : 'en'
}

/** UTF-8, or UTF-16 by its mark; undefined for other encodings, which cannot be told apart safely. */
function decode(body: Buffer): string | undefined {
  const encoding =
    body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(body, { stream: true })
    return text.includes('\0') ? undefined : text.replace(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}

interface Cue {
  from: number
  to: number
  words: string
}

const times =
  /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})(?:\s|$)/

function cuesIn(lines: readonly string[]): Cue[] {
  const cues: Cue[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!lines[at]!.includes('-->')) continue
    const line = at + 1
    const found = times.exec(lines[at]!.slice(0, 200))
    if (!found) throw refusedUpload('captions-broken', { line })
    const [from, to] = [millis(found.slice(1, 5)), millis(found.slice(5, 9))]
    if (to <= from || to > 12 * 3_600_000) throw refusedUpload('captions-times', { line })
    const said: string[] = []
    while (at + 1 < lines.length && lines[at + 1]!.trim() !== '' && !lines[at + 1]!.includes('-->'))
      said.push(lines[++at]!)
    // Of two cues without a blank line between them, the number of the second is no word of the first.
    if (at + 1 < lines.length && lines[at + 1]!.includes('-->') && /^\s*\d+\s*$/.test(said.at(-1) ?? '')) said.pop()
    const text = said.join('\n')
    if (text.length > limits.letters) throw refusedUpload('captions-long-line', { line })
    const words = cleanWords(text)
    if (words !== '') cues.push({ from, to, words })
    if (cues.length > limits.cues) throw refusedUpload('captions-too-long')
  }
  return cues
}

const millis = ([hours, minutes, seconds, parts]: string[]): number =>
  ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number((parts ?? '0').padEnd(3, '0'))

const two = (value: number): string => String(value).padStart(2, '0')
const timestamp = (at: number): string =>
  `${two(Math.floor(at / 3_600_000))}:${two(Math.floor(at / 60_000) % 60)}:${two(Math.floor(at / 1000) % 60)}.${String(at % 1000).padStart(3, '0')}`

const safe = new Set(['b', 'i', 'u'])
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"', lrm: '', rlm: '' }

/** The words of a cue with the three safe marks, each closed; who speaks stands before what is said. */
function cleanWords(text: string): string {
  const open: string[] = []
  let written = ''
  for (const found of text.replace(/\{\\[^{}]{0,200}\}/g, '').matchAll(/<(\/?)([a-z]*)([^<>]*)>|[^<]+|</gi)) {
    const [piece, slash, name = '', rest = ''] = found
    const tag = name.toLowerCase()
    if (slash === undefined) written += escaped(piece)
    else if (tag === 'v' && slash === '') written += `${escaped(rest.replace(/^\.\S*/, '').trim())}: `
    else if (!safe.has(tag)) continue
    else if (slash === '') {
      open.push(tag)
      written += `<${tag}>`
    } else if (open.at(-1) === tag) {
      open.pop()
      written += `</${tag}>`
    }
  }
  for (const tag of open.toReversed()) written += `</${tag}>`
  const lines = written.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  return lines.some((line) => /[\p{L}\p{N}\p{S}]/u.test(line.replace(/<[^>]*>/g, '')))
    ? lines.filter(Boolean).join('\n')
    : ''
}

const escaped = (text: string): string =>
  exactText(text.replace(/&([a-z]{2,5});/gi, (whole, name: string) => named[name.toLowerCase()] ?? whole))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
