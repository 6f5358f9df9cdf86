import { flatten } from '../cases/personal-data/flat-text.ts'
import { findCitizenNumbers, findMobiles } from '../cases/personal-data/numbers.ts'

/** Looks for what must not be published by oversight: numbers of persons, and marks of secrecy. Pure. */

/** Mobile numbers. Landlines and hotlines are those of offices and may stand. */
export const hasMobileNumber = (text: string): boolean => findMobiles(flatten(text)).length > 0
/** Twelve digits in a row, or the groups in which identity numbers are written; sums of money are grouped by points. */
export const hasIdentityNumber = (text: string): boolean => findCitizenNumbers(flatten(text)).length > 0

const stampAlone = /^(?:độ mật\s*:?\s*)?(?:mật|tối mật|tuyệt mật)$/iu
const highStamp = /(?<!\p{L})(?:TỐI|TUYỆT)\s+MẬT(?!\p{L})/u
/** In a line all in capitals, only these make MẬT a stamp: MẬT ONG or BẢO MẬT in a heading are none. */
const namedStamp = /(?<!\p{L})(?:ĐỘ|DẤU|TÀI LIỆU|VĂN BẢN|CÔNG VĂN|HỒ SƠ)\s+MẬT(?!\p{L})/u
const word = /[\p{L}\p{M}]+/gu

/** Whether a passage bears a mark of secrecy: MẬT, TỐI MẬT or TUYỆT MẬT alone on its line, or standing out in capitals. */
export function hasSecrecyMark(passage: string): boolean {
  // Runs of blanks are one: patterns that cross them must not be made to walk them again and again.
  const text = passage.normalize('NFC').replace(/[^\S\n]+/gu, ' ')
  return text.split('\n').some((line) => {
    const bare = /\p{L}(?:.*\p{L})?/u.exec(line)?.[0] ?? ''
    return stampAlone.test(bare) || highStamp.test(line) || namedStamp.test(line) || standsOut(line)
  })
}

function standsOut(line: string): boolean {
  const words = line.match(word) ?? []
  return words.some((one, at) => one === 'MẬT' && !isCapitals(words[at - 1]) && !isCapitals(words[at + 1]))
}

const isCapitals = (one: string | undefined): boolean =>
  one !== undefined && one.length > 1 && one === one.toUpperCase()
