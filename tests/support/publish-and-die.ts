import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { kinds } from '../../src/kinds.ts'
import { inTransaction, poolConfig } from '../../src/database/connect.ts'
import type { DB } from '../../src/database/schema.ts'
import { publishEdition } from '../../src/editions/publish-edition.ts'
import { actorById } from '../../src/people/queries.ts'

// Publishes an edition and kills itself with SIGKILL right after the n-th statement was answered (n counts begin and commit too).
const [url = '', edition = '', person = '', nth = ''] = process.argv.slice(2)
let answered = 0
const pool = new pg.Pool(poolConfig(url, 'khue_office', 1))
pool.on('connect', (client) => {
  const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
  Object.assign(client, {
    async query(...given: unknown[]) {
      const result = await query(...given)
      answered += 1
      if (answered === Number(nth)) process.kill(process.pid, 'SIGKILL')
      return result
    },
  })
})
const db = new Kysely<DB>({
  dialect: new PostgresDialect({ pool }),
  plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
})
const actor = await actorById(db, person)
if (!actor) throw new Error(`no person ${person}`)
answered = 0
await inTransaction(db, (tx) => publishEdition(tx, actor, { editionId: Number(edition) }, kinds))
await db.destroy()
