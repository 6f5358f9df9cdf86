/** A text as it is searched, and the way back to the original. */
export interface FlatText {
  original: string
  /** Without diacritics, digits and letters of any width as ASCII, blanks as one kind; capitals kept. */
  plain: string
  /** The same without capitals; letter for letter as long as `plain`. */
  low: string
  /** The place in the original of what begins at a place of `plain`, and of its end. */
  from(at: number): number
  to(end: number): number
}

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/
const mark = /\p{M}/gu

/** Flattens a text letter by letter, so that what is found in the flat text has a place in the original. */
export function flatten(original: string): FlatText {
  let plain = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const sign of original) {
    const flat = flatSign(sign)
    for (let n = 0; n < flat.length; n++) {
      starts.push(at)
      ends.push(at + sign.length)
    }
    // A mark of its own belongs to the letter before it.
    if (flat === '' && ends.length > 0) ends[ends.length - 1] = at + sign.length
    plain += flat
    at += sign.length
  }
  return {
    original,
    plain,
    low: [...plain].map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join(''),
    from: (place) => starts[place] ?? original.length,
    to: (end) => (end === 0 ? 0 : (ends[end - 1] ?? original.length)),
  }
}

function flatSign(sign: string): string {
  if (sign === '\n') return '\n'
  if (invisible.test(sign)) return ''
  if (/\s/.test(sign)) return ' '
  if (sign === 'đ') return 'd'
  if (sign === 'Đ') return 'D'
  if (/[‐-―−]/.test(sign)) return '-'
  return sign.normalize('NFKD').replace(mark, '')
}
