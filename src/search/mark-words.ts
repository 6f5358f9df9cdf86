import { fold } from '../web/vietnamese.ts'
import { shortestBeginning, toneLast, type Mark } from './read-query.ts'

/** A piece of text, and whether it is one of the words looked for. */
export interface Piece {
  text: string
  hit: boolean
}

interface Word {
  start: number
  end: number
  /** Which of the words looked for it is; -1: none. */
  mark: number
}

/** Marks the words looked for in a text, whatever their diacritics. The last word looked for may be the beginning of one. */
export const markWords = (text: string, marks: readonly Mark[]): Piece[] => pieces(text, hitsIn(text, marks))

const room = 240
const before = 60

/** The part of a long text that has most of the words looked for, cut at words, with those words marked; empty when it has none. */
export function snippetOf(text: string, marks: readonly Mark[]): Piece[] {
  const hits = hitsIn(text, marks)
  const [first] = hits
  if (!first) return []
  let best = first
  let most = 0
  for (const hit of hits) {
    const kinds = new Set(
      hits
        .filter((other) => other.start >= hit.start && other.end <= hit.start + room - before)
        .map((other) => other.mark),
    ).size
    if (kinds > most) [best, most] = [hit, kinds]
  }
  const start = wordStart(text, Math.max(0, best.start - before))
  const end = wordEnd(text, Math.min(text.length, start + room))
  const cut = pieces(
    text.slice(start, end),
    hits
      .filter((hit) => hit.start >= start && hit.end <= end)
      .map((hit) => ({ ...hit, start: hit.start - start, end: hit.end - start })),
  )
  if (start > 0) cut.unshift({ text: '… ', hit: false })
  if (end < text.length) cut.push({ text: ' …', hit: false })
  return cut
}

const mostHits = 200

/** Words as they were typed where the text has any of them so; else whatever their diacritics. */
function hitsIn(text: string, marks: readonly Mark[]): Word[] {
  const exact = marks.some((mark) => mark.exact) ? wordsLike(text, marks, true) : []
  return exact.length > 0 ? exact : wordsLike(text, marks, false)
}

function wordsLike(text: string, marks: readonly Mark[], exact: boolean): Word[] {
  const hits: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(match[0])
    const mark = marks.findIndex((wanted, index) => {
      if (exact && wanted.exact !== undefined) return toneLast(match[0]) === wanted.exact
      return (
        folded === wanted.folded ||
        (index === marks.length - 1 && wanted.folded.length >= shortestBeginning && folded.startsWith(wanted.folded))
      )
    })
    if (mark >= 0) hits.push({ start: match.index, end: match.index + match[0].length, mark })
    if (hits.length === mostHits) break
  }
  return hits
}

function pieces(text: string, hits: readonly Word[]): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const { start, end } of hits) {
    if (start > at) found.push({ text: text.slice(at, start), hit: false })
    found.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < text.length) found.push({ text: text.slice(at), hit: false })
  return found
}

const wordStart = (text: string, at: number): number => (at === 0 ? 0 : text.indexOf(' ', at - 1) + 1 || at)

const wordEnd = (text: string, at: number): number =>
  at >= text.length ? text.length : Math.max(text.lastIndexOf(' ', at), 0) || at
