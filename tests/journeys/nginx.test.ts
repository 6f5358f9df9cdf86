import { connect, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { startProcess, untilSaid, untilTrue, type Started } from '../support/khue-process.ts'
import { freePort } from '../support/khue.ts'
import { liveBuilder, type LiveBuilder } from '../support/live.ts'
import { startNginx, type TestNginx } from '../support/nginx.ts'
import { network, type TestNetwork } from '../support/sites.ts'

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let khue: Started
let nginx: TestNginx
let session: ClientHttp2Session
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-behind-nginx-'))

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  const [publicPort, officePort] = [await freePort(), await freePort()]
  nginx = await startNginx({
    publicPort,
    officePort,
    publicNames: 'ba-dinh.test ngoc-ha.test',
    officeName: 'office.test',
  })
  khue = startProcess(['serve', '--role', 'all'], {
    KHUE_HOME: home,
    DATABASE_URL: database.url,
    PORT: String(publicPort),
    OFFICE_PORT: String(officePort),
    PUBLIC_SCHEME: 'https',
    OFFICE_URL: 'https://office.test',
    SHARED_CACHE: 'on',
  })
  await untilSaid(khue, 'Dữ liệu (data)')
  session = to('ba-dinh.test')
}, 60_000)
afterAll(async () => {
  session.close()
  khue.child.kill('SIGTERM')
  await khue.ended
  await nginx.stop()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const names = new WeakMap<ClientHttp2Session, string>()

/** A browser's connection to a name: TLS with a certificate that is checked, and HTTP/2. */
function to(name: string): ClientHttp2Session {
  const opened = connect(`https://${name}:${nginx.ports.tls}`, {
    ca: nginx.certificates,
    servername: name,
    lookup: (_, options, found) =>
      options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4),
  })
  opened.on('error', () => {})
  names.set(opened, name)
  return opened
}

interface Read {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

const ask = (address: string, headers: Record<string, string> = {}, over = session): Promise<Read> =>
  new Promise((resolve, reject) => {
    const stream = over.request({ ':path': address, ':authority': names.get(over) ?? '', ...headers })
    const chunks: Buffer[] = []
    let head: IncomingHttpHeaders = {}
    stream.on('response', (given) => (head = given))
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('error', reject)
    stream.on('end', () => resolve({ status: Number(head[':status']), headers: head, body: Buffer.concat(chunks) }))
    stream.end()
  })
const read = async (address: string): Promise<string> => (await ask(address)).body.toString()

describe('a reader behind nginx', () => {
  test('speaks HTTP/2 with the portal named by the certificate', async () => {
    const { status, headers, body } = await ask('/')
    expect([session.alpnProtocol, status]).toEqual(['h2', 200])
    expect(body.toString()).toContain('phường Ba Đình')
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    for (const internal of ['cache-tag', 'x-accel-expires', 'set-cookie', 'x-powered-by'])
      expect(headers[internal], internal).toBeUndefined()
  })

  test('on plain HTTP is sent to TLS, and under a name nobody has gets no certificate at all', async () => {
    const plain = await fetch(`http://127.0.0.1:${nginx.ports.plain}/tim-kiem?q=a`, { redirect: 'manual' })
    expect([plain.status, plain.headers.get('location')]).toEqual([301, 'https://127.0.0.1/tim-kiem?q=a'])
    const nobody = to('nobody.test')
    const refused = await new Promise<Error>((resolve) => nobody.on('error', resolve))
    expect(refused.message).toMatch(/alert|unrecognized|handshake/i)
  })

  test('gets pages compressed, and a 304 for what the browser holds', async () => {
    const zipped = await ask('/', { 'accept-encoding': 'gzip' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).toString()).toContain('phường Ba Đình')
    const brotli = await ask('/', { 'accept-encoding': 'gzip, deflate, br, zstd' })
    expect(brotli.headers['content-encoding']).toBe('br')
    const again = await ask('/', { 'accept-encoding': 'gzip', 'if-none-match': String(zipped.headers.etag) })
    expect([again.status, again.body.length]).toEqual([304, 0])
    const unzipped = await ask('/', { 'accept-encoding': 'gzip;q=0, br;q=0' })
    expect([unzipped.headers['content-encoding'], unzipped.body.toString().includes('Ba Đình')]).toEqual([
      undefined,
      true,
    ])
  })

  test('sees what is published at once, and no longer what is withdrawn', async () => {
    await read('/')
    await read('/')
    const { entryId, path: address } = await live.publish(sites.ward, { title: 'Lịch tiêm chủng tháng 12' })
    // The notification travels beside the commit; nginx must add nothing to it.
    await untilTrue(
      async () => (await read('/')).includes('Lịch tiêm chủng'),
      () => 'the new article',
      { seconds: 2 },
    )
    expect((await ask(address)).status).toBe(200)
    expect((await ask(address)).status).toBe(200)
    await live.withdraw(entryId, 'Nhầm ngày.')
    await untilTrue(
      async () => (await ask(address)).status === 410,
      () => 'the end of it',
      { seconds: 2 },
    )
    expect(await read('/')).not.toContain('Lịch tiêm chủng')
  })

  test('cannot be shown what another portal shows at the same address', async () => {
    const other = to('ngoc-ha.test')
    expect((await ask('/', {}, other)).body.toString()).toContain('phường Ngọc Hà')
    expect(await read('/')).not.toContain('<title>Cổng thông tin điện tử phường Ngọc Hà')
    other.close()
  })

  test('gets stylesheets for a year', async () => {
    const address = /\/tai-nguyen\/[^"]+site\.css/.exec(await read('/'))?.[0] ?? ''
    const { headers } = await ask(address, { 'accept-encoding': 'gzip' })
    expect(headers['cache-control']).toContain('immutable')
  })

  test('never comes to the office by the address of a portal', async () => {
    expect((await ask('/dang-nhap')).status).toBe(404)
    expect((await ask('/', { ':authority': 'office.test' })).body.toString()).not.toContain('Tòa soạn')
    const office = to('office.test')
    expect((await ask('/dang-nhap', {}, office)).body.toString()).toContain('Đăng nhập')
    office.close()
  })

  test('is told what to do when a form is too large, and when headers are', async () => {
    const large = await ask('/tim-kiem', { ':method': 'POST', 'content-length': String(50 * 1024 * 1024) })
    expect(large.status).toBe(413)
    const headers = Object.fromEntries(Array.from({ length: 4 }, (_, n) => [`x-${n}`, 'x'.repeat(9000)]))
    expect([400, 431]).toContain((await ask('/', headers, to('ba-dinh.test')).catch(() => ({ status: 431 }))).status)
  })

  test('goes on reading what is held when Khuê is gone, and is told kindly about the rest', async () => {
    const { path: address } = await live.publish(sites.ward, { title: 'Số điện thoại đường dây nóng' })
    await untilTrue(
      async () => (await read('/')).includes('đường dây nóng'),
      () => 'the article',
      { seconds: 2 },
    )
    const { entryId, path: wrong } = await live.publish(sites.ward, { title: 'Tin sai' })
    for (const page of [address, wrong, address, wrong]) expect((await ask(page)).status).toBe(200)
    await live.withdraw(entryId, 'Sai.')
    await untilTrue(
      async () => (await ask(wrong)).status === 410,
      () => 'the end of it',
      { seconds: 2 },
    )
    khue.child.kill('SIGKILL')
    await khue.ended
    expect([(await ask(address)).status, (await ask('/')).status]).toEqual([200, 200])
    // What was withdrawn before does not come back.
    expect((await ask(wrong)).status).toBe(410)
    const away = await ask('/chua-ai-doc')
    expect([away.status, away.headers['retry-after'], away.body.toString()]).toEqual([
      503,
      '30',
      expect.stringContaining('Xin bạn thử lại'),
    ])
    expect(away.headers['content-security-policy']).toContain("default-src 'none'")
    expect(away.headers['strict-transport-security']).toBeDefined()
  })
})
