import { request as send } from 'node:http'
import { connect as dial } from 'node:net'
import path from 'node:path'
import { readConfig, type Config } from '../../src/config.ts'
import type { Database } from '../../src/database/connect.ts'
import { createDelivery } from '../../src/delivery/delivery.tsx'
import { createFront } from '../../src/delivery/front.ts'
import { heavyRoutes } from '../../src/delivery/heavy-routes.ts'
import type { Fetch } from '../../src/delivery/reading.ts'
import type { PublicRoute } from '../../src/delivery/route.ts'
import { siteOfHost } from '../../src/delivery/site-of-host.ts'
import { openStore, type OpenStore } from '../../src/delivery/store/open-store.ts'
import type { VisitCounter } from '../../src/delivery/visit.ts'
import { createLogger } from '../../src/logger.ts'
import { openFileStore, type FileStore } from '../../src/media/file-store.ts'
import { listen, readerLimits } from '../../src/web/listen.ts'
import { publicFiles } from '../../src/web/public-files.ts'
import { beforeDrop, urlOf } from './database.ts'

/** The public face of one process, with what stands behind it in reach. */
export interface TestFront {
  port: number
  held: OpenStore
  /** How often the router was asked. */
  drawn(): number
  /** Waits until everything committed so far is heard of. */
  upToDate(): Promise<void>
  close(): Promise<void>
}

export interface FrontOptions {
  counter?: VisitCounter
  files?: FileStore
  /** Overrides of the environment. */
  env?: Record<string, string>
  /** Where the copy on disk lies. */
  folder?: string
  /** Instead of the address of `db`. */
  url?: string
}

/** Starts a front on a port of its own; ends with the database of `db`. */
export async function startFront(
  db: Database,
  routes: readonly PublicRoute[],
  options: FrontOptions = {},
): Promise<TestFront> {
  const config: Config = readConfig({ PORT: '3000', LOG_LEVEL: 'silent', ...options.env })
  const logger = createLogger('silent')
  const assets = publicFiles(path.resolve(import.meta.dirname, '../../public'))
  const echoes = new Map<string, () => void>()
  const held = await openStore({
    config,
    logger,
    url: options.url ?? urlOf(db),
    folder: options.folder,
    siteOf: (host) => siteOfHost(db, host, config),
    onPurged: (tags) => tags?.forEach((tag) => echoes.get(tag)?.()),
  })
  const delivery = createDelivery({
    config,
    db,
    logger,
    files: options.files ?? openFileStore('/nonexistent/files'),
    routes,
    publicFiles: assets,
    health: { whyNotReady: async () => undefined },
    siteOf: held.sites.find,
    // All readers of a test come from one machine: they are told apart by their browsers.
    visitorKey: async (_address, userAgent) => userAgent,
  })
  let drawn = 0
  const fetch: Fetch = (request, bindings) => {
    drawn++
    return delivery.fetch(request, bindings)
  }
  const { counter } = options
  const parts = { ...held, drawings: held.drawingsWith(fetch), fetch, config, logger, publicFiles: assets, counter }
  const server = await listen(createFront(parts), {
    port: 0,
    host: '127.0.0.1',
    variable: 'PORT',
    limits: { ...readerLimits, bodyAt: heavyRoutes(routes) },
  })
  let asked = 0
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => (closing ??= server.close().then(() => held.close()))
  beforeDrop(db, close)
  return {
    port: server.port,
    held,
    drawn: () => drawn,
    close,
    async upToDate() {
      if (!held.hears()) return
      const word = `echo:${++asked}:${server.port}`
      const heard = new Promise<void>((resolve) => echoes.set(word, resolve))
      await db.selectNoFrom((eb) => eb.fn('pg_notify', [eb.val('khue_purge'), eb.val(word)]).as('told')).execute()
      await heard
      echoes.delete(word)
    },
  }
}

export interface Asked {
  port: number
  path: string
  method?: string
  headers: Record<string, string | string[]>
  body?: Buffer
}

/** Asks over a socket, with the headers and the path exactly as given. */
export function ask({ port, path: target, method = 'GET', headers, body }: Asked): Promise<Response> {
  return new Promise((resolve, reject) => {
    const lengths = body && { 'content-length': String(body.length) }
    const request = send({ port, host: '127.0.0.1', path: target, method, headers: { ...headers, ...lengths } })
    request.once('error', reject)
    request.once('response', (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.once('error', reject)
      answer.once('end', () => {
        const status = answer.statusCode ?? 0
        const empty = method === 'HEAD' || status === 204 || status === 304
        const lines = new Headers()
        for (let at = 0; at < answer.rawHeaders.length; at += 2)
          lines.append(answer.rawHeaders[at] as string, answer.rawHeaders[at + 1] as string)
        resolve(new Response(empty ? null : Buffer.concat(pieces), { status, headers: lines }))
      })
    })
    request.end(body)
  })
}

/** Sends bytes as they are and gives back the status lines of what comes. */
export function askRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    // Not ended: Node drops requests at work, unanswered, when their sender has ended his half.
    const socket = dial(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')))
    // What is half a request gets no answer.
    socket.setTimeout(1500, () => socket.destroy())
    socket.on('data', (piece: Buffer) => (answer += piece.toString('latin1')))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(answer) : reject(error),
    )
    socket.on('close', () => resolve(answer))
  })
}
