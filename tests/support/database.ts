import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Database } from '../../src/database/connect.ts'

/** A database of its own for a test file: migrated, empty, dropped at the end. */
export interface TestDatabase {
  url: string
  /** As the office and the jobs are connected. */
  db: Database
  /** As the public face is connected. */
  delivery: Database
  /** As the owner: what an administrator could do in psql. */
  owner: Database
  drop(): Promise<void>
}

/** Of the connections handed out: their address, and what to end before their database is dropped. */
const places = new WeakMap<Database, { url: string; closing: (() => Promise<unknown>)[] }>()

/** The address a connection of freshDatabase() leads to. */
export function urlOf(db: Database): string {
  const place = places.get(db)
  if (!place) throw new Error('not a connection of freshDatabase()')
  return place.url
}

/** Ends something before the database of a connection is dropped. */
export const beforeDrop = (db: Database, close: () => Promise<unknown>): void =>
  void places.get(db)?.closing.push(close)

export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject('serverUrl')
  const name = `khue_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template khue_template`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const db = connect(url.href, 'khue_office')
  const delivery = connect(url.href, 'khue_delivery')
  const owner = connect(url.href, 'owner', 3)
  const closing: (() => Promise<unknown>)[] = []
  for (const each of [db, delivery, owner]) places.set(each, { url: url.href, closing })
  return {
    url: url.href,
    db,
    delivery,
    owner,
    async drop() {
      for (const close of closing) await close()
      await Promise.all([db.destroy(), delivery.destroy(), owner.destroy()])
      await onServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

/** Template databases are copied one at a time: PostgreSQL refuses a second copy while the first runs. */
async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(77)')
    await client.query(sql)
  } finally {
    await client.end()
  }
}
