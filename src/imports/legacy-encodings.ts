/** Vietnamese 8-bit encodings of the years before Unicode, as facts. Text in them is read as Windows-1252 first, then letter by letter. */
export type LegacyEncoding = 'tcvn3' | 'vni'

/** TCVN 5712:1993, third character set ("ABC", the .Vn fonts): byte 0x80 + index. Capitals with a tone are drawn by fonts and have no bytes. */
const tcvn3: Record<string, string> = pairs(
  '¡Ă|¢Â|£Ê|¤Ô|¥Ơ|¦Ư|§Đ|¨ă|©â|ªê|«ô|¬ơ|\u00adư|®đ|µà|¶ả|·ã|¸á|¹ạ|»ằ|¼ẳ|½ẵ|¾ắ|Æặ|Çầ|Èẩ|Éẫ|Êấ|Ëậ|Ìè|Îẻ|Ïẽ|Ðé|Ñẹ|Òề|Óể|Ôễ|Õế|Öệ' +
    '|×ì|Øỉ|Üĩ|Ýí|Þị|ßò|áỏ|âõ|ãó|äọ|åồ|æổ|çỗ|èố|éộ|êờ|ëở|ìỡ|íớ|îợ|ïù|ñủ|òũ|óú|ôụ|õừ|öử|÷ữ|øứ|ùự|úỳ|ûỷ|üỹ|ýý|þỵ',
)

/** VNI for Windows: a letter, then what stands on it. */
const vniMarks: Record<string, string> = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
/** On a and e a second row: circumflex (and breve on a) with its tone. On o the circumflex row. */
const vniCircumflex: Record<string, string> = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const vniBreve: Record<string, string> = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' }
const vniSingles: Record<string, string> = { æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ', ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì' }

const vni = vniTable()
/** Pairs before single letters: ôû is ở, not ơ and a mark left over. */
const vniLetters = new RegExp([...vni.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'g')

/** The text with each letter of the encoding made Unicode, NFC. What is no letter of it stays. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'tcvn3')
    return text.replace(/[\u00a1-\u00fe]/g, (letter) => tcvn3[letter] ?? letter).normalize('NFC')
  return text.replace(vniLetters, (written) => vni.get(written) ?? written).normalize('NFC')
}

/** The same letters as bytes of the encoding, for fixtures and proofs; undefined when a letter has none. */
export function toLegacy(text: string, encoding: LegacyEncoding): Buffer | undefined {
  const letters = encoding === 'tcvn3' ? Object.entries(tcvn3) : [...vni]
  const back = new Map(letters.map(([written, letter]) => [letter, written]))
  let written = ''
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0
    const found = code < 0x80 ? letter : back.get(letter)
    if (found === undefined) return undefined
    written += found
  }
  return Buffer.from(written, 'latin1')
}

function pairs(list: string): Record<string, string> {
  return Object.fromEntries(list.split('|').map((pair) => [pair.charAt(0), pair.charAt(1)]))
}

function vniTable(): Map<string, string> {
  const table = new Map<string, string>()
  const add = (written: string, letter: string): void => {
    table.set(written, letter.normalize('NFC'))
    table.set(written.toUpperCase(), letter.normalize('NFC').toUpperCase())
    // A capital with a small mark, as mixed fonts wrote it.
    if (written.length === 2)
      table.set(written.charAt(0).toUpperCase() + written.charAt(1), letter.normalize('NFC').toUpperCase())
  }
  for (const [written, letter] of Object.entries(vniSingles)) add(written, letter)
  for (const base of 'aeouy') for (const [mark, tone] of Object.entries(vniMarks)) add(base + mark, base + tone)
  for (const [base, letter] of [
    ['ô', 'ơ'],
    ['ö', 'ư'],
  ] as const)
    for (const [mark, tone] of Object.entries(vniMarks)) add(base + mark, letter + tone)
  for (const base of 'aeo')
    for (const [mark, tone] of Object.entries(vniCircumflex)) add(base + mark, `${base}\u0302${tone}`)
  for (const [mark, tone] of Object.entries(vniBreve)) add(`a${mark}`, `a\u0306${tone}`)
  return table
}
