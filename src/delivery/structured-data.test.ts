import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder } from '../../tests/support/live.ts'
import { person } from '../../tests/support/people.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { dataText } from './structured-data.ts'

let database: TestDatabase
let sites: TestNetwork
let read: Reader
let article: { entryId: number; path: string }
let english: { entryId: number; path: string }
let copy: string

type Found = Record<string, unknown>

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  read = reader(database.delivery)
  const live = await liveBuilder(database.db)
  const author = await live.author('Trần Thị Lan')
  article = await live.publish(
    sites.ward,
    {
      title: 'Lớp học bơi </script><b> cho trẻ em',
      summary: 'Miễn phí.',
      lead: { mediaId: await live.picture(sites.ward), alt: 'Hồ bơi', caption: '', source: '' },
      credits: [{ authorId: author.id, name: 'Trần Thị Lan', part: 'text' }],
      tags: ['bơi lội'],
    },
    { correctionNote: 'Bắt đầu từ tháng Bảy.', updatedAt: new Date('2026-11-20T01:00:00Z') },
  )
  english = await live.publish(sites.ward, { title: 'Swimming lessons', language: 'en' })
  copy = await live.copy(english.entryId, sites.city)
  const by = (await person(database.db, 'Phạm Thị Dịch', [])).id
  const common = { groupId: article.entryId, siteId: sites.ward.id, linkedBy: by }
  await database.db
    .insertInto('entryTranslation')
    .values([
      { ...common, entryId: article.entryId, language: 'vi' },
      { ...common, entryId: english.entryId, language: 'en' },
    ])
    .execute()
}, 60_000)
afterAll(() => database.drop())

/** The things a page tells search engines of, by type. */
async function thingsOn(address: string, site = sites.ward): Promise<Record<string, Found>> {
  const html = await (await read(site, address)).text()
  const [, data, ...more] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  expect(more).toEqual([])
  const value = JSON.parse(data!) as { '@context': string; '@graph': Found[] }
  expect(value['@context']).toBe('https://schema.org')
  return Object.fromEntries(value['@graph'].map((thing) => [String(thing['@type']), thing]))
}

/** Every value of a thing with the path of keys that leads to it. */
const leaves = (value: unknown, path = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${key}`))
    : [[path, value]]

test.each(['/', '/en', '/chuyen-muc/tin-tuc', '/luu-tru', '/luu-tru/2026-11', '/so-do-cong'])(
  'on %s nothing is empty and every address is whole',
  async (address) => {
    for (const [path, value] of leaves(await thingsOn(address))) {
      expect([path, value]).not.toEqual([path, expect.toBeOneOf([undefined, null, '', 'undefined'])])
      if (/\.(url|@id|item|urlTemplate|logo)$/.test(path))
        expect([path, String(value)]).toEqual([path, expect.stringMatching(/^http:\/\/ba-dinh\.test:3000\//)])
    }
  },
)

test('the home page names the agency as a government organization, and the portal with its search', async () => {
  const things = await thingsOn('/')
  expect(things.GovernmentOrganization).toMatchObject({
    name: 'UBND Cổng thông tin điện tử phường Ba Đình',
    telephone: '024.0000.0000',
    logo: { '@type': 'ImageObject' },
    address: { '@type': 'PostalAddress', addressCountry: 'VN' },
    parentOrganization: { '@type': 'GovernmentOrganization', name: 'UBND Thành phố' },
  })
  expect(things.WebSite).toMatchObject({ inLanguage: 'vi', potentialAction: { 'query-input': 'required name=q' } })
  expect((await thingsOn('/en')).WebSite).toMatchObject({ inLanguage: 'en', url: 'http://ba-dinh.test:3000/en' })
})

test('an article carries what search engines ask of a NewsArticle, its corrections and its way from the home page', async () => {
  const { NewsArticle, BreadcrumbList } = await thingsOn(article.path)
  expect(NewsArticle).toMatchObject({
    headline: 'Lớp học bơi </script><b> cho trẻ em',
    inLanguage: 'vi',
    url: `http://ba-dinh.test:3000${article.path}`,
    image: { '@type': 'ImageObject', width: 1280, height: 800, caption: 'Hồ bơi' },
    author: [{ '@type': 'Person', name: 'Trần Thị Lan', url: 'http://ba-dinh.test:3000/tac-gia/tran-thi-lan' }],
    publisher: { '@type': 'GovernmentOrganization', logo: { '@type': 'ImageObject' } },
    isPartOf: { '@type': 'WebSite' },
    articleSection: 'Tin tức',
    keywords: ['bơi lội'],
    dateModified: '2026-11-20T01:00:00.000Z',
    correction: [
      { '@type': 'CorrectionComment', text: 'Bắt đầu từ tháng Bảy.', datePublished: '2026-11-20T01:00:00.000Z' },
    ],
    workTranslation: { inLanguage: 'en', url: `http://ba-dinh.test:3000${english.path}` },
  })
  const steps = (BreadcrumbList as { itemListElement: { position: number; name: string; item?: string }[] })
    .itemListElement
  expect(steps.map(({ name }) => name)).toEqual(['Trang chủ', 'Tin tức', 'Lớp học bơi </script><b> cho trẻ em'])
  expect(steps.map(({ position }) => position)).toEqual([1, 2, 3])
})

test('a translation names its original; without named authors the agency stands as author', async () => {
  const { NewsArticle } = await thingsOn(english.path)
  expect(NewsArticle).toMatchObject({
    inLanguage: 'en',
    author: { '@type': 'GovernmentOrganization' },
    translationOfWork: { inLanguage: 'vi', url: `http://ba-dinh.test:3000${article.path}` },
  })
  expect(NewsArticle).not.toHaveProperty('workTranslation')
})

test('a copy on another portal names the address at home, and no version its portal does not show', async () => {
  const { NewsArticle } = await thingsOn(copy, sites.city)
  expect(NewsArticle).toMatchObject({ url: `http://ba-dinh.test:3000${english.path}` })
  expect(NewsArticle).not.toHaveProperty('translationOfWork')
})

test('no text of an editor ends the script element it stands in', () => {
  expect(dataText([{ '@type': 'Thing', name: '</script><script>alert(1)</script>' }])).not.toContain('<')
})
