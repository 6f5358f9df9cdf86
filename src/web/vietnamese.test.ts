import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactLine, exactText } from '../editions/body/exact-text.ts'
import { cleanLine, cleanText } from './vietnamese.ts'

// eslint-disable-next-line no-control-regex
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/
/** Letters with loose tones, invisible marks between them, halves of surrogate pairs: what comes out of PDF files and old phones. */
const pieces = [
  'a',
  'e',
  'o',
  'đ',
  'ơ',
  '\u0301',
  '\u0323',
  '\u0302',
  '\u031b',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u0000',
  '\u2028',
  '\ud83d',
  '\ude00',
  '😀',
  ' ',
  '\n',
  '\r\n',
  '\t',
  'Ấ',
]
const typed = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((list) => list.join('')),
  fc.string({ unit: 'binary' }),
)

test('a tone behind an invisible mark joins its letter', () => {
  expect(cleanText('Hoa\u200b\u0300 Bi\u00adnh')).toBe('Hoà Binh')
  expect(exactText('Hoa\u200b\u0300 ')).toBe('Hoà ')
})

test('lines stay lines, however they were ended', () => {
  expect(cleanText(' một\r\nhai\rba\u2028bốn ')).toBe('một\nhai\nba\nbốn')
  expect(exactText('một\nhai')).toBe('một hai')
})

test('whatever is typed comes out well formed, composed, without unseen marks, and stays so when cleaned again', () => {
  for (const clean of [cleanText, cleanLine, exactText, (text: string) => exactLine(text, 12)]) {
    fc.assert(
      fc.property(typed, (text) => {
        const once = clean(text)
        expect(once.isWellFormed()).toBe(true)
        expect(once.normalize('NFC')).toBe(once)
        expect(once).not.toMatch(unseen)
        expect(clean(once)).toBe(once)
      }),
      { numRuns: 400 },
    )
  }
})
