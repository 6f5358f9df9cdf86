import { connect as dial } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../src/database/connect.ts'
import { createLogger } from '../../src/logger.ts'
import { publicRoutes, startPublicFace, type PublicFace } from '../../src/public-app.ts'
import { startDemoKhue, type DemoKhue } from '../support/demo-network.ts'
import { knownRoutes, stopOf } from '../support/public-addresses.ts'

// Two faces of the demo network through the real front: one as it stands, one behind TLS, which a proxy has ended.
let demo: DemoKhue
let overTls: PublicFace
let host: string
let article: string

beforeAll(async () => {
  demo = await startDemoKhue(async (db) => {
    await db.updateTable('site').set({ accent: '#0b6b52' }).where('key', '=', 'ba-dinh').execute()
  })
  const { config, database } = demo.khue
  const behindTls = { ...config, port: 0, publicScheme: 'https' as const }
  overTls = await startPublicFace(behindTls, database.url, createLogger('silent'), 2)
  ;({ host, address: article } = await stopOf(demo, 'GET /bai-viet/:slug'))
}, 120_000)
afterAll(async () => {
  await overTls?.stop()
  await demo?.khue.stop()
})

interface Told {
  status: number
  headers: ReadonlyMap<string, string[]>
  text: string
}

/** Sends bytes as they are; every line of what comes back, of the last answer. */
function say(port: number, head: string, body = ''): Promise<Told> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    const socket = dial(port, '127.0.0.1', () => socket.write(Buffer.from(`${head}\r\n\r\n${body}`, 'latin1')))
    socket.on('data', (piece) => pieces.push(piece))
    // Whoever is refused early may find the door shut while still speaking: what was answered counts.
    socket.on('error', (error) => (pieces.length > 0 ? undefined : reject(error)))
    socket.on('close', () => {
      const whole = Buffer.concat(pieces).toString('latin1')
      const [lines = '', ...rest] = whole.split('\r\n\r\n')
      const headers = new Map<string, string[]>()
      for (const line of lines.split('\r\n').slice(1)) {
        const [name = '', text = ''] = line.split(/: (.*)/s)
        headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), text])
      }
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(lines)?.[1]), headers, text: rest.join('\r\n\r\n') })
    })
    socket.setTimeout(15_000, () => socket.destroy(new Error('no answer')))
  })
}

const lines = (method: string, address: string, more: readonly string[] = [], at = host): string =>
  [`${method} ${address} HTTP/1.1`, `Host: ${at}`, 'Connection: close', ...more].join('\r\n')
const form = (text: string): string[] => [
  'Content-Type: application/x-www-form-urlencoded',
  `Content-Length: ${Buffer.byteLength(text)}`,
]

/** What is missing in the headers of an answer, as sentences; none when it is in order. */
function faultsOf({ headers }: Told, tls: boolean): string[] {
  const faults: string[] = []
  const one = (name: string): string => {
    const values = headers.get(name) ?? []
    if (values.length !== 1) faults.push(`${name} stands ${values.length} times`)
    return values[0] ?? ''
  }
  const policy = one('content-security-policy')
  if (!/default-src '(?:self|none)'/.test(policy)) faults.push(`policy ${policy}`)
  if (/unsafe|\*|https?:(?!\/\/localhost)(?![^;]*youtube|[^;]*vimeo)/.test(policy))
    faults.push(`policy allows: ${policy}`)
  if (!/frame-ancestors/.test(policy)) faults.push('anybody may frame it')
  if (one('x-content-type-options') !== 'nosniff') faults.push('types may be guessed')
  if (!/^(?:strict-origin-when-cross-origin|no-referrer)$/.test(one('referrer-policy'))) faults.push('referrer policy')
  if (!/camera=\(\).*microphone=\(\)/.test(one('permissions-policy'))) faults.push('permissions policy')
  for (const name of ['set-cookie', 'server', 'x-powered-by']) if (headers.has(name)) faults.push(`says ${name}`)
  const kept = headers.get('strict-transport-security')
  if (tls && !kept?.join().startsWith('max-age=31536000')) faults.push('not kept to TLS')
  if (!tls && kept) faults.push('kept to TLS where there is none')
  return faults
}

/** Scripts and styles written into a page, which the policy would not let run. */
const inline = (html: string): string[] =>
  (html.match(/<script(?![^>]*\ssrc=)(?![^>]*application\/ld\+json)[^>]*>|<style|\sstyle="|\son[a-z]+="/g) ?? []).slice(
    0,
    3,
  )

const faces = (): [name: string, port: number, tls: boolean][] => [
  ['plain', demo.khue.config.port, false],
  ['behind TLS', overTls.port, true],
]

test('every public route has an address on this tour, and no address is of a route that is gone', () => {
  expect([...knownRoutes].toSorted()).toEqual(publicRoutes.map(({ method, path }) => `${method} ${path}`).toSorted())
})

test.each(publicRoutes.map(({ method, path }) => `${method} ${path}`))(
  'a reader of %s is told how to be safe, drawn, held and not modified',
  async (route) => {
    const stop = await stopOf(demo, route)
    const method = route.split(' ')[0] as string
    const body = stop.form ? new URLSearchParams(stop.form).toString() : ''
    for (const [face, port, tls] of faces()) {
      const about = stop.form ? form(body) : []
      const told = await say(port, lines(method, stop.address, about, stop.host), body)
      expect([face, told.status]).toEqual([face, stop.status])
      expect([face, ...faultsOf(told, tls)]).toEqual([face])
      if (told.headers.get('content-type')?.[0]?.startsWith('text/html')) expect(inline(told.text)).toEqual([])
      if (method === 'POST') continue
      const etag = told.headers.get('etag')?.[0]
      const again: string[][] = [
        ['Accept-Encoding: br'],
        ['Accept-Encoding: gzip'],
        ...(etag ? [[`If-None-Match: ${etag}`]] : []),
      ]
      for (const asked of again) {
        const second = await say(port, lines('GET', stop.address, asked, stop.host))
        expect([asked[0], ...faultsOf(second, tls)]).toEqual([asked[0]])
        if (asked[0]?.startsWith('If-None')) expect(second.status).toBe(304)
      }
      const head = await say(port, lines('HEAD', stop.address, [], stop.host))
      expect([head.text, ...faultsOf(head, tls)]).toEqual([''])
    }
  },
  30_000,
)

const film = `select '/tep/' || m.id || '/x' from media m where m.mime like 'video/%'`
const gone = (state: string): string =>
  `select h.host || ' ' || a.path from gone_item g join address a on a.entry_id = g.entry_id and a.site_id = g.site_id join site_host h on h.site_id = g.site_id and h.is_primary where g.state = '${state}'`

describe('whatever goes wrong, a reader is told how to be safe', () => {
  const asked: readonly [name: string, status: number, () => Promise<[head: string, body?: string]>][] = [
    ['an address that cannot be one', 400, async () => [lines('GET', '/%zz')]],
    ['no host', 400, async () => ['GET / HTTP/1.1\r\nConnection: close']],
    ['two hosts', 400, async () => [lines('GET', '/', ['Host: la.test'])]],
    ['what is no HTTP', 400, async () => ['XIN CHAO']],
    ['two lengths', 400, async () => [lines('POST', '/danh-gia', ['Content-Length: 1', 'Content-Length: 2'])]],
    [
      'a form that is none',
      400,
      async () => [lines('POST', '/danh-gia', ['Content-Type: text/plain', 'Content-Length: 1']), 'x'],
    ],
    [
      'a form of another place',
      403,
      async () => [lines('POST', '/danh-gia', ['Sec-Fetch-Site: cross-site', ...form('a=b')]), 'a=b'],
    ],
    ['nothing there', 404, async () => [lines('GET', '/khong-co')]],
    ['nothing there, in English', 404, async () => [lines('GET', '/en/khong-co')]],
    ['a stylesheet of nobody', 404, async () => [lines('GET', '/tai-nguyen/x/khong-co.css')]],
    ['a way out of the folder', 404, async () => [lines('GET', '/tai-nguyen/../../package.json')]],
    ['a file of nobody', 404, async () => [lines('GET', '/tep/999999/a.pdf')]],
    ['a receipt of nobody', 404, async () => [lines('GET', '/bao-loi/AAAAAAAAAAAA')]],
    ['a method of nobody', 405, async () => [lines('PUT', article)]],
    ['a form to an article', 404, async () => [lines('POST', article, form('a=b')), 'a=b']],
    ['a method nobody knows', 400, async () => [lines('HOCVIEN', '/')]],
    [
      'an article that was withdrawn',
      410,
      async () => {
        const [at, address] = (await demo.one(gone('withdrawn'))).split(' ')
        return [lines('GET', address as string, [], at)]
      },
    ],
    [
      'an article that has expired',
      410,
      async () => {
        const [at, address] = (await demo.one(gone('expired'))).split(' ')
        return [lines('GET', address as string, [], at)]
      },
    ],
    [
      'a body without a length',
      411,
      async () => [lines('POST', '/danh-gia', ['Transfer-Encoding: chunked']), '0\r\n\r\n'],
    ],
    [
      'a form too heavy to read',
      413,
      async () => [lines('POST', '/danh-gia', form('x'.repeat(70_000))), 'x'.repeat(70_000)],
    ],
    ['a body too heavy to take', 413, async () => [lines('POST', '/danh-gia', ['Content-Length: 99999999'])]],
    ['an address too long', 414, async () => [lines('GET', `/tim-kiem?q=${'a'.repeat(9000)}`)]],
    ['a piece of a file it has not', 416, async () => [lines('GET', await whole(film), ['Range: bytes=99999999-'])]],
    ['a host of nobody', 421, async () => [lines('GET', '/', [], 'la.test')]],
    ['a host that cannot be one', 421, async () => [lines('GET', '/', [], '..')]],
    [
      'a report with nothing in it',
      422,
      async () => {
        const body = `bai=${encodeURIComponent(article)}`
        return [lines('POST', '/bao-loi', form(body)), body]
      },
    ],
    ['a head too large', 431, async () => [lines('GET', '/', [`X: ${'y'.repeat(20_000)}`])]],
    [
      'too many lines',
      431,
      async () => [
        lines(
          'GET',
          '/',
          Array.from({ length: 101 }, (_, at) => `X-${at}: a`),
        ),
      ],
    ],
  ]

  /** Where a file is under its proper name. */
  async function whole(query: string): Promise<string> {
    const address = await demo.one(query)
    return (await say(demo.khue.config.port, lines('GET', address))).headers.get('location')?.[0] ?? address
  }

  test.each(asked)('%s: %i', async (_, status, what) => {
    const [head, body] = await what()
    for (const [face, port, tls] of faces()) {
      const told = await say(port, head, body)
      expect([face, told.status]).toEqual([face, status])
      expect([face, ...faultsOf(told, tls)]).toEqual([face])
      expect(inline(told.text)).toEqual([])
    }
  })

  test('and with what is no page: stylesheets, scripts, fonts, health, ways on, pieces of films', async () => {
    const { text } = await say(demo.khue.config.port, lines('GET', article))
    const assets = [...new Set(text.match(/\/tai-nguyen\/[^"]+/g) ?? [])]
    expect(assets.some((asset) => asset.endsWith('.css')) && assets.some((asset) => asset.endsWith('.js'))).toBe(true)
    const older = assets[0]?.replace(/[0-9a-f]{12}/, '000000000000') as string
    const file = await whole(film)
    const all: [string, number, string[]?][] = [
      ...assets.map((asset): [string, number] => [asset, 200]),
      [older, 200],
      ['/healthz', 200],
      ['/readyz', 200],
      [await demo.one(film), 302],
      [file, 200],
      [file, 206, ['Range: bytes=0-99']],
      [`${article}/`, 301],
    ]
    for (const [face, port, tls] of faces())
      for (const [address, status, more] of all) {
        const told = await say(port, lines('GET', address, more))
        expect([address, told.status, ...faultsOf(told, tls)]).toEqual([address, status])
        expect(face).toBeTruthy()
      }
  })

  test('and while the database is away: what is held is shown, what is not says 503', async () => {
    const name = new URL(demo.khue.database.url).pathname.slice(1)
    const server = new URL(demo.khue.database.url)
    server.pathname = '/postgres'
    const admin = connect(server.href, 'owner', 1)
    const health = (port: number): Promise<Told> => say(port, lines('GET', '/readyz'))
    await sql`alter database ${sql.id(name)} allow_connections false`.execute(admin)
    try {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(admin)
      for (const [face, port, tls] of faces()) {
        const search = await say(port, lines('GET', '/tim-kiem?q=chua+ai+tim'))
        expect([face, search.status, ...faultsOf(search, tls)]).toEqual([face, 503])
        const held = await say(port, lines('GET', article))
        expect([face, held.status, ...faultsOf(held, tls)]).toEqual([face, 200])
        expect([face, ...faultsOf(await health(port), tls)]).toEqual([face])
      }
    } finally {
      await sql`alter database ${sql.id(name)} allow_connections true`.execute(admin)
      await admin.destroy()
    }
  })
})
