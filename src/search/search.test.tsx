import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { doc, liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { fold } from '../web/vietnamese.ts'
import { markWords, snippetOf } from './mark-words.ts'
import { readQuery, toneLast, wordsOf } from './read-query.ts'

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let read: Reader

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  read = reader(database.delivery)
  await live.publish(sites.ward, {
    title: 'Đường Hoà Bình thông xe',
    summary: 'Xe chạy từ sáng nay.',
    body: doc('Theo Nghị định 15/2026/NĐ-CP, đường được bàn giao.'),
  })
  await live.publish(sites.ward, { title: 'Lễ hội hoa ở phường', body: doc('Muôn sắc hoa bên hồ.') })
  await live.publish(sites.ward, { title: 'Hộ khẩu và sổ hộ', body: doc('Làm hồ sơ.') })
  await live.publish(sites.ward, { title: 'Hồ sơ trực tuyến', body: doc('Nộp từ xa.') })
  const copied = await live.publish(sites.ward, { title: 'Bài dùng chung toàn mạng' })
  await live.copy(copied.entryId, sites.city)
}, 60_000)
afterAll(() => database.drop())

const titles = async (q: string, site = sites.ward): Promise<string[]> => {
  const page = await (await read(site, `/tim-kiem?q=${encodeURIComponent(q)}`)).text()
  return [...page.matchAll(/<h3><a [^>]*>(.*?)<\/a><\/h3>/g)].map(([, title]) => title!.replaceAll(/<\/?mark>/g, ''))
}

test.each([
  'đường hoà bình',
  'đường hòa bình',
  'duong hoa binh',
  'ĐƯỜNG HÒA BÌNH',
  'duong hòa binh',
  'đường hoà bình'.normalize('NFD'),
  '"hoa binh"',
  'hoà thông xe',
  'duong hoa bin',
])('a reader finds the road whatever diacritics she types: %s', async (q) => {
  expect((await titles(q))[0]).toBe('Đường Hoà Bình thông xe')
})

test.each(['15/2026/NĐ-CP', '15/2026/nd-cp', 'nghị định 15/2026', 'nd-cp 15'])(
  'a number of a document is found however it is written: %s',
  async (q) => {
    expect(await titles(q)).toEqual(['Đường Hoà Bình thông xe'])
  },
)

test('words typed with diacritics come first where they stand so', async () => {
  const found = await titles('hồ sơ')
  expect(found.slice(0, 1)).toEqual(['Hồ sơ trực tuyến'])
  expect((await titles('hộ'))[0]).toBe('Hộ khẩu và sổ hộ')
})

test('quotes ask for words in a row, a minus for their absence', async () => {
  expect(await titles('"binh hoa"')).toEqual([])
  expect(await titles('hoa -binh')).toEqual(['Lễ hội hoa ở phường'])
})

test('what is found on a portal is live there: its own, and copies it took', async () => {
  expect(await titles('dùng chung', sites.city)).toEqual(['Bài dùng chung toàn mạng'])
  expect(await titles('dùng chung', sites.otherWard)).toEqual([])
  expect(await titles('hoà bình', sites.city)).toEqual([])
})

test('says how many there are, and what to do when there are none', async () => {
  for (let n = 0; n < 23; n++) await live.publish(sites.otherWard, { title: `Tiêm chủng đợt ${n}` })
  const page = await (await read(sites.otherWard, '/tim-kiem?q=tiem+chung')).text()
  expect(page).toContain('Có 23 kết quả cho “tiem chung”')
  expect(await (await read(sites.otherWard, '/tim-kiem?q=tiem+chung&trang=3')).text()).toContain('Trang 3/3')
  expect(await (await read(sites.otherWard, '/tim-kiem?q=tiem+chung&trang=9')).text()).toContain('Có 23 kết quả')
  expect(await (await read(sites.otherWard, '/tim-kiem?q=khongcogi')).text()).toContain('Bớt từ khóa')
})

test.each([
  "'",
  '"',
  '!',
  '&',
  '((',
  "a'b",
  ':*',
  '\\',
  '<->',
  '-',
  '--',
  '%',
  '- -',
  '"" ""',
  '<script>alert(1)</script>',
  'a'.repeat(1500),
  'ạ'.repeat(100),
  '💚',
  '\u200b',
  '1e5',
  'a/b/c.d',
])('a search for %s is answered, not refused', async (q) => {
  const answer = await read(sites.ward, `/tim-kiem?q=${encodeURIComponent(q)}`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).not.toContain('<script>')
})

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵĐƯỜẶỄ 0129./-–“”’',
    '\u0301',
    '\u0323',
    '\u031b',
  ),
})

test('the database and the program fold, part and order letters alike', async () => {
  const texts = fc
    .sample(fc.oneof(vietnamese, fc.string({ unit: 'grapheme' })), 600)
    .filter((text) => !/[\u0000\ud800-\udfff]/.test(text))
  const { rows } = await sql<{ folded: string; words: string; tones: string }>`
    select fold_vietnamese(t) as folded, btrim(search_words(t)) as words, tone_last(t) as tones from unnest(${texts}::text[]) with ordinality x (t, n) order by n`.execute(
    database.delivery,
  )
  const plain = (text: string): boolean => /^(?:[\u0020-\u024f]|[\u0300-\u036f]|[\u1e00-\u1eff]|[‘’“”–—])*$/.test(text)
  texts.forEach((text, index) => {
    // Letters outside Latin may differ between the two libraries' tables of case.
    if (!plain(text)) return
    expect(rows[index]!.folded).toBe(fold(text))
    expect(rows[index]!.words).toBe(wordsOf(text).join(' '))
    expect(rows[index]!.tones).toBe(toneLast(text))
  })
})

test('any query is made of words alone, so it can never be a broken one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readQuery(text).search.replaceAll(/'[\p{L}\p{N}]+'(:\*)?/gu, 'w')).toMatch(
        /^$|^!?(w|\(w( <-> w)+\))( & !?(w|\(w( <-> w)+\)))*$/,
      )
    }),
  )
})

test('marking words loses no letter', () => {
  fc.assert(
    fc.property(vietnamese, vietnamese, (text, q) => {
      expect(
        markWords(text, readQuery(q).marks)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
      for (const piece of snippetOf(text, readQuery(q).marks))
        if (piece.text !== '… ' && piece.text !== ' …') expect(text).toContain(piece.text)
    }),
  )
})
