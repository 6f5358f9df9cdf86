import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { ask, askRaw, startFront, type TestFront } from '../../tests/support/front.ts'
import { liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { publicRoutes } from '../public-app.ts'
import type { Visit } from './visit.ts'

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let front: TestFront
let path: string
const visits: Visit[] = []

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  front = await startFront(database.delivery, publicRoutes, { counter: { note: (visit) => void visits.push(visit) } })
  path = (await live.publish(sites.ward, { title: 'Lịch tiếp công dân' })).path
}, 60_000)
afterAll(() => database.drop())
beforeEach(async () => {
  await front.upToDate()
  visits.length = 0
})

const get = (target: string, headers: Record<string, string | string[]> = {}, method = 'GET'): Promise<Response> =>
  ask({ port: front.port, path: target, method, headers: { host: sites.ward.host, ...headers } })

const bytes = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer())

describe('a reader', () => {
  test('gets a page drawn once, whichever way he takes it, and may ask whether he has it already', async () => {
    const plain = await get(path)
    const before = front.drawn()
    const text = await plain.text()
    expect(text).toContain('Lịch tiếp công dân')
    const [br, gzip] = [
      await get(path, { 'accept-encoding': 'gzip, br' }),
      await get(path, { 'accept-encoding': 'gzip;q=1, br;q=0' }),
    ]
    expect([br.headers.get('content-encoding'), gzip.headers.get('content-encoding')]).toEqual(['br', 'gzip'])
    expect(brotliDecompressSync(await bytes(br)).toString()).toBe(text)
    expect(gunzipSync(await bytes(gzip)).toString()).toBe(text)
    const etag = plain.headers.get('etag') as string
    for (const has of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
      const again = await get(path, { 'if-none-match': has })
      expect([again.status, again.headers.get('etag'), again.headers.get('content-type')]).toEqual([304, etag, null])
    }
    expect((await get(path, { 'if-none-match': 'W/"other"' })).status).toBe(200)
    const head = await get(path, { 'accept-encoding': 'br' }, 'HEAD')
    expect([head.status, head.headers.get('content-length')]).toEqual([200, br.headers.get('content-length')])
    for (const answer of [plain, br, gzip]) expect(answer.headers.get('vary')).toContain('Accept-Encoding')
    expect(front.drawn()).toBe(before)
  })

  test('is counted when he reads a page, new or old to him, and not by HEAD or for a feed', async () => {
    const etag = (await get(path)).headers.get('etag') as string
    await get(path, {
      'if-none-match': etag,
      'user-agent': 'Điện thoại'.normalize('NFD').replace(/[^ -~]/g, ''),
      referer: 'https://zalo.me/',
    })
    await get(path, {}, 'HEAD')
    await get('/rss.xml')
    await get('/khong-co-trang-nay')
    await get(`${path}?la=1`)
    expect(visits.map(({ siteId }) => siteId)).toEqual([sites.ward.id, sites.ward.id, sites.ward.id])
    expect(visits[1]).toMatchObject({ referrer: 'https://zalo.me/', address: '127.0.0.1', host: sites.ward.host })
    expect(visits[1]?.entryId).toBe(visits[0]?.entryId)
    expect(visits[0]?.entryId).toBeGreaterThan(0)
  })

  test('behind a trusted proxy is known by the address the proxy saw, not by one he made up', async () => {
    await get(path, { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' })
    expect(visits[0]?.address).toBe('203.0.113.9')
  })

  test('gets security headers with every answer', async () => {
    const etag = (await get(path)).headers.get('etag') as string
    const asset = /\/tai-nguyen\/[^"]+site\.css/.exec(await (await get(path)).text())?.[0] as string
    const answers = [
      await get(path),
      await get(path, { 'if-none-match': etag }),
      await get('/khong-co'),
      await get('/%zz'),
      await get('/danh-gia', {}, 'POST'),
      await get(asset),
      await get(asset, { 'if-none-match': (await get(asset)).headers.get('etag') as string }),
      await get('/', { host: 'la.test' }),
      await get('/', { host: '..' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 404, 400, expect.any(Number), 200, 304, 421, 421])
    for (const answer of answers) {
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src '(self|none)'/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBeTruthy()
      expect(answer.headers.get('permissions-policy')).toBeTruthy()
    }
    for (const hosts of ['', 'Host: ba-dinh.test\r\nHost: la.test\r\n']) {
      const answer = await askRaw(front.port, `GET / HTTP/1.1\r\n${hosts}\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(answer).toContain('Content-Security-Policy: ')
    }
  })

  test('keeps a stylesheet for a year under an address that names its content', async () => {
    const asset = /\/tai-nguyen\/[^"]+site\.css/.exec(await (await get('/')).text())?.[0] as string
    const [plain, br] = [await get(asset), await get(asset, { 'accept-encoding': 'br' })]
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(brotliDecompressSync(await bytes(br)).equals(await bytes(plain))).toBe(true)
    const older = await get(asset.replace(/[0-9a-f]{12}/, '000000000000'))
    expect([older.status, older.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect((await get('/tai-nguyen/../../package.json')).status).toBe(404)
  })
})

describe('a page', () => {
  test('asked for by many at once is drawn once', async () => {
    const { path: fresh } = await live.publish(sites.ward, { title: 'Tin khẩn' })
    await front.upToDate()
    const before = front.drawn()
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(fresh)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(front.drawn() - before).toBe(1)
  })

  test('has one place in the store whatever campaigns add to its address, and none under what no page reads', async () => {
    await get(path)
    const before = front.drawn()
    const held = front.held.store.figures().pages
    for (const added of ['utm_source=zalo', 'fbclid=abc&utm_medium=x', 'gclid=%00']) await get(`${path}?${added}`)
    expect(front.drawn()).toBe(before)
    for (const added of ['truoc=1-1', 'trang=2', 'x=1', 'truoc=1-1&truoc=2-2', 'q=%41'])
      expect([404, 200]).toContain((await get(`${path}?${added}`)).status)
    expect(front.held.store.figures().pages).toBe(held)
  })

  test('that is not there, gone, or a search is never kept', async () => {
    const { entryId, path: gone } = await live.publish(sites.ward, { title: 'Bài sẽ gỡ' })
    await live.withdraw(entryId, 'Sai')
    await front.upToDate()
    const held = front.held.store.figures().pages
    expect((await get(gone)).status).toBe(410)
    expect((await get('/bai-viet/khong-co')).status).toBe(404)
    expect((await get('/tim-kiem?q=lich')).status).toBe(200)
    expect(front.held.store.figures().pages).toBe(held)
  })
})
