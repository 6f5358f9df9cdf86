/** Reads the codes of a string as words. */
export type GlyphReader = (bytes: readonly number[]) => string

const mostEntries = 70_000

/** A reader from the ToUnicode map of a font (ISO 32000-1, 9.10.3). Codes it does not name are left out. */
export function readToUnicode(map: string): GlyphReader {
  const words = new Map<number, string>()
  const put = (code: number, word: string): void => {
    if (words.size < mostEntries) words.set(code, word)
  }
  for (const [, list = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', word = ''] of list.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>/g))
      put(Number.parseInt(code, 16), wordOf(word))
  }
  for (const [, list = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) readRanges(list, put)
  const width = (/begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(map)?.[1]?.length ?? 4) / 2
  return (bytes) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += width) {
      let code = 0
      for (let n = 0; n < width; n++) code = code * 256 + (bytes[at + n] ?? 0)
      text += words.get(code) ?? ''
    }
    return text
  }
}

function readRanges(list: string, put: (code: number, word: string) => void): void {
  const range = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])/g
  for (const [, low = '', high = '', first, each] of list.matchAll(range)) {
    const from = Number.parseInt(low, 16)
    const to = Math.min(Number.parseInt(high, 16), from + 65_535)
    if (each !== undefined) {
      for (const [n, [, word = '']] of [...each.matchAll(/<([0-9A-Fa-f\s]*)>/g)].entries()) put(from + n, wordOf(word))
      continue
    }
    const begin = wordOf(first ?? '')
    const last = begin.codePointAt(begin.length - 1) ?? 0
    for (let code = from; code <= to; code++)
      put(code, begin.slice(0, -1) + String.fromCodePoint(Math.min(last + code - from, 0x10ffff)))
  }
}

/** UTF-16 in hexadecimal. */
const wordOf = (hex: string): string =>
  (hex.replace(/\s/g, '').match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
