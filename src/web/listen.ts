import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { mostHeaders, refuse, refuseUnreadable } from './refuse-client.ts'

export interface Listening {
  port: number
  /** Takes no new connection, finishes the requests at work (at most 10 seconds), then resolves. */
  close(): Promise<void>
}

/** What one client may cost before it is let go. Times in milliseconds, sizes in bytes. */
export interface ClientLimits {
  /** For the head of a request to arrive. */
  headers: number
  /** For a whole request to arrive, with its body. */
  request: number
  /** A connection on which nothing moves, in either direction, while a request is at work. */
  idle: number
  /** A connection kept open between two requests. */
  keepAlive: number
  /** For a reader who keeps an answer waiting, however little he takes at a time. */
  slowestAnswer: number
  /** How often the times are looked at. */
  every: number
  /** Open connections of this process; more are closed at once, or handed to another worker. */
  connections: number
  /** The largest body; undefined where the router asks for itself. A body without a length is refused. */
  body?: number
  /** Of addresses that take larger ones: how large. */
  bodyAt?: (target: string) => number | undefined
}

/** Readers send little and read a lot. */
export const readerLimits: ClientLimits = {
  headers: 10_000,
  request: 60_000,
  idle: 30_000,
  keepAlive: 65_000,
  slowestAnswer: 600_000,
  every: 2_000,
  connections: 10_000,
  body: 2 * 1024 * 1024,
}

/** Officials send films over slow lines: 300 MB in an hour is 0.7 Mbit/s. */
export const officeLimits: ClientLimits = {
  ...readerLimits,
  request: 3_600_000,
  idle: 180_000,
  connections: 2_000,
  body: undefined,
}

export interface ListenAt {
  port: number
  host: string
  /** The environment variable that sets the port, for the sentence that says it is busy. */
  variable: string
  limits: ClientLimits
  /** Whether those who ask come over TLS, ended before this server. */
  overTls?: boolean
}

/** A Node request listener that lets a router answer. */
export const listenerOf = (fetch: (request: Request) => Response | Promise<Response>): RequestListener => {
  const answer = getRequestListener(fetch)
  return (request, response) => void answer(request, response)
}

/** Serves a request listener within limits. @throws one sentence with the remedy when the port is busy or not allowed. */
export function listen(
  listener: RequestListener,
  { port, host, variable, limits, overTls = false }: ListenAt,
): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      connectionsCheckingInterval: limits.every,
      keepAliveTimeout: limits.keepAlive,
      maxHeaderSize: 16 * 1024,
      noDelay: true,
      // Node would answer a request without a host itself, and without our headers.
      requireHostHeader: false,
    },
    within(limits, listener, overTls),
  )
  server.timeout = limits.idle
  server.maxHeadersCount = mostHeaders + 1
  server.maxConnections = limits.connections
  server.on('clientError', (error, socket) => refuseUnreadable(error, socket, overTls))
  const open = watchConnections(server)
  const look = endSlowReaders(open, limits)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(sentenceFor(error, port, variable)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        close: () => close(server, open).finally(() => clearInterval(look)),
      })
    })
  })
}

/** The listener, asked only for requests within limits. */
const within =
  ({ body, bodyAt }: ClientLimits, listener: RequestListener, overTls: boolean): RequestListener =>
  (request, response) => {
    if (request.rawHeaders.length > 2 * mostHeaders) refuse(response, 431, overTls)
    else if (body !== undefined && mayCarryBody(request))
      weigh(request, response, { body: bodyAt?.(request.url ?? '') ?? body, listener, overTls })
    else listener(request, response)
  }

/** Looks at the lines as they came: an object of all of them is made only for requests that need one. */
function mayCarryBody({ rawHeaders }: IncomingMessage): boolean {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    if (name.length === 14 && name.toLowerCase() === 'content-length') return true
    if (name.length === 17 && name.toLowerCase() === 'transfer-encoding') return true
  }
  return false
}

interface Weighed {
  body: number
  listener: RequestListener
  overTls: boolean
}

/** A body must say its length beforehand, so that nobody has to read it to find it too long. */
function weigh(request: IncomingMessage, response: ServerResponse, { body, listener, overTls }: Weighed): void {
  if (request.headers['transfer-encoding'] !== undefined) refuse(response, 411, overTls)
  else if (Number(request.headers['content-length']) > body) refuse(response, 413, overTls)
  else listener(request, response as Parameters<RequestListener>[1])
}

/** The open connections of a server, each with the time since which its reader keeps an answer waiting; 0 for none. */
function watchConnections(server: Server): Map<Socket, number> {
  const open = new Map<Socket, number>()
  server.on('connection', (socket: Socket) => {
    open.set(socket, 0)
    socket.once('close', () => open.delete(socket))
  })
  return open
}

/**
 * Ends connections whose reader has kept an answer waiting for too long. Node's own idle limit knows only those on which nothing
 * moves; a reader who takes a byte now and then would hold a connection for ever. Costs a request nothing.
 */
function endSlowReaders(open: Map<Socket, number>, { every, slowestAnswer }: ClientLimits): NodeJS.Timeout {
  const look = (): void => {
    for (const [socket, since] of open) {
      if (socket.writableLength === 0) open.set(socket, 0)
      else if (since === 0) open.set(socket, Date.now())
      else if (Date.now() - since > slowestAnswer) socket.destroy()
    }
  }
  return setInterval(look, every).unref()
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, variable: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Cổng mạng ${port} đang có chương trình khác dùng: hãy dừng chương trình đó hoặc đặt ${variable} thành số khác. (Port in use.)`,
    )
  }
  if (error.code === 'EACCES') {
    return new Error(
      `Không được phép dùng cổng mạng ${port}: hãy đặt ${variable} từ 1024 trở lên. (Port not permitted.)`,
    )
  }
  return error
}

/** Node takes a connection for idle when its answer is written, though half of it may still wait for the reader: ours must not be cut. */
function close(server: Server, open: ReadonlyMap<Socket, number>): Promise<void> {
  const closeIdle = server.closeIdleConnections.bind(server)
  server.closeIdleConnections = () => {
    if ([...open.keys()].every((socket) => socket.writableLength === 0)) closeIdle()
  }
  return new Promise((resolve) => {
    // A connection becomes idle when its last request is answered, which may be after the first look.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const force = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(force)
      resolve()
    })
  })
}
