import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let read: Reader
let topic: { id: number; slug: string }
let corrected: { entryId: number; path: string }
let withdrawn: { entryId: number; path: string }
let expired: { entryId: number; path: string }

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  read = reader(database.delivery)
  topic = await live.topic('Chuyển đổi số')
  const lead = { mediaId: await live.picture(sites.ward), alt: 'Hồ bơi', caption: '', source: '' }
  const words = { summary: 'Tóm tắt & hơn thế <b>', topicIds: [topic.id] }
  corrected = await live.publish(
    sites.ward,
    { title: 'Giờ mở cửa hồ bơi', ...words, lead },
    { correctionNote: 'Mở lúc 8 giờ & không phải 9 giờ.', updatedAt: new Date('2026-11-20T01:00:00Z') },
  )
  await live.publish(sites.ward, { title: 'Thông báo nghỉ', ...words }, { sections: ['thong-bao'] })
  await live.publish(sites.ward, {
    title: 'The pool opens',
    language: 'en',
    summary: 'At eight.',
    topicIds: [topic.id],
  })
  withdrawn = await live.publish(sites.ward, { title: 'Bài sẽ gỡ', ...words })
  expired = await live.publish(sites.ward, { title: 'Bài sẽ hết hạn' }, { sections: ['thong-bao'] })
  await live.withdraw(withdrawn.entryId, 'Sai số liệu')
  await live.expire(expired.entryId)
}, 60_000)
afterAll(() => database.drop())

const text = async (address: string): Promise<string> => (await read(sites.ward, address)).text()
interface JsonFeed {
  version: string
  language: string
  feed_url: string
  items: { id: string; url: string; title: string; content_html: string; date_modified: string; image?: string }[]
  _khue: { removed: { id: string; url: string; state: string; date_removed: string }[] }
}
const json = async (address: string): Promise<JsonFeed> => JSON.parse(await text(address)) as JsonFeed

function wellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

const stems = ['', '/chuyen-muc/tin-tuc', '/chuyen-muc/thong-bao', '/chuyen-de/chuyen-doi-so']
const everyFeed = ['', '/en'].flatMap((language) =>
  stems.flatMap((stem) => ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${language}${stem}/${file}`)),
)

describe('feeds', () => {
  test.each(everyFeed)(
    '%s is well formed, in its language, stays the same byte for byte, and answers 304',
    async (address) => {
      const answer = await read(sites.ward, address)
      const body = await answer.text()
      const type = { xml: 'application/(rss|atom)\\+xml', json: 'application/feed\\+json' }[address.split('.')[1]!]!
      expect(answer.headers.get('content-type')).toMatch(new RegExp(type))
      if (address.endsWith('.xml')) wellFormed(body)
      else JSON.parse(body)
      const language = address.startsWith('/en/') ? 'en' : 'vi'
      expect(body).toMatch(new RegExp(`<language>${language}<|xml:lang="${language}"|"language":"${language}"`))
      expect(body).toContain(`http://ba-dinh.test:3000${address}`)
      expect(await text(address)).toBe(body)
      const again = await read(sites.ward, address, { headers: { 'if-none-match': answer.headers.get('etag')! } })
      expect(again.status).toBe(304)
    },
  )

  test('are named by the pages they belong to', async () => {
    for (const [page, stem] of [
      ['/', ''],
      ['/chuyen-muc/tin-tuc', '/chuyen-muc/tin-tuc'],
      ['/en/chuyen-de/chuyen-doi-so', '/en/chuyen-de/chuyen-doi-so'],
    ]) {
      const html = await text(page!)
      for (const file of ['rss.xml', 'atom.xml', 'feed.json']) expect(html).toContain(`href="${stem}/${file}"`)
    }
  })

  test('below /en hold English entries alone, the others Vietnamese ones', async () => {
    expect((await json('/en/feed.json')).items.map(({ title }) => title)).toEqual(['The pool opens'])
    expect((await json('/feed.json')).items.map(({ title }) => title)).not.toContain('The pool opens')
  })

  test('of nothing are not there', async () => {
    expect((await read(sites.ward, '/chuyen-muc/khong-co/feed.json')).status).toBe(404)
    expect((await read(sites.ward, '/chuyen-de/khong-co/atom.xml')).status).toBe(404)
  })
})

test('a correction is told in the content of the item, and moves its time', async () => {
  const item = (await json('/feed.json')).items.find(({ url }) => url.endsWith(corrected.path))!
  expect(item.content_html).toContain('Đính chính lúc 08:00 20/11/2026')
  expect(item.content_html).toContain('8 giờ &amp; không phải 9 giờ')
  expect(item.content_html).not.toContain('<b>')
  expect(item.date_modified).toBe('2026-11-20T01:00:00.000Z')
  expect(item.image).toMatch(/^http:\/\/ba-dinh\.test:3000\/tep\/\d+\/640\.webp$/)
  expect(await text('/atom.xml')).toContain('<updated>2026-11-20T01:00:00.000Z</updated>')
  expect(await text('/rss.xml')).toMatch(/<enclosure url="[^"]+" length="[1-9]\d*" type="image\/webp"\/>/)
})

test('what was withdrawn or expired stands in the lists it was on as removed, by the name it had, and in no other', async () => {
  const known = (await json('/feed.json')).items.map(({ id }) => id)
  const removed = async (address: string): Promise<string[]> =>
    (await json(address))['_khue'].removed.map(({ url, state }) => `${state} ${new URL(url).pathname}`)
  const [gone, over] = [`withdrawn ${withdrawn.path}`, `expired ${expired.path}`]
  expect((await removed('/feed.json')).toSorted()).toEqual([over, gone].toSorted())
  expect(await removed('/chuyen-muc/tin-tuc/feed.json')).toEqual([gone])
  expect(await removed('/chuyen-muc/thong-bao/feed.json')).toEqual([over])
  expect(await removed('/chuyen-de/chuyen-doi-so/feed.json')).toEqual([gone])
  expect(await removed('/en/feed.json')).toEqual([])
  const atom = await text('/chuyen-muc/tin-tuc/atom.xml')
  expect(atom).toContain(`<at:deleted-entry ref="tag:ba-dinh.test,2026:${withdrawn.entryId}" when="`)
  expect(known).not.toContain(`tag:ba-dinh.test,2026:${withdrawn.entryId}`)
  expect(await text('/rss.xml')).not.toContain(withdrawn.path)
})

test('an entry keeps its name when its address changes', async () => {
  const before = (await json('/feed.json')).items.find(({ url }) => url.endsWith(corrected.path))!
  await database.db.updateTable('address').set({ isCurrent: false }).where('entryId', '=', corrected.entryId).execute()
  await database.db
    .insertInto('address')
    .values({ siteId: sites.ward.id, path: '/bai-viet/dia-chi-moi', entryId: corrected.entryId, isCurrent: true })
    .execute()
  const after = (await json('/feed.json')).items.find(({ url }) => url.endsWith('/bai-viet/dia-chi-moi'))!
  expect(after.id).toBe(before.id)
})

test('times are written as each form asks', async () => {
  const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
  for (const [, time] of (await text('/atom.xml')).matchAll(/<(?:updated|published)>([^<]+)</g))
    expect(time).toMatch(rfc3339)
  for (const { date_modified } of (await json('/feed.json')).items) expect(date_modified).toMatch(rfc3339)
  for (const [, time] of (await text('/rss.xml')).matchAll(/<(?:pubDate|lastBuildDate)>([^<]+)</g))
    expect(time).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/)
})
