import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

/** A connection for reading, or for opening transactions. */
export type Database = Kysely<DB>
/** An open transaction. A plain connection is refused by the type: `isTransaction` is literally true here. */
export type Transaction = KyselyTransaction<DB>

/** The roles of migrations/0001; `owner` is whoever the URL names. */
export type DatabaseRole = 'khue_office' | 'khue_delivery' | 'owner'

const int8 = 20
const date = 1082
pg.types.setTypeParser(int8, (text) => Number(text))
pg.types.setTypeParser(date, (text) => text)

/** Connection options for one role: the session takes the role at connect, so no statement can run without it. */
export function poolConfig(url: string, role: DatabaseRole, max = 8): pg.PoolConfig {
  return {
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    application_name: `khue ${role}`,
    options: role === 'owner' ? '-c timezone=UTC' : `-c role=${role} -c timezone=UTC`,
  }
}

/** Opens a pool of connections in the given role. Close with `db.destroy()`. */
export function connect(url: string, role: DatabaseRole, max?: number): Database {
  const pool = new pg.Pool(poolConfig(url, role, max))
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

const retryable = new Set(['40001', '40P01'])

/** Runs `work` in one transaction; deadlocks and serialization failures are tried again, at most three times. */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt >= 3 || !(error instanceof pg.DatabaseError) || !retryable.has(error.code ?? '')) throw error
    }
  }
}

/** The name of the database constraint an error broke, if it is such an error. */
export const brokenConstraint = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError && error.code?.startsWith('23') ? (error.constraint ?? error.code) : undefined
