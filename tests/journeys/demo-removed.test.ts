import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadDemoCases } from '../../demo/load-cases.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { createLogger } from '../../src/logger.ts'
import { ofPortals, removeDemo } from '../../demo/remove-demo.ts'
import { readConfig } from '../../src/config.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

/** What stays: the law's units, the log, and what the installation knows of itself: its keys may seal what was sent beside the demo. */
const stays = /^(?:unit|audit_event|audit_head|setting|migration|template_section|visitor_day|sealing_key)$/
/** What belongs to no portal: the calendar and the fields of the network, and what nights forget or count anew by themselves. */
const ofNobody =
  /^(?:template|calendar_(?:day|version)|case_field|proof_key|spent_proof|case_echo|case_voice|question_word|counting_process|visitor|visitors_forgotten|person_verification)$/

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

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
  const config = readConfig({ KHUE_HOME: home, LOG_LEVEL: 'silent' })
  await loadDemo({ url: database.url, config })
  await loadDemoCases({ url: database.url, config, logger: createLogger('silent') })
  const loaded = await rowsByTable()
  const filled = Object.keys(loaded).filter((table) => (loaded[table] ?? 0) > (before[table] ?? 0))
  expect(filled.length).toBeGreaterThan(30)
  await removeDemo({ url: database.url, config })
  const after = await rowsByTable()
  const left = Object.keys(after).filter((table) => !stays.test(table) && (after[table] ?? 0) > (before[table] ?? 0))
  expect(left).toEqual([])
}, 120_000)

test('and of a table the demo has nothing in today, nothing would be left either', async () => {
  // What goes with a portal, a person or a text: by the list of the command, or because the database takes it away.
  const { rows } = await sql<{ name: string }>`
    with recursive gone(id) as (
      select oid from pg_class where relnamespace = 'public'::regnamespace
        and relname in ('site', 'person', 'entry', 'author', 'topic', ${sql.join(ofPortals.map(snake))})
      union
      select c.conrelid from pg_constraint c join gone on c.confrelid = gone.id where c.contype = 'f' and c.confdeltype = 'c')
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and oid not in (select id from gone)
    order by relname`.execute(database.owner)
  expect(rows.map(({ name }) => name).filter((name) => !stays.test(name) && !ofNobody.test(name))).toEqual([])
})
