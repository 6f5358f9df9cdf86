import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { doc, liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { notEnglish } from '../../tests/support/not-english.ts'
import { person } from '../../tests/support/people.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { publicRoutes } from '../public-app.ts'
import { addressIn, languageOf, vietnameseAddress } from './language.ts'

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let read: Reader
let vietnamese: { entryId: number; path: string }
let english: { entryId: number; path: string }
let corrected: { entryId: number; path: string }
let gone: { entryId: number; path: string }
let author: { id: number; slug: string }
let topic: { id: number; slug: string }

const page = async (address: string, site = sites.ward): Promise<string> => (await read(site, address)).text()

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  read = reader(database.delivery, publicRoutes)
  author = await live.author('Anna Smith')
  topic = await live.topic('Chuyển đổi số', 'Dịch vụ công trực tuyến')
  await nameEverything()
  const inEnglish = { language: 'en', genre: 'news', summary: 'In short.', body: doc('What happened.') } as const
  const more = { topicIds: [topic.id], credits: [{ authorId: author.id, name: 'Anna Smith', part: 'text' as const }] }
  vietnamese = await live.publish(sites.ward, { title: 'Lớp học bơi cho trẻ em', ...more, summary: 'Miễn phí.' })
  english = await live.publish(sites.ward, { ...inEnglish, ...more, title: 'Swimming lessons for children' })
  corrected = await live.publish(
    sites.ward,
    { ...inEnglish, title: 'Opening hours of the pool' },
    { correctionNote: 'It opens at eight.', updatedAt: new Date('2026-11-20T01:00:00Z') },
  )
  for (let n = 0; n < 14; n++) await live.publish(sites.ward, { ...inEnglish, title: `News item ${n}` })
  gone = await live.publish(sites.ward, { ...inEnglish, title: 'An old notice' })
  await live.withdraw(gone.entryId, 'Outdated')
  const by = (await person(database.db, 'Phạm Thị Dịch', [])).id
  await database.db
    .insertInto('entryTranslation')
    .values(
      ([vietnamese, english] as const).map(({ entryId }, index) => ({
        entryId,
        groupId: vietnamese.entryId,
        siteId: sites.ward.id,
        language: index === 0 ? 'vi' : 'en',
        linkedBy: by,
      })),
    )
    .execute()
}, 60_000)
afterAll(() => database.drop())

async function nameEverything(): Promise<void> {
  for (const [site, name] of [
    [sites.ward, 'Ba Dinh Ward'],
    [sites.city, 'Hanoi City'],
  ] as const)
    await database.db
      .updateTable('site')
      .set({
        nameEn: `Portal of ${name}`,
        shortNameEn: name,
        agencyEn: `Office of ${name}`,
        governingBodyEn: 'The City',
      })
      .where('id', '=', site.id)
      .execute()
  const names: Record<string, string> = { 'tin-tuc': 'News', 'thong-bao': 'Notices' }
  for (const [slug, id] of Object.entries(sites.ward.sections))
    await database.db.updateTable('section').set({ nameEn: names[slug] }).where('id', '=', id).execute()
  await database.db
    .updateTable('topic')
    .set({ nameEn: 'Digital transformation', summaryEn: 'Services online' })
    .where('id', '=', topic.id)
    .execute()
}

/** Every kind of page that stands below /en, with the English entries. */
const englishPages = (): [address: string, status: number][] => [
  ['/en', 200],
  ['/en/chuyen-muc/tin-tuc', 200],
  ['/en/chuyen-muc/thong-bao', 200],
  ['/en/chuyen-muc/tin-tuc/luu-tru', 200],
  ['/en/chuyen-muc/tin-tuc/luu-tru/2026-11', 200],
  ['/en/chuyen-muc/tin-tuc/luu-tru/2026-09', 200],
  ['/en/luu-tru', 200],
  ['/en/luu-tru/2026-11', 200],
  [`/en/chuyen-de/${topic.slug}`, 200],
  [`/en/tac-gia/${author.slug}`, 200],
  ['/en/so-do-cong', 200],
  ['/en/tim-kiem', 200],
  ['/en/tim-kiem?q=news', 200],
  ['/en/tim-kiem?q=nothing+at+all', 200],
  ['/en/kenh-thong-tin', 200],
  ['/en/tuyen-bo-tiep-can', 200],
  ['/en/quyen-rieng-tu', 200],
  ['/en/thong-bao-gian-doan', 200],
  ['/en/khong-co-trang-nay', 404],
  [`/en/bao-loi?bai=${encodeURIComponent(english.path)}`, 200],
  [english.path, 200],
  [corrected.path, 200],
  [gone.path, 410],
]

describe('addresses', () => {
  test('are Vietnamese or below /en, and lead from one to the other', () => {
    for (const path of ['/', '/tim-kiem', '/chuyen-muc/tin-tuc', '/?truoc=1-2', '/so-do-cong#muc']) {
      expect(languageOf(addressIn('en', path).replace(/[?#].*/, ''))).toBe('en')
      expect(vietnameseAddress(addressIn('en', path))).toBe(path)
      expect(vietnameseAddress(path)).toBe(path)
    }
    expect(addressIn('en', '/')).toBe('/en')
    expect(languageOf('/english')).toBe('vi')
  })

  test.each([
    ['/en/', '/en'],
    ['/en/sitemap.xml', '/sitemap.xml'],
    ['/en/robots.txt', '/robots.txt'],
  ])('%s leads to %s', async (asked, leads) => {
    const answer = await read(sites.ward, asked)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, leads])
  })

  test('of an entry are one each, whatever its language', async () => {
    const answer = await read(sites.ward, `/en${english.path}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, english.path])
  })
})

describe('a reader of English', () => {
  test('finds English entries on English lists, and one of Vietnamese the Vietnamese ones', async () => {
    for (const path of ['/', '/chuyen-muc/tin-tuc', `/chuyen-de/${topic.slug}`, `/tac-gia/${author.slug}`]) {
      const main = (text: string): string => text.slice(text.indexOf('<main'), text.indexOf('</main>'))
      const [vi, en] = [main(await page(path)), main(await page(addressIn('en', path)))]
      expect(vi).toContain(vietnamese.path)
      expect(vi).not.toContain('News item')
      expect(en).not.toContain(vietnamese.path)
      expect(en).toMatch(/Swimming lessons|News item/)
    }
  })

  test('meets no Vietnamese word of the interface, and valid pages', async () => {
    for (const [address, status] of englishPages()) {
      const answer = await read(sites.ward, address)
      const html = await answer.text()
      expect([address, answer.status]).toEqual([address, status])
      expect(html).toContain('<html lang="en"')
      expect([address, notEnglish(html)]).toEqual([address, []])
      expect([address, await htmlFaults(html)]).toEqual([address, []])
    }
  })

  test('stays in English: links to pages of the portal lead below /en', async () => {
    for (const [address] of englishPages()) {
      const html = await page(address)
      const links = [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"]*)"[^>]*>/g)]
        .filter(([tag]) => !/hreflang="vi"/.test(tag!))
        .map(([, href]) => href!)
        .filter((href) => !/^\/(en\b|bai-viet\/|tep\/|ma-qr\/|\.well-known\/|#)/.test(href))
      expect([address, links]).toEqual([address, []])
    }
  })

  test('is told honestly where nothing is in English, and led to the Vietnamese page', async () => {
    const html = await page('/en/chuyen-muc/thong-bao')
    expect(html).toContain('Nothing in English here yet')
    expect(html).toContain('<a href="/chuyen-muc/thong-bao" hreflang="vi">')
    expect(html).toContain('name="robots" content="noindex"')
    expect(await page('/en', sites.otherWard)).toContain('Nothing in English here yet')
  })

  test('hears names that have no English form as Vietnamese', async () => {
    const html = await page('/en', sites.otherWard)
    expect(html).toMatch(/<[a-z]+[^>]* lang="vi"[^>]*>\s*Cổng thông tin điện tử phường Ngọc Hà/)
    expect(html).toMatch(/href="\/en\/chuyen-muc\/tin-tuc"[^>]* lang="vi"/)
  })

  test('finds English entries with a search, and is shown the way to search in Vietnamese', async () => {
    const html = await page('/en/tim-kiem?q=lessons')
    expect(html).toContain(english.path)
    expect(html).toContain('href="/tim-kiem?q=lessons" hreflang="vi"')
    expect(await page('/en/tim-kiem?q=l%E1%BB%9Bp+h%E1%BB%8Dc')).not.toContain(vietnamese.path)
    expect(await page('/tim-kiem?q=lessons')).not.toContain(english.path)
  })
})

describe('the switch of languages', () => {
  const switched = async (address: string): Promise<string> =>
    /<a class="language-switch"[^>]*>.*?<\/a>/s.exec(await page(address))?.[0] ?? ''

  test.each([
    ['/', '/en'],
    ['/en', '/'],
    ['/chuyen-muc/tin-tuc', '/en/chuyen-muc/tin-tuc'],
    ['/en/luu-tru/2026-11', '/luu-tru/2026-11'],
    ['/tim-kiem?q=h%E1%BB%8Dc', '/en/tim-kiem?q=h%E1%BB%8Dc'],
  ])('leads from %s to %s', async (from, to) => {
    expect(await switched(from)).toContain(`href="${to}"`)
  })

  test('leads from an article to its other version, and without one to the other home page, which it says', async () => {
    expect(await switched(vietnamese.path)).toContain(`href="${english.path}"`)
    const alone = await switched(corrected.path)
    expect(alone).toContain('href="/"')
    expect(alone).toContain('trang chủ tiếng Việt')
  })
})

describe('versions of an article', () => {
  test('lead to each other, on the page and for machines', async () => {
    const html = await page(vietnamese.path)
    expect(html).toMatch(new RegExp(`<a href="${english.path}" lang="en"[^>]*>\\s*Read this in English`))
    expect(await page(english.path)).toMatch(/Đọc bản tiếng Việt/)
  })

  test('are not mentioned once the other is withdrawn, and pages of the first are drawn anew', async () => {
    const one = await live.publish(sites.ward, { title: 'Bài có bản dịch' })
    const other = await live.publish(sites.ward, { title: 'A translated article', language: 'en' })
    const by = (await database.db.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()).id
    const common = { groupId: one.entryId, siteId: sites.ward.id, linkedBy: by }
    const heard = await listening(async () => {
      await database.db
        .insertInto('entryTranslation')
        .values([
          { ...common, entryId: one.entryId, language: 'vi' },
          { ...common, entryId: other.entryId, language: 'en' },
        ])
        .execute()
    })
    expect(heard).toEqual(expect.arrayContaining([`entry:${one.entryId}`, `entry:${other.entryId}`]))
    expect(await page(one.path)).toContain('Read this in English')
    expect(await listening(() => live.withdraw(other.entryId, 'Sai'))).toContain(`entry:${one.entryId}`)
    expect(await page(one.path)).not.toContain('Read this in English')
  })

  test('are refused by the database across portals, in one language, and in a language that is not theirs', async () => {
    const by = (await database.db.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()).id
    const one = await live.publish(sites.ward, { title: 'Bài thứ nhất' })
    const far = await live.publish(sites.otherWard, { title: 'Far away', language: 'en' })
    const same = await live.publish(sites.ward, { title: 'Bài thứ hai' })
    const link = (entryId: number, language: string, siteId = sites.ward.id) =>
      database.db
        .insertInto('entryTranslation')
        .values({ entryId, groupId: one.entryId, siteId, language, linkedBy: by })
        .execute()
    await link(one.entryId, 'vi')
    await expect(link(far.entryId, 'en', sites.otherWard.id)).rejects.toThrow()
    await expect(link(same.entryId, 'vi')).rejects.toThrow()
    await expect(link(same.entryId, 'en')).rejects.toThrow('is not written in en')
  })
})

test('each page names the same addresses in both languages as the pages it names, and itself among them', async () => {
  const addresses = [...englishPages().map(([address]) => address), '/', '/chuyen-muc/tin-tuc', vietnamese.path]
  let pairs = 0
  for (const address of addresses) {
    const own = alternates(await page(address))
    if (own.size === 0) continue
    pairs++
    expect([...own.values()]).toContain(canonical(await page(address)))
    for (const href of new Set(own.values())) {
      const there = await read(sites.ward, href.replace(/^https?:\/\/[^/]+/, '') || '/')
      expect([href, there.status]).toEqual([href, 200])
      expect([href, alternates(await there.text())]).toEqual([href, own])
    }
  }
  expect(pairs).toBeGreaterThan(10)
})

const alternates = (html: string): Map<string, string> =>
  new Map(
    [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => [
      lang!,
      href!,
    ]),
  )
const canonical = (html: string): string | undefined => /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]

/** Tags told to the page stores while something is done. */
async function listening(work: () => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const heard: string[] = []
  client.on('notification', ({ payload }) => heard.push(...(payload ?? '').split(' ')))
  await client.query('listen khue_purge')
  await work()
  await client.query('select 1')
  await client.end()
  return heard
}
