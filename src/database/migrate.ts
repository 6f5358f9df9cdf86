import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

const folder = path.resolve(import.meta.dirname, '../../migrations')
const lockKey = 4_815_162

export interface MigrationState {
  applied: string[]
  pending: string[]
  /** Applied here but unknown to this version of Khuê: the database is newer. */
  unknown: string[]
  /** Applied with another text than the file now has. */
  changed: string[]
}

/** Compares the migrations of this version with those the database has seen. Changes nothing. */
export async function migrationState(client: pg.ClientBase): Promise<MigrationState> {
  const files = await migrationFiles()
  const { rows: exists } = await client.query(`select to_regclass('public.migration') is not null as yes`)
  const rows = exists[0].yes
    ? (await client.query<{ name: string; digest: string }>('select name, digest from migration order by name')).rows
    : []
  const known = new Map(files.map((file) => [file.name, file.digest]))
  return {
    applied: rows.map((row) => row.name),
    pending: files.filter((file) => !rows.some((row) => row.name === file.name)).map((file) => file.name),
    unknown: rows.filter((row) => !known.has(row.name)).map((row) => row.name),
    changed: rows.filter((row) => known.has(row.name) && known.get(row.name) !== row.digest).map((row) => row.name),
  }
}

/** Applies what is pending, each file in its own commit, one process at a time. Returns the names applied. Throws if the database is newer. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC', connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, at timestamptz not null default now())',
    )
    const state = await migrationState(client)
    refuseForeign(state)
    for (const file of await migrationFiles()) {
      if (state.pending.includes(file.name)) await apply(client, file)
    }
    // So that a face that may not migrate can still say whether it is current.
    await client.query('grant select on migration to khue_office, khue_delivery')
    return state.pending
  } finally {
    await client.end()
  }
}

/** Throws one sentence with the remedy unless every migration of this version, and no other, is applied. Changes nothing. */
export async function refuseUnlessCurrent(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const state = await migrationState(client)
    refuseForeign(state)
    if (state.pending.length > 0) {
      throw new Error(`Cơ sở dữ liệu còn thiếu ${state.pending[0]}: hãy chạy khue migrate trước. (Migrations pending.)`)
    }
  } finally {
    await client.end()
  }
}

/** Throws one sentence with the remedy when the database is newer than this version, or its history differs. */
export function refuseForeign(state: MigrationState): void {
  if (state.unknown.length > 0) {
    throw new Error(
      `Cơ sở dữ liệu mới hơn phiên bản Khuê này (có ${state.unknown[0]}): hãy chạy phiên bản Khuê mới hơn. ` +
        `(The database is newer than this version: start a newer Khuê.)`,
    )
  }
  if (state.changed.length > 0) {
    throw new Error(
      `Tệp ${state.changed[0]} khác với bản đã áp dụng vào cơ sở dữ liệu: hãy lấy lại tệp gốc. ` +
        `(A migration differs from what was applied: restore the original file.)`,
    )
  }
}

interface MigrationFile {
  name: string
  sql: string
  digest: string
}

async function migrationFiles(): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8')
      return { name: name.replace(/\.sql$/, ''), sql, digest: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function apply(client: pg.ClientBase, file: MigrationFile): Promise<void> {
  await client.query('begin')
  try {
    await client.query(file.sql)
    await client.query('insert into migration (name, digest) values ($1, $2)', [file.name, file.digest])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `Không áp dụng được ${file.name}: ${(error as Error).message} (migration failed, nothing of it was kept)`,
      { cause: error },
    )
  }
}
