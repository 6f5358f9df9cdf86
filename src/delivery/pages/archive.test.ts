import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { liveBuilder } from '../../../tests/support/live.ts'
import { reader, type Reader } from '../../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../../tests/support/sites.ts'

let database: TestDatabase
let sites: TestNetwork
let read: Reader
/** When each entry was published, by its address. */
const publishedAt = new Map<string, Date>()
const inEnglish = new Set<string>()

/** Any time of some years, and the moments around a turn of the month in Vietnam, which is seventeen o'clock in London. */
const times = fc.oneof(
  fc.date({ min: new Date('2023-11-15T00:00:00Z'), max: new Date('2026-10-31T16:59:59Z'), noInvalidDate: true }),
  fc
    .tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: -2, max: 2 }))
    .map(([year, month, seconds]) => new Date(Date.UTC(year, month, 1) - 7 * 3_600_000 + seconds * 1000)),
)

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  read = reader(database.delivery)
  const live = await liveBuilder(database.db)
  const dates = [
    ...fc.sample(times, { numRuns: 60, seed: 20_261_123 }),
    ...Array.from({ length: 26 }, () => new Date('2025-03-09T02:00:00Z')),
  ]
  for (const [n, at] of dates.entries()) {
    const language = n % 4 === 0 ? 'en' : 'vi'
    const { path } = await live.publish(sites.ward, { title: `Bài ${n}`, language }, { at })
    publishedAt.set(path, at)
    if (language === 'en') inEnglish.add(path)
  }
}, 60_000)
afterAll(() => database.drop())

const linksIn = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, href]) => href!)
const monthThere = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 7)

/** Every entry of an archive, with the month it was found in, page after page. */
async function walk(archive: string): Promise<[path: string, month: string][]> {
  const found: [string, string][] = []
  const months = linksIn(
    await (await read(sites.ward, archive)).text(),
    new RegExp(`href="(${archive}/\\d{4}-\\d\\d)"`, 'g'),
  )
  expect(months).toEqual([...new Set(months)].toSorted().toReversed())
  for (const month of months) {
    for (let page: string | undefined = month; page;) {
      const html: string = await (await read(sites.ward, page)).text()
      for (const path of linksIn(html, /<h2 class="card-name"><a href="([^"]+)"/g)) found.push([path, month.slice(-7)])
      page = linksIn(html, /href="([^"]+truoc=[^"]+)"/g)[0]
    }
  }
  return found
}

test.each([
  ['a section in Vietnamese', '/chuyen-muc/tin-tuc/luu-tru', (path: string) => !inEnglish.has(path)],
  ['a section in English', '/en/chuyen-muc/tin-tuc/luu-tru', (path: string) => inEnglish.has(path)],
  ['the whole portal', '/luu-tru', (path: string) => !inEnglish.has(path)],
])(
  'a reader who walks through the months of %s finds every entry once, in its month in Vietnam',
  async (_, archive, belongs) => {
    const found = await walk(archive)
    const expected = [...publishedAt].filter(([path]) => belongs(path)).map(([path, at]) => [path, monthThere(at)])
    expect(found.toSorted()).toEqual(expected.toSorted())
  },
)

test('a month leads to the months before and after it that hold something', async () => {
  const html = await (await read(sites.ward, '/luu-tru/2025-03')).text()
  const all = [...publishedAt]
    .filter(([path]) => !inEnglish.has(path))
    .map(([, at]) => monthThere(at))
    .toSorted()
  expect(html).toContain(`href="/luu-tru/${all.findLast((month) => month < '2025-03')}" rel="prev"`)
  expect(html).toContain(`href="/luu-tru/${all.find((month) => month > '2025-03')}" rel="next"`)
})

test.each([
  '/luu-tru/2025-13',
  '/luu-tru/2999-01',
  '/luu-tru/x',
  '/chuyen-muc/khong-co/luu-tru',
  '/luu-tru/2025-03?truoc=x',
])('%s is no page', async (address) => {
  expect((await read(sites.ward, address)).status).toBe(404)
})

test('search engines keep months that hold something, and no later pages or empty months', async () => {
  const page = async (address: string): Promise<string> => (await read(sites.ward, address)).text()
  expect(await page('/luu-tru/2025-03')).not.toContain('noindex')
  expect(await page('/luu-tru/1999-03')).toContain('noindex')
  const [later] = linksIn(await page('/luu-tru/2025-03'), /href="([^"]+truoc=[^"]+)"/g)
  expect(await page(later!)).toContain('noindex')
})
