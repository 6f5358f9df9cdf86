import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { loadCalendar } from '../src/calendar/load-calendar.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { installQueue } from '../src/jobs/worker.ts'
import { root } from './processes.ts'

/** A PostgreSQL for the benchmark alone, with a folder for the state of what runs on it. */
export interface BenchDatabase {
  home: string
  url: string
  /** Rows of a query, as the owner. */
  rows<Row extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<Row[]>
  stop(): Promise<void>
}

const run = promisify(execFile)

/** Starts one, migrated and empty. */
export async function openDatabase(): Promise<BenchDatabase> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-bench-'))
  const server = await startEmbedded(home)
  await migrate(server.url)
  await installQueue(server.url)
  await loadCalendar(server.url)
  const pool = new pg.Pool({ connectionString: server.url, max: 2 })
  pool.on('error', () => {})
  return {
    home,
    url: server.url,
    rows: async (query, values) => (await pool.query(query, values)).rows,
    async stop() {
      await pool.end()
      await server.stop()
      for (const folder of [home, server.dataDir]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One with the demonstration network. */
export async function openDemo(): Promise<BenchDatabase> {
  const database = await openDatabase()
  const env = { ...process.env, DATABASE_URL: database.url, KHUE_HOME: database.home }
  await run(process.execPath, ['--import', 'tsx', path.join(root, 'bin/load-demo.ts')], { cwd: root, env })
  return database
}
