import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { pino } from 'pino'
import { articleKind } from '../../src/articles/article.ts'
import { articleOfficeRoutes } from '../../src/articles/office/routes.ts'
import { readConfig } from '../../src/config.ts'
import { editionOfficeRoutes } from '../../src/editions/office/routes.ts'
import { openFileStore, type FileStore } from '../../src/media/file-store.ts'
import { mediaOfficeRoutes } from '../../src/media/office/routes.ts'
import { buildScripts } from '../../src/office/build-scripts.ts'
import { createOffice } from '../../src/office/office.tsx'
import type { OfficeRoute } from '../../src/office/route.ts'
import type { Actor } from '../../src/people/actor.ts'
import { publicFiles } from '../../src/web/public-files.ts'
import type { TestDatabase } from './database.ts'

/** An office of the writing screen alone; who a browser is says its cookie `nguoi`. */
export interface WritingOffice {
  request: (path: string, as: Actor | undefined, init?: RequestInit) => Promise<Response>
  kinds: ReadonlyMap<string, typeof articleKind>
  files: FileStore
  /** Sessions that have ended: persons by id. */
  signedOut: Set<string>
  /** Serves on a free port; the address without a slash at its end. */
  listen(): Promise<string>
  stop(): Promise<void>
}

export async function writingOffice(database: TestDatabase, people: readonly Actor[], extra: readonly OfficeRoute[] = []): Promise<WritingOffice> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-office-'))
  const assets = publicFiles(path.resolve(import.meta.dirname, '../../public'))
  await buildScripts(assets)
  const kinds = new Map([[articleKind.name, articleKind]])
  const signedOut = new Set<string>()
  const files = openFileStore(path.join(home, 'files'))
  const office = createOffice({
    config: readConfig({ KHUE_HOME: home }), db: database.db, logger: pino({ level: 'error' }), kinds, files, publicFiles: assets, health: { whyNotReady: async () => undefined }, demo: false,
    routes: [...editionOfficeRoutes, ...articleOfficeRoutes, ...mediaOfficeRoutes, ...extra],
    readSession: async (headers) => {
      const id = /nguoi=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
      const actor = people.find((person) => person.id === id)
      return actor && !signedOut.has(actor.id) ? { id: `s-${actor.id}`, actor, secondFactorMissing: false } : undefined
    },
    auth: async () => new Response(null, { status: 404 }),
  })
  let server: ServerType | undefined
  return {
    kinds, files, signedOut,
    request: async (address, as, init = {}) => {
      const headers = new Headers(init.headers)
      if (as) headers.set('cookie', `nguoi=${as.id}`)
      headers.set('origin', 'http://localhost')
      return await office.request(`http://localhost${address}`, { ...init, headers })
    },
    listen: () => new Promise((resolve) => {
      server = serve({ fetch: office.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => resolve(`http://127.0.0.1:${info.port}`))
    }),
    stop: async () => {
      await new Promise<void>((resolve) => {
        if (!server) return resolve()
        server.close(() => resolve())
        ;(server as unknown as { closeAllConnections?: () => void }).closeAllConnections?.()
      })
      rmSync(home, { recursive: true, force: true })
    },
  }
}
