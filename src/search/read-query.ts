import { cleanLine, fold } from '../web/vietnamese.ts'

/** What someone looks for, as the index is asked. */
export interface Query {
  /** As typed, made exact and cut. */
  typed: string
  /** In the language of to_tsquery; empty when nothing can be looked for. */
  search: string
  /** Words typed with diacritics: entries that have them so come first. */
  exact: string
  /** All folded words in a row: entries that have them so come next. */
  phrase: string
  /** Words to mark in what was found; the last may be the beginning of one. */
  marks: readonly Mark[]
}

/** A word looked for: folded, and where it was typed with diacritics also with them (see toneLast). */
export interface Mark {
  folded: string
  exact: string | undefined
}

const longest = 200
const mostWords = 12
/** A shorter beginning of a word would find half of the archive. */
export const shortestBeginning = 3

/**
 * Reads what was typed: all words must be there, "several words" in quotes must follow each other, -word must not be there.
 * The last word may be unfinished. Signs only part words, so 15/2026/NĐ-CP asks for its four parts in a row.
 */
export function readQuery(text: string): Query {
  const typed = cleanLine(text.slice(0, longest * 4))
    .slice(0, longest)
    .trim()
  const parts = (typed.match(/-?"[^"]*"?|\S+/g) ?? []).map((part) => ({
    without: /^-["\p{L}\p{N}]/u.test(part),
    words: wordsOf(part),
    quoted: part.includes('"'),
  }))
  const asked = parts.filter(({ words }) => words.length > 0)
  let left = mostWords
  const terms = asked.flatMap(({ without, words, quoted }, index) => {
    const taken = words.slice(0, left)
    left -= taken.length
    if (taken.length === 0) return []
    const unfinished = index === asked.length - 1 && !quoted && !without
    return [{ without, words: taken, unfinished }]
  })
  const wanted = terms.filter(({ without }) => !without)
  if (wanted.length === 0) return { typed, search: '', exact: '', phrase: '', marks: [] }
  const words = wanted.flatMap((term) => term.words)
  const exact = exactWords(typed, words)
  return {
    typed,
    search: terms.map(termOf).join(' & '),
    exact: exact.join(' '),
    phrase: words.join(' '),
    marks: [...new Set(words)].map((folded) => ({
      folded,
      exact: exact.map(toneLast).find((word) => fold(word) === folded),
    })),
  }
}

/** A word with its diacritics, as far as two spellings of it agree: each tone behind its syllable. The twin of tone_last() in SQL. */
export const toneLast = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\u0300|\u0301|\u0303|\u0309|\u0323)((?:[a-z]|\u0302|\u0306|\u031b)+)/g, '$2$1')

/** Folded words of a text, as the index has them. The twin of search_words() in SQL. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

function termOf({
  without,
  words,
  unfinished,
}: {
  without: boolean
  words: readonly string[]
  unfinished: boolean
}): string {
  const quoted = words.map((word, index) =>
    unfinished && index === words.length - 1 && word.length >= shortestBeginning ? `'${word}':*` : `'${word}'`,
  )
  const row = quoted.length > 1 ? `(${quoted.join(' <-> ')})` : quoted.join('')
  return without ? `!${row}` : row
}

function exactWords(typed: string, wanted: readonly string[]): string[] {
  const words = typed.normalize('NFC').split(/[^\p{L}\p{N}]+/u)
  return [...new Set(words.filter((word) => word.toLowerCase() !== fold(word) && wanted.includes(fold(word))))]
}
