import { createConnection, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { listen, listenerOf, readerLimits, type ClientLimits, type Listening } from './listen.ts'

/** Limits short enough to be waited for; everything not named is out of reach. */
const patient: ClientLimits = { ...readerLimits, every: 20 }
const large = Buffer.alloc(32 * 1024 * 1024, 'x')
let server: Listening | undefined
const open: Socket[] = []

afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy()
  await server?.close()
})

async function serve(limits: Partial<ClientLimits>): Promise<void> {
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === '/large') return new Response(large)
    if (pathname === '/never') return new Promise<Response>(() => {})
    return new Response(`read ${(await request.text()).length}`)
  }
  server = await listen(listenerOf(answer), {
    port: 0,
    host: '127.0.0.1',
    variable: 'PORT',
    limits: { ...patient, ...limits },
  })
}

/** A raw client: nothing is sent or read that the test does not say. */
function client(): Socket {
  const socket = createConnection(server!.port, '127.0.0.1')
  socket.on('error', () => {})
  open.push(socket)
  return socket
}

/** Everything the server sends until it closes the connection. */
const untilClosed = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let text = ''
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
    socket.on('close', () => resolve(text))
  })

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

async function ask(request: string): Promise<string> {
  const socket = client()
  const answer = untilClosed(socket)
  socket.write(request)
  return await answer
}

describe('a client that is slow is let go', () => {
  test('who never finishes the head of a request', async () => {
    await serve({ headers: 60, request: 60_000 })
    expect(statusOf(await ask('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '))).toBe(408)
  })

  test('who connects and says nothing', async () => {
    await serve({ headers: 60, request: 60_000 })
    expect(await ask('')).toMatch(/^(HTTP\/1\.1 408|$)/)
  })

  test('who never finishes a body', async () => {
    await serve({ headers: 50, request: 80 })
    expect(statusOf(await ask('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf'))).toBe(408)
  })

  test('who sends a byte of the head now and then', async () => {
    await serve({ headers: 150, request: 60_000 })
    const socket = client()
    const answer = untilClosed(socket)
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    const drip = setInterval(() => socket.writable && socket.write('x'), 20)
    expect(statusOf(await answer)).toBe(408)
    clearInterval(drip)
  })

  test('who asks for much and reads nothing', async () => {
    await serve({ idle: 100 })
    const socket = client()
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n')
    socket.pause()
    // The kernel tells a reader who does not read only when he looks: one write is enough to learn of it.
    const look = setInterval(() => socket.writable && socket.write('GET'), 50)
    await closed
    clearInterval(look)
  })

  test('who reads so little that the answer never ends', async () => {
    await serve({ idle: 60_000, slowestAnswer: 200 })
    const socket = client()
    let read = 0
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.on('data', (chunk: Buffer) => {
      read += chunk.length
      socket.pause()
      setTimeout(() => socket.resume(), 20)
    })
    socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n')
    await closed
    expect(read).toBeLessThan(large.length)
  })

  test('whose request is never answered, when nothing moves', async () => {
    await serve({ idle: 100 })
    expect(await ask('GET /never HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('')
  })

  test('while others are answered', async () => {
    await serve({ headers: 60_000, idle: 60_000 })
    for (let n = 0; n < 50; n++) client().write('GET / HTTP/1.1\r\nX: ')
    expect(statusOf(await ask('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'))).toBe(200)
  })
})

describe('a request that is too much is refused, and the connection closed', () => {
  const cases: [string, string, number][] = [
    ['a head of more than 16 KB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['an address of more than 16 KB', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['more than a hundred header lines', `GET / HTTP/1.1\r\nHost: a\r\n${'X: 1\r\n'.repeat(150)}\r\n`, 431],
    ['a body said to be too long', `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${2 ** 22}\r\n\r\n`, 413],
    ['a body of no said length', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n', 411],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'a length and pieces',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na',
      400,
    ],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\r\n\r\n', 400],
    ['a line break in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n', 400],
  ]
  test.each(cases)('%s', async (_, request, status) => {
    await serve({})
    const answer = await ask(request)
    expect(statusOf(answer)).toBe(status)
    expect(answer).toMatch(/X-Content-Type-Options: nosniff/)
    expect(answer).toMatch(/Content-Security-Policy: default-src 'none'/)
    expect(answer).toMatch(/Connection: close/i)
  })

  test('a connection beyond the number allowed is closed, and one that ends makes room', async () => {
    await serve({ connections: 2 })
    const first = client()
    const second = client()
    for (const socket of [first, second]) {
      socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
      await new Promise((resolve) => socket.once('data', resolve))
    }
    expect(await ask('GET / HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('')
    first.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(statusOf(await ask('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'))).toBe(200)
  })
})

describe('a well-behaved client', () => {
  test('sends a form, and asks again on the same connection', async () => {
    await serve({})
    const socket = client()
    const answer = untilClosed(socket)
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde')
    await new Promise((resolve) => socket.once('data', resolve))
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    expect([...(await answer).matchAll(/HTTP\/1\.1 200/g)]).toHaveLength(2)
  })

  test('may be asked to wait for the office, which weighs bodies itself', async () => {
    await serve({ body: undefined })
    const chunked =
      'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n'
    expect(await ask(chunked)).toMatch(/read 5/)
  })

  test('gets its answer while the server stops taking new ones', async () => {
    await serve({})
    const socket = client()
    let read = 0
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.on('data', (chunk: Buffer) => (read += chunk.length))
    socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n')
    await new Promise((resolve) => socket.once('data', resolve))
    await server!.close()
    await closed
    expect(read).toBeGreaterThan(large.length)
  })
})
