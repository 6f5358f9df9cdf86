import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { inTransaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { recordEvent } from './record-event.ts'
import { verifyChain } from './verify-chain.ts'

let database: TestDatabase
let lan: Actor

beforeAll(async () => {
  database = await freshDatabase()
  lan = await person(database.db, 'Nguyễn Thị Lan', [])
})
afterAll(() => database.drop())

/** Everything as it was written, whatever a test did to it. */
afterEach(async () => {
  await byHand(
    `delete from audit_event; update audit_head set last_id = 0, last_hash = sha256('khue'); insert into audit_head select true, 0, sha256('khue') where not exists (select from audit_head)`,
  )
})

const write = async (count: number): Promise<void> => {
  for (let n = 1; n <= count; n++) {
    await inTransaction(database.db, (tx) =>
      recordEvent(tx, {
        action: 'edition.approved',
        by: lan,
        subject: { kind: 'edition', id: n },
        summary: `Duyệt bài số ${n} – “Chợ Đồng Xuân”`,
        before: { state: 'reviewed' },
        after: { state: 'approved', n },
      }),
    )
  }
}

/** What the owner of the database can do in psql, triggers out of the way. */
const byHand = (statements: string): Promise<unknown> =>
  database.owner.connection().execute(async (psql) => {
    await sql`alter table audit_event disable trigger all`.execute(psql)
    for (const statement of statements.split(';')) await sql.raw(statement).execute(psql)
    await sql`alter table audit_event enable trigger all`.execute(psql)
  })
const faults = async (anchor?: { id: number; hash: string }): Promise<string[]> =>
  (await verifyChain(database.db, anchor)).faults.map(({ id, fault }) => `${id} ${fault}`)

test('an untouched log is proved, with its length and its head; an empty one too', async () => {
  expect(await verifyChain(database.db)).toMatchObject({ ok: true, events: 0, faults: [], head: { id: 0 } })
  await write(5)
  const proof = await verifyChain(database.db)
  expect(proof).toMatchObject({ ok: true, events: 5, head: { id: 5 }, faults: [] })
  expect(proof.head.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('a row changed by hand is found and named, whichever column it was', async () => {
  await write(5)
  for (const change of [
    `summary = 'khác'`,
    `actor = 'Người khác'`,
    `at = at - interval '1 day'`,
    `after = '{"n": 99}'`,
    `site_id = 7`,
    `action = 'edition.returned'`,
  ]) {
    await byHand(
      `create temp table kept as select * from audit_event where id = 3; update audit_event set ${change} where id = 3`,
    )
    expect(await faults(), change).toEqual(['3 changed'])
    await byHand(`delete from audit_event where id = 3; insert into audit_event select * from kept; drop table kept`)
    expect(await faults()).toEqual([])
  }
  const proof = await verifyChain(database.db)
  expect(proof.ok).toBe(true)
})

test('a row rewritten together with its digest is found where the chain no longer meets', async () => {
  await write(5)
  await byHand(
    `update audit_event set summary = 'khác' where id = 3; update audit_event e set hash = audit_digest(e) where id = 3`,
  )
  expect(await faults()).toEqual(['4 unchained'])
})

test('the last row rewritten together with its digest is found at the head', async () => {
  await write(5)
  await byHand(
    `update audit_event set summary = 'khác' where id = 5; update audit_event e set hash = audit_digest(e) where id = 5`,
  )
  expect(await faults()).toEqual(['5 head-changed'])
})

test('a deleted row, and several, are missed by the next one', async () => {
  await write(7)
  await byHand(`delete from audit_event where id in (2, 4, 5)`)
  expect(await faults()).toEqual(['3 missing-before', '6 missing-before'])
})

test('the first rows deleted are missed too', async () => {
  await write(3)
  await byHand(`delete from audit_event where id = 1`)
  expect(await faults()).toEqual(['2 missing-before'])
})

test('a tail cut off, and a log emptied, are missed by the head', async () => {
  await write(5)
  await byHand(`delete from audit_event where id > 3`)
  expect(await faults()).toEqual(['5 missing-at-end'])
  await byHand(`delete from audit_event`)
  expect(await faults()).toEqual(['5 missing-at-end'])
})

test('a row slipped in at the end, or in a gap, is named', async () => {
  await write(4)
  const copy = (id: number, from: number): string =>
    `insert into audit_event select ${id}, at, actor_id, actor, action, subject_kind, subject_id, site_id, 'chèn', before, after, prev_hash, hash from audit_event where id = ${from}`
  await byHand(copy(5, 4))
  expect(await faults()).toEqual(['5 after-head', '5 changed', '5 unchained'])
  await byHand(`delete from audit_event where id = 5; delete from audit_event where id = 2; ${copy(2, 3)}`)
  expect(await faults()).toContain('2 changed')
})

test('a head removed or turned back is named', async () => {
  await write(3)
  await byHand(`update audit_head set last_id = 2`)
  expect(await faults()).toEqual(['2 head-changed', '3 after-head'])
  await byHand(`delete from audit_head`)
  expect(await faults()).toContain('0 head-missing')
})

test('a whole log written anew, head and all, is found by a head noted elsewhere', async () => {
  await write(3)
  const noted = (await verifyChain(database.db)).head
  await byHand(`delete from audit_event; update audit_head set last_id = 0, last_hash = sha256('khue')`)
  await write(4)
  expect(await faults()).toEqual([])
  expect(await faults(noted)).toEqual(['3 anchor-broken'])
  expect((await verifyChain(database.db, noted)).faults[0]?.message).toContain('viết lại')
})

test('the office itself can neither change nor remove nor forge a line, and the public face reads none', async () => {
  await write(2)
  for (const statement of [
    `update audit_event set summary = 'x'`,
    `delete from audit_event`,
    `truncate audit_event`,
    `update audit_head set last_id = 0`,
    `delete from audit_head`,
    `alter table audit_event disable trigger all`,
  ]) {
    await expect(sql.raw(statement).execute(database.db), statement).rejects.toThrow(
      /permission denied|must be owner|append-only/,
    )
  }
  for (const statement of [`update audit_event set summary = 'x'`, `delete from audit_event`, `truncate audit_event`]) {
    await expect(sql.raw(statement).execute(database.owner), statement).rejects.toThrow('append-only')
  }
  await expect(sql`select * from audit_event`.execute(database.delivery)).rejects.toThrow('permission denied')
  // A line that brings its own number, time and digests gets those of the chain.
  await sql`insert into audit_event (id, at, actor, action, subject_kind, subject_id, prev_hash, hash) values (900, '2001-01-01', 'x', 'a.b', 'c', '1', '\\x00', '\\x00')`.execute(
    database.db,
  )
  expect(await verifyChain(database.db)).toMatchObject({ ok: true, events: 3, head: { id: 3 } })
})

test('many people at once leave one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 8 }, () => write(5)))
  expect(await verifyChain(database.db)).toMatchObject({ ok: true, events: 40 })
})
