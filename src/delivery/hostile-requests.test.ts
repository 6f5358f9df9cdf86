import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { ask, askRaw, startFront, type TestFront } from '../../tests/support/front.ts'
import { liveBuilder } from '../../tests/support/live.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { publicRoutes } from '../public-app.ts'
import { asBuffer } from './store/press-page.ts'

// HOSTILE_MS=60000 looks deeper, each time with other requests.
const deeper = process.env.HOSTILE_MS
const patience = Number(deeper ?? 15_000)

let database: TestDatabase
let sites: TestNetwork
let front: TestFront
let path: string

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  path = (await (await liveBuilder(database.db)).publish(sites.ward, { title: 'Lịch tiếp công dân' })).path
  front = await startFront(database.delivery, publicRoutes)
}, 60_000)
afterAll(() => database.drop())

const get = (target: string): Promise<Response> =>
  ask({ port: front.port, path: target, headers: { host: sites.ward.host } })

const piece = fc.constantFrom(
  '/',
  '//',
  '/..',
  '/../..',
  '/.',
  '\\',
  '%2e%2e',
  '%2f',
  '%00',
  '%zz',
  '%0d%0aSet-Cookie:%20a=b',
  '?',
  '#',
  '&',
  '=',
  ';',
  'bai-viet',
  'chuyen-muc',
  'tin-tuc',
  'tep',
  '1',
  'tai-nguyen',
  'xem-thu',
  'en',
  'rss.xml',
  'truoc=1-1',
  'q=',
  'utm_source=x',
  'p=1',
  'ữ',
  '\u00ff',
  '*',
  'http://la.test/',
  '@',
  ':',
  "'",
  '"',
  '<script>',
  'a'.repeat(3000),
)
const targets = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join('')}`),
  fc.constantFrom(
    '/',
    '*',
    '',
    'la.test:80',
    'http://la.test/',
    'http://ba-dinh.test/',
    '/?q=1#x',
    '/.well-known/security.txt',
  ),
  fc.string({ maxLength: 40 }),
)
const lines = fc.array(
  fc.oneof(
    fc.constantFrom(
      'X-Forwarded-Host: la.test',
      'X-Original-URL: /khac',
      'X-Rewrite-URL: /khac',
      'Accept-Language: en',
      'Cookie: a=b',
      'Range: bytes=0-3',
      'Accept-Encoding: gzip;q=x,br;q=0,*',
      'Accept-Encoding: identity;q=0',
      'Host: la.test',
      'Forwarded: host=la.test',
      'X-Forwarded-Proto: https',
      'X-HTTP-Method-Override: POST',
      'Transfer-Encoding: chunked',
      'Content-Length: 5',
      'Content-Length: 5\r\nContent-Length: 6',
      'Connection: upgrade\r\nUpgrade: h2c',
      'Expect: 100-continue',
      'Expect: x',
      'If-None-Match: *',
      'If-Range: x',
      'X-Forwarded-For: , ,x',
      'Accept: image/webp',
      'Vary: *',
      ' folded',
      'no colon',
      'User-Agent: '.padEnd(9000, 'x'),
      `X: ${'y'.repeat(20_000)}`,
      'TE: trailers',
      'Origin: http://la.test',
      'Sec-Fetch-Mode: navigate',
    ),
    fc.string({ maxLength: 30 }),
  ),
  { maxLength: 6 },
)
const requests = fc.record({
  method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'TRACE', 'OPTIONS', 'get', 'XYZ', ''),
  target: targets,
  version: fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9'),
  host: fc.constantFrom(
    'ba-dinh.test',
    'BA-DINH.test.',
    'ba-dinh.test:1',
    'thanh-pho.test',
    'la.test',
    '',
    'a b',
    '[::1]',
    'ba-dinh.test\t',
  ),
  lines,
})

test(
  'whatever is sent, the answer is no fault of ours, and nobody else is shown anything of it',
  { timeout: patience + 45_000 },
  async () => {
    const shown = ['/', path, '/chuyen-muc/tin-tuc', '/rss.xml']
    const clean = new Map<string, string>()
    for (const target of shown) clean.set(target, await (await get(target)).text())
    const until = Date.now() + patience
    await fc.assert(
      fc.asyncProperty(fc.array(requests, { minLength: 1, maxLength: 4 }), fc.nat(3), async (all, which) => {
        if (Date.now() > until) return
        const attacked = shown[which] as string
        front.held.store.clear()
        for (const { method, target, version, host, lines: more } of all) {
          const aimed = target.length % 3 === 0 ? attacked : target
          const answer = await askRaw(
            front.port,
            [`${method} ${aimed} ${version}`, `Host: ${host}`, ...more, 'Connection: close', '', ''].join('\r\n'),
          )
          expect(answer).not.toMatch(/^HTTP\/1\.1 5\d\d/m)
          if (answer) expect(answer).toMatch(/^HTTP\/1\.1 [1-4]\d\d/)
          expect(answer).not.toMatch(/^set-cookie:/im)
        }
        expect(await (await get(attacked)).text()).toBe(clean.get(attacked))
        for (const page of Array.from(front.held.store.values())) {
          const site = Object.values(sites).find((one) => one.id === page.siteId)
          const held = gunzipSync(asBuffer(page.gzip)).toString()
          front.held.store.drop(page)
          const drawn = await ask({ port: front.port, path: page.name, headers: { host: site?.host ?? '' } })
          expect(await drawn.text()).toBe(held)
        }
      }),
      deeper ? { numRuns: 100_000, endOnFailure: true } : { numRuns: 200, endOnFailure: true, seed: 11 },
    )
  },
)
