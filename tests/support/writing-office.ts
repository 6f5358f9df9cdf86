import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { articleKind } from '../../src/articles/article.ts'
import { articleOfficeRoutes } from '../../src/articles/office/routes.ts'
import { readConfig } from '../../src/config.ts'
import { createDelivery } from '../../src/delivery/delivery.tsx'
import { editionOfficeRoutes } from '../../src/editions/office/routes.ts'
import { openFileStore, type FileStore } from '../../src/media/file-store.ts'
import { mediaOfficeRoutes } from '../../src/media/office/routes.ts'
import { buildScripts } from '../../src/office/build-scripts.ts'
import { createOffice, type OfficeParts } from '../../src/office/office.tsx'
import { shellOfficeRoutes } from '../../src/office/shell-routes.tsx'
import type { Actor } from '../../src/people/actor.ts'
import { keyringOf } from '../../src/sealing/keyring.ts'
import { listen, listenerOf, officeLimits, type Listening } from '../../src/web/listen.ts'
import { publicFiles } from '../../src/web/public-files.ts'
import type { TestDatabase } from './database.ts'
import { allPublicRoutes } from './reader.ts'

/** An office of the writing screen alone; who a browser is says its cookie `nguoi`. */
export interface WritingOffice {
  request: (path: string, as: Actor | undefined, init?: RequestInit) => Promise<Response>
  kinds: ReadonlyMap<string, typeof articleKind>
  files: FileStore
  /** Sessions that have ended: persons by id. */
  signedOut: Set<string>
  /** Requests that came in: method, path, and whether they said that no person asked. */
  log: { method: string; path: string; background: boolean }[]
  /** Serves on a free port; the address without a slash at its end. */
  listen(): Promise<string>
  /** Port of the public face beside it, to which preview links lead. */
  publicPort: number
  stop(): Promise<void>
}

const listenOn = (fetch: Parameters<typeof listenerOf>[0]): Promise<Listening> =>
  listen(listenerOf(fetch), { port: 0, host: '127.0.0.1', variable: 'PORT', limits: officeLimits })

interface More {
  /** Real sessions instead of the cookie `nguoi`. */
  readSession?: OfficeParts['readSession']
}

export async function writingOffice(
  database: TestDatabase,
  people: readonly Actor[],
  more: More = {},
): Promise<WritingOffice> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-office-'))
  const assets = publicFiles(path.resolve(import.meta.dirname, '../../public'))
  await buildScripts(assets)
  const kinds = new Map([[articleKind.name, articleKind]])
  const signedOut = new Set<string>()
  const log: WritingOffice['log'] = []
  const files = openFileStore(path.join(home, 'files'))
  // The office names the public face in its headers, so that is there first.
  const reader: { fetch: (request: Request) => Response | Promise<Response> } = {
    fetch: () => new Response(null, { status: 503 }),
  }
  const servers: Listening[] = [await listenOn((request) => reader.fetch(request))]
  const publicPort = servers[0]!.port
  const config = readConfig({ KHUE_HOME: home, PUBLIC_PORT: String(publicPort) })
  const logger = pino({ level: 'error' })
  const health = { whyNotReady: async () => undefined }
  const byCookie: OfficeParts['readSession'] = async (headers) => {
    const id = /nguoi=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
    const actor = people.find((person) => person.id === id)
    return actor && !signedOut.has(actor.id) ? { id: `s-${actor.id}`, actor, secondFactorMissing: false } : undefined
  }
  const office = createOffice({
    keyring: keyringOf([]),
    config,
    db: database.db,
    logger,
    kinds,
    files,
    publicFiles: assets,
    health,
    demo: false,
    routes: [...shellOfficeRoutes, ...editionOfficeRoutes, ...articleOfficeRoutes, ...mediaOfficeRoutes],
    readSession: more.readSession ?? byCookie,
    auth: async () => new Response(null, { status: 404 }),
  })
  reader.fetch = createDelivery({
    config,
    db: database.delivery,
    logger,
    files,
    publicFiles: assets,
    health,
    routes: allPublicRoutes,
  }).fetch
  return {
    kinds,
    publicPort,
    files,
    signedOut,
    log,
    request: async (address, as, init = {}) => {
      const headers = new Headers(init.headers)
      if (as) headers.set('cookie', `nguoi=${as.id}`)
      headers.set('origin', 'http://localhost')
      return await office.request(`http://localhost${address}`, { ...init, headers })
    },
    listen: async () => {
      const answer = (request: Request): Response | Promise<Response> => {
        log.push({
          method: request.method,
          path: new URL(request.url).pathname,
          background: request.headers.has('x-khue-background'),
        })
        return office.fetch(request)
      }
      const server = await listenOn(answer)
      servers.push(server)
      config.officeUrl = `http://127.0.0.1:${server.port}`
      return config.officeUrl
    },
    stop: async () => {
      await Promise.all(servers.map((server) => server.close()))
      rmSync(home, { recursive: true, force: true })
    },
  }
}
