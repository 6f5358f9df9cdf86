import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { loadDemoCases } from '../../demo/load-cases.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { createLogger } from '../../src/logger.ts'
import type { Database } from '../../src/database/connect.ts'
import { actorById } from '../../src/people/queries.ts'
import type { Actor } from '../../src/people/actor.ts'
import { startTestKhue, type TestKhue } from './khue.ts'
import { signIn } from './session.ts'

/** The whole application with the demo network, and ways to what its screens are about. */
export interface DemoKhue {
  khue: TestKhue
  /** One value, by a query of the owner. @throws when there is none: a test without its subject proves nothing. */
  one(query: string): Promise<string>
  /** A person of the demo by the first part of their e-mail. */
  person(account: string): Promise<Actor>
  /** The name and value of the cookie of a session of theirs. */
  session(account: string): Promise<{ name: string; value: string }>
}

/** Starts the application with the demo network and what `more` adds to it. */
export async function startDemoKhue(more: (db: Database) => Promise<void>): Promise<DemoKhue> {
  const khue = await startTestKhue(async (database, config) => {
    await loadDemo({ url: database.url, config })
    await loadDemoCases({ url: database.url, config, logger: createLogger('fatal') })
    await more(database.db)
  })
  const { owner, db } = khue.database
  const person = async (account: string): Promise<Actor> => {
    const found = await actorById(db, `demo-${account}`)
    if (!found) throw new Error(`nobody in the demo is ${account}`)
    return found
  }
  const sessions = new Map<string, { name: string; value: string }>()
  const secret = readFileSync(path.join(khue.config.home, 'secret'), 'utf8').trim()
  return {
    khue,
    person,
    async one(query) {
      const { rows } = await sql<{
        value: unknown
      }>`select value from (${sql.raw(query)}) as found (value) limit 1`.execute(owner)
      if (!rows[0]) throw new Error(`the demo holds no ${query}`)
      return String(rows[0].value)
    },
    async session(account) {
      const known = sessions.get(account)
      if (known) return known
      const [name = '', value = ''] = (await signIn(db, await person(account), secret)).split(/=(.*)/s)
      sessions.set(account, { name, value })
      return { name, value }
    },
  }
}
