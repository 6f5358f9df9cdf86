import { afterAll, beforeAll, expect, test } from 'vitest'
import { SaxesParser } from 'saxes'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import type { PublicRoute } from '../delivery/route.ts'
import { citizenPages } from '../delivery/citizen-pages.ts'
import { statementPages } from '../delivery/statement-pages.ts'
import { showMap, showMapPart } from './site-map.ts'

/** Home, site map in both languages, two sections, the pages for citizens and the statements in both. */
const pages = 5 + 2 * (citizenPages.length + statementPages.length)

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let read: Reader

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  read = reader(database.delivery)
  for (let n = 0; n < 40; n++)
    await live.publish(
      sites.ward,
      { title: `Tin “${n}” & <chuyện> ]]> khác`, summary: 'Tóm tắt & hơn thế' },
      { sections: [n % 2 ? 'tin-tuc' : 'thong-bao'] },
    )
}, 60_000)
afterAll(() => database.drop())

function elements(xml: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => names.push(name))
  parser.write(xml).close()
  return names
}

test.each([
  ['/rss.xml', 'application/rss+xml', 'item'],
  ['/atom.xml', 'application/atom+xml', 'entry'],
])('%s is well formed and holds the newest thirty', async (address, type, item) => {
  const answer = await read(sites.ward, address)
  const xml = await answer.text()
  expect(answer.headers.get('content-type')).toContain(type)
  expect(elements(xml).filter((name) => name === item)).toHaveLength(30)
  expect(xml).toContain('http://ba-dinh.test:3000/bai-viet/')
  expect(xml).toContain(`http://ba-dinh.test:3000${address}`)
  expect((await read(sites.ward, address, { headers: { 'if-none-match': answer.headers.get('etag')! } })).status).toBe(
    304,
  )
})

test('a section has a feed of its own', async () => {
  const xml = await (await read(sites.ward, '/chuyen-muc/thong-bao/rss.xml')).text()
  expect(elements(xml)).toContain('item')
  expect(xml).toContain('Tin “0”')
  expect(xml).not.toContain('Tin “1”')
  expect((await read(sites.ward, '/chuyen-muc/khong-co/rss.xml')).status).toBe(404)
})

test('the map for search engines lists every article and section once', async () => {
  const xml = await (await read(sites.ward, '/sitemap.xml')).text()
  const places = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place)
  expect(elements(xml).filter((name) => name === 'url')).toHaveLength(40 + pages)
  expect(new Set(places).size).toBe(40 + pages)
})

test('a map too long for one file is an index of parts that hold everything once', async () => {
  const routes: PublicRoute[] = [
    { method: 'GET', path: '/sitemap.xml', handle: (c) => showMap(c, 15) },
    { method: 'GET', path: '/sitemap/:part', handle: (c) => showMapPart(c, 15) },
  ]
  const small = reader(database.delivery, routes)
  const index = await (await small(sites.ward, '/sitemap.xml')).text()
  const parts = [...index.matchAll(/<loc>http:\/\/ba-dinh\.test:3000([^<]+)<\/loc>/g)].map(([, place]) => place!)
  expect(parts).toHaveLength(4)
  const places = (await Promise.all(parts.map(async (part) => (await small(sites.ward, part)).text()))).flatMap((xml) =>
    [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place),
  )
  expect(places).toHaveLength(40 + pages)
  expect(new Set(places).size).toBe(40 + pages)
  expect((await small(sites.ward, '/sitemap/2147483647.xml')).status).toBe(404)
})

test('robots are shown the map, and kept from searching', async () => {
  const text = await (await read(sites.ward, '/robots.txt')).text()
  expect(text).toContain('Sitemap: http://ba-dinh.test:3000/sitemap.xml')
  expect(text).toContain('Disallow: /tim-kiem')
})

test('a title or summary in which signs of XML are hidden stays text in the feeds', async () => {
  const trick = 'Ai ]]> hay ]]><item><title>Tin giả</title></item> đó <b>'
  await live.publish(sites.otherWard, { title: trick, summary: trick })
  for (const [address, item] of [
    ['/rss.xml', 'item'],
    ['/atom.xml', 'entry'],
  ] as const) {
    const names = elements(await (await read(sites.otherWard, address)).text())
    expect(names.filter((name) => name === item)).toHaveLength(1)
    expect(names).not.toContain('b')
  }
})
