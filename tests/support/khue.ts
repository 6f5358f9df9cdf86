import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { startKhue } from '../../src/app.ts'
import { readConfig, type Config } from '../../src/config.ts'
import { createLogger } from '../../src/logger.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

/** The whole application on ports of its own, over a database of its own. */
export interface TestKhue {
  config: Config
  database: TestDatabase
  /** http://localhost:… */
  office: string
  /** Address of a portal by its host. */
  site(host: string): string
  stop(): Promise<void>
}

/** Starts everything the way `khue serve --role all` does. `seed` runs before the servers listen; `env` sets what else is told. */
export async function startTestKhue(
  seed?: (database: TestDatabase, config: Config) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<TestKhue> {
  const database = await freshDatabase()
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-home-'))
  const [port, officePort] = [await freePort(), await freePort()]
  const config = readConfig({
    KHUE_HOME: home,
    PORT: String(port),
    OFFICE_PORT: String(officePort),
    LISTEN: '127.0.0.1',
    LOG_LEVEL: 'fatal',
    ...env,
  })
  await seed?.(database, config)
  const khue = await startKhue(config, database.url, 'all', createLogger(config.logLevel))
  return {
    config,
    database,
    office: `http://localhost:${officePort}`,
    site: (host) => `http://${host}:${port}`,
    async stop() {
      await khue.stop()
      await database.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
