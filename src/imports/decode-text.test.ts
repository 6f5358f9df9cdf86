import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText, ImportRefused } from './decode-text.ts'
import { fromLegacy, toLegacy } from './legacy-encodings.ts'
import { isSyllable, readsAsVietnamese } from './vietnamese-syllables.ts'

const paragraph =
  'Sáng nay, phường Ba Đình tổ chức buổi hướng dẫn người dân nộp hồ sơ trực tuyến tại nhà văn hóa khu phố số 5. ' +
  'Cán bộ một cửa chỉ từng bước: đăng nhập, chọn thủ tục, tải giấy tờ, rồi theo dõi kết quả trên điện thoại. ' +
  'Bác Nguyễn Thị Hoà, 72 tuổi, nói đã tự tra được lịch tiêm chủng của cháu mà không phải nhờ ai.'

/** Windows-1258 writes the letter with its hat or horn, then the tone as a letter of its own. */
const inWindows1258 = (text: string): Buffer =>
  iconv.encode(
    text.normalize('NFD').replace(/[a-z][\u0302\u0306\u031b\u0323\u0300\u0301\u0303\u0309]+/gi, (cluster) => {
      const hat = /[\u0302\u0306\u031b]/.exec(cluster)?.[0] ?? ''
      return (cluster.charAt(0) + hat).normalize('NFC') + cluster.slice(1).replace(hat, '')
    }),
    'windows-1258',
  )

describe('a paragraph in each encoding comes out the same', () => {
  test.each([
    ['utf-8', Buffer.from(paragraph)],
    ['utf-8', Buffer.from(`\ufeff${paragraph}`)],
    ['utf-8', Buffer.from(paragraph.normalize('NFD'))],
    ['utf-16le', iconv.encode(`\ufeff${paragraph}`, 'utf-16le')],
    ['utf-16be', iconv.encode(`\ufeff${paragraph}`, 'utf-16be')],
    ['utf-16le', iconv.encode(paragraph, 'utf-16le')],
    ['windows-1258', inWindows1258(paragraph)],
    ['tcvn3', toLegacy(paragraph, 'tcvn3')],
    ['vni', toLegacy(paragraph, 'vni')],
    ['tcvn3-in-utf-8', Buffer.from(toLegacy(paragraph, 'tcvn3')!.toString('latin1'))],
    ['vni-in-utf-8', Buffer.from(toLegacy(paragraph, 'vni')!.toString('latin1'))],
  ])('%s', (encoding, bytes) => {
    expect(decodeText(bytes!)).toEqual({ encoding, text: paragraph })
  })
})

test('the tables are those everyone knows: Hµ Néi is Hà Nội, Vieät Nam is Việt Nam', () => {
  expect(fromLegacy('Hµ Néi, céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp', 'tcvn3')).toBe(
    'Hà Nội, cộng hoà xã hội chủ nghĩa Việt Nam, độc lập',
  )
  expect(fromLegacy('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp, töï do, haïnh phuùc', 'vni')).toBe(
    'Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập, tự do, hạnh phúc',
  )
  expect(fromLegacy('COÄNG HOØA', 'vni')).toBe('CỘNG HÒA')
})

test('the lower letters of TCVN3 are those of the standard', () => {
  for (let byte = 0xb5; byte <= 0xfe; byte++) {
    const standard = iconv.decode(Buffer.from([byte]), 'tcvn').normalize('NFC')
    const ours = fromLegacy(String.fromCharCode(byte), 'tcvn3')
    if (/[^\u0000-\u00ff]/.test(ours) || ours !== String.fromCharCode(byte)) expect(ours).toBe(standard)
  }
})

test('bytes that read as nothing are refused with what to do, never guessed', () => {
  const noise = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i % 7 === 0 ? 32 : 0xc0 + ((i * 37) % 64))))
  expect(() => decodeText(noise)).toThrow(ImportRefused)
  expect(() => decodeText(noise)).toThrow(/UTF-8/)
})

const lower = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ '
const text = fc.array(fc.constantFrom(...lower), { minLength: 0, maxLength: 60 }).map((letters) => letters.join(''))

test('every lower letter of Vietnamese has bytes in TCVN3 and in VNI, and they come back', () => {
  for (const letter of lower) {
    for (const encoding of ['tcvn3', 'vni'] as const) {
      const bytes = toLegacy(` ${letter} `, encoding)
      expect([letter, bytes && fromLegacy(bytes.toString('latin1'), encoding)]).toEqual([letter, ` ${letter} `])
    }
  }
  fc.assert(
    fc.property(text, (letters) => {
      expect(fromLegacy(toLegacy(letters, 'tcvn3')!.toString('latin1'), 'tcvn3')).toBe(letters)
    }),
  )
})

const syllables = [
  ...new Set(
    paragraph
      .toLowerCase()
      .match(/\p{L}+/gu)!
      .filter(isSyllable),
  ),
]
test('sentences of true syllables come back from every encoding, whatever they are', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(syllables, { minLength: 35 }), (words) => {
      const sentence = words.join(' ')
      for (const bytes of [
        toLegacy(sentence, 'tcvn3')!,
        toLegacy(sentence, 'vni')!,
        inWindows1258(sentence),
        Buffer.from(sentence),
      ])
        expect(decodeText(bytes).text).toBe(sentence)
    }),
    { numRuns: 60 },
  )
})

test('decoding never throws anything but a refusal, and what it gives is NFC', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        const { text: decoded } = decodeText(Buffer.from(bytes))
        expect(decoded).toBe(decoded.normalize('NFC'))
      } catch (error) {
        expect(error).toBeInstanceOf(ImportRefused)
      }
    }),
  )
})

test('Vietnamese reads as Vietnamese, French and Polish do not', () => {
  expect(readsAsVietnamese(paragraph).share).toBeGreaterThan(0.95)
  expect(
    readsAsVietnamese('L’été dernier, la mairie a décidé de réaménager la forêt près du château').share,
  ).toBeLessThan(0.6)
  expect(['nghiêng', 'thuyết', 'quyển', 'đường', 'ưu', 'yếu', 'giữa'].every(isSyllable)).toBe(true)
  expect(['wątpię', 'château', 'naïve', 'đđa'].some(isSyllable)).toBe(false)
})
