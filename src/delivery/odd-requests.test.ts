import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { ask, askRaw, startFront, type TestFront } from '../../tests/support/front.ts'
import { liveBuilder } from '../../tests/support/live.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { publicRoutes } from '../public-app.ts'
import type { Visit } from './visit.ts'

let database: TestDatabase
let sites: TestNetwork
let front: TestFront
let path: string
const visits: Visit[] = []

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  path = (await (await liveBuilder(database.db)).publish(sites.ward, { title: 'Lịch tiếp công dân' })).path
  front = await startFront(database.delivery, publicRoutes, { counter: { note: (visit) => void visits.push(visit) } })
}, 60_000)
afterAll(() => database.drop())
beforeEach(() => void (visits.length = 0))

const get = (target: string, headers: Record<string, string> = {}): Promise<Response> =>
  ask({ port: front.port, path: target, headers: { host: sites.ward.host, ...headers } })
const post = (target: string, fields: Record<string, string>, headers: Record<string, string>): Promise<Response> =>
  ask({
    port: front.port,
    path: target,
    method: 'POST',
    headers: { host: sites.ward.host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  })

describe('nobody is counted as a reader', () => {
  test('for a feed or a text, also under an address that is not kept', async () => {
    for (const target of ['/rss.xml?trang=2', '/robots.txt?q=1', '/.well-known/security.txt?muc=1', '/sitemap.xml?q=a'])
      expect((await get(target)).status).toBe(200)
    expect(visits).toEqual([])
  })

  test('for looking at a draft of the front page', async () => {
    await sql`insert into home_preview_link (token_hash, site_id, expires_at)
      values (sha256('tok'::bytea), ${sites.ward.id}, now() + interval '1 day')`.execute(database.owner)
    await sql`insert into home_arrangement (site_id, draft) values (${sites.ward.id}, '[]')`.execute(database.owner)
    expect((await get('/xem-thu-trang-chu/tok')).status).toBe(200)
    expect(visits).toEqual([])
  })

  test('for what a browser fetches ahead', async () => {
    const ways: Record<string, string>[] = [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }]
    for (const ahead of ways)
      for (const target of [path, '/tim-kiem?q=a%20b']) expect((await get(target, ahead)).status).toBe(200)
    expect(visits).toEqual([])
    await get(path)
    expect(visits).toHaveLength(1)
  })
})

test('health is told to load balancers that ask in HTTP/1.0 without a host, and nothing else is', async () => {
  expect(await askRaw(front.port, 'GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
  expect(await askRaw(front.port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  expect(await askRaw(front.port, 'GET /healthz HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
})

test('an English page has one address: its prefix written in another way is none', async () => {
  for (const target of ['/%65n/tim-kiem', '/e%6e/so-do-cong', `/%65n${path}`, '/%65n/sitemap.xml', '/en/en/tim-kiem'])
    expect((await get(target)).status, target).toBe(404)
  expect((await get('/en/tim-kiem')).status).toBe(200)
  expect((await get(`/en${path}`)).headers.get('location')).toBe(path)
})

test('a form that another portal of the network, or any other place, sends in the name of its readers is refused', async () => {
  const rating = { trang: '/', muc: 'hai-long' }
  const report = { bai: path, loai: 'fact', 'noi-dung': 'Số liệu ở đoạn hai chưa đúng' }
  const elsewhere: Record<string, string>[] = [
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: `http://${sites.otherWard.host}` },
    { origin: 'https://xau.test' },
  ]
  for (const headers of elsewhere) {
    expect((await post('/danh-gia', rating, headers)).status).toBe(403)
    expect((await post('/bao-loi', report, headers)).status).toBe(403)
  }
  const own: Record<string, string>[] = [
    {},
    { 'sec-fetch-site': 'same-origin' },
    { origin: `http://${sites.ward.host}` },
  ]
  for (const headers of own) {
    expect((await post('/danh-gia', rating, headers)).status).toBe(303)
    expect((await post('/bao-loi', report, headers)).status).toBe(303)
  }
})

test('an English page says which names of portals it has in Vietnamese alone', async () => {
  const page = await ask({ port: front.port, path: '/en/so-do-cong', headers: { host: sites.city.host } })
  expect(await page.text()).toMatch(/<a href="http:\/\/ba-dinh\.test[^"]*" lang="vi">\s*Cổng thông tin điện tử phường/)
})
