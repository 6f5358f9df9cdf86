import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadDemo } from '../../demo/load-demo.ts'
import { removeDemo } from '../../demo/remove-demo.ts'
import { readConfig } from '../../src/config.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

/** What stays: the law's units, the log, and what the installation knows of itself. */
const stays = /^(?:unit|audit_event|audit_head|setting|migration|template_section|visitor_day)$/

let database: TestDatabase
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-removed-'))

beforeAll(async () => {
  database = await freshDatabase()
}, 60_000)
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

async function rowsByTable(): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`.execute(
    database.owner,
  )
  const counted: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ rows: number }>`select count(*)::integer as rows from ${sql.table(name)}`.execute(
      database.owner,
    )
    counted[name] = rows[0]?.rows ?? 0
  }
  return counted
}

test('an administrator who takes the demo network away finds nothing of it left', async () => {
  const before = await rowsByTable()
  await loadDemo({ url: database.url, config: readConfig({ KHUE_HOME: home, LOG_LEVEL: 'silent' }) })
  const loaded = await rowsByTable()
  const filled = Object.keys(loaded).filter((table) => (loaded[table] ?? 0) > (before[table] ?? 0))
  expect(filled.length).toBeGreaterThan(30)
  await removeDemo({ url: database.url, config: readConfig({ KHUE_HOME: home, LOG_LEVEL: 'silent' }) })
  const after = await rowsByTable()
  const left = Object.keys(after).filter((table) => !stays.test(table) && (after[table] ?? 0) > (before[table] ?? 0))
  expect(left).toEqual([])
}, 120_000)
