import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadCalendar } from '../../src/calendar/load-calendar.ts'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { installQueue } from '../../src/jobs/worker.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

/** One real PostgreSQL for a run, with a migrated template; every test file gets a database of its own from it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-tests-'))
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, dataDir: home, stop: async () => {} } : await startEmbedded(home)
  const template = new URL(server.url)
  template.pathname = '/khue_template'
  await execute(server.url, 'drop database if exists khue_template')
  await execute(server.url, 'create database khue_template')
  await migrate(template.href)
  await installQueue(template.href)
  await loadCalendar(template.href)
  project.provide('serverUrl', server.url)
  return async () => {
    await server.stop()
    for (const folder of [home, server.dataDir]) rmSync(folder, { recursive: true, force: true })
  }
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
