import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { createLogger } from '../logger.ts'
import { todayInVietnam } from '../people/person-facts.ts'
import { forgetVisitors } from './forget-visitors.ts'
import { viewsOf, visitsOfSite } from './live-queries.ts'
import { addDays } from './period.ts'
import { networkOf } from './salts.ts'
import { createVisitCounter, type VisitCounting } from './visit-counter.ts'

let database: TestDatabase
let sites: TestNetwork
let home: string
let counter: VisitCounting
let other: VisitCounting
let clock: number
const address = '203.0.113.77'
const userAgent =
  'Mozilla/5.0 (Linux; Android 14; Reader-Of-Khue) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36'
const today = todayInVietnam()
const noon = Date.parse(`${today}T12:00:00+07:00`)

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  home = mkdtempSync(path.join(os.tmpdir(), 'khue-forget-'))
  clock = noon - 86_400_000
  const parts = { url: database.url, home, logger: createLogger('silent'), now: () => clock, every: 0 }
  counter = await createVisitCounter(parts)
  other = await createVisitCounter(parts)
})
afterAll(async () => {
  await counter.close()
  await other.close()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const read = (through: VisitCounting, more: { at?: number; siteId?: number } = {}): void =>
  through.note({
    siteId: sites.ward.id,
    sectionId: sites.ward.sections['tin-tuc'],
    entryId: 7,
    at: clock,
    address,
    userAgent,
    referrer: 'https://www.google.com.vn/search?q=ba+dinh',
    host: sites.ward.host,
    ...more,
  })

/** Every value of every table, as text. */
async function everythingKept(): Promise<string> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(
    database.owner,
  )
  const kept: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(database.owner)
    kept.push(...rows.map(({ row }) => row))
  }
  return kept.join('\n')
}

const day = async (name: string) =>
  database.db
    .selectFrom('siteDay')
    .select(['views', 'visits', 'visitors', 'fromSearch', 'onPhone'])
    .where('siteId', '=', sites.ward.id)
    .where('day', '=', name)
    .executeTakeFirst()

test('two processes know a reader of today as one, and an hour later as the same visitor on another visit', async () => {
  read(counter)
  read(other, { at: clock + 60_000 })
  read(other, { at: clock + 3_600_000 })
  await counter.flush()
  await other.flush()
  expect(await day(addDays(today, -1))).toEqual({ views: 3, visits: 2, visitors: 1, fromSearch: 3, onPhone: 3 })
  expect(await viewsOf(database.delivery, sites.ward.id, 7)).toBe(3)
  expect(await visitsOfSite(database.delivery, sites.ward.id)).toBe(2)
  expect(await viewsOf(database.delivery, sites.city.id, 7)).toBe(0)
})

test('a key for limits is the same in all processes for a day, and tells nothing the day after', async () => {
  const key = await counter.visitorKey(address, userAgent)
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(await other.visitorKey(address, userAgent)).toBe(key)
  expect(await counter.visitorKey('203.0.113.78', userAgent)).not.toBe(key)
  clock += 86_400_000
  expect(await counter.visitorKey(address, userAgent)).not.toBe(key)
  clock -= 86_400_000
})

test('nothing that could tell who read is left when the day is over: no address, no browser, no digest, no salt', async () => {
  const yesterday = addDays(today, -1)
  const during = await sql<{ digest: string; salt: string }>`
    select v.digest::text, encode(d.salt, 'hex') as salt from visitor v, visitor_day d where d.day = ${yesterday}::date`.execute(
    database.owner,
  )
  expect(during.rows).toHaveLength(1)
  const [{ digest, salt } = { digest: '', salt: '' }] = during.rows
  const kept = await everythingKept()
  expect(kept).not.toContain(address)
  expect(kept).not.toContain('Reader-Of-Khue')
  expect(kept).not.toContain('google')

  clock = noon
  read(counter)
  await counter.flush()
  expect(await forgetVisitors(database.db)).toBe(1)

  const after = await everythingKept()
  for (const trace of [address, 'Reader-Of-Khue', digest, salt]) expect(after).not.toContain(trace)
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  for (const file of files) expect(readFileSync(path.join(file.parentPath, file.name), 'utf8')).not.toContain(address)
  // The sums stay, and today goes on as it was.
  expect(await day(yesterday)).toMatchObject({ views: 3, visits: 2, visitors: 1 })
  expect(await day(today)).toMatchObject({ views: 1, visits: 1, visitors: 1 })
  read(other)
  await other.flush()
  expect(await day(today)).toMatchObject({ views: 2, visits: 1, visitors: 1 })
  expect(await forgetVisitors(database.db)).toBe(0)
})

test('what is left of readers is in no write-ahead log, copy or backup of the server either', async () => {
  const { rows } = await sql<{ name: string; kind: string }>`
    select relname as name, relpersistence as kind from pg_class where relname ~ '^visitor_(0|1|2|day)$' order by 1`.execute(
    database.owner,
  )
  expect(rows).toEqual(['visitor_0', 'visitor_1', 'visitor_2', 'visitor_day'].map((name) => ({ name, kind: 'u' })))
})

test('a count that comes after its day was forgotten still counts, by itself', async () => {
  read(counter, { at: noon - 86_400_000 })
  read(counter, { at: noon - 86_400_000 + 60_000 })
  await counter.flush()
  expect(await day(addDays(today, -1))).toMatchObject({ views: 5, visits: 3, visitors: 2 })
  const { rows } = await sql`select from visitor_day where day < ${today}::date`.execute(database.owner)
  expect(rows).toEqual([])
})

test('the public face may hand in counts and read its totals, and nothing else of the statistics', async () => {
  const refused = (statement: string): Promise<void> =>
    expect(sql.raw(statement).execute(database.delivery), statement).rejects.toThrow(/permission denied/)
  for (const table of [
    'site_day',
    'section_day',
    'entry_day',
    'entry_month',
    'visitor',
    'visitor_0',
    'visitor_day',
    'counting_process',
  ]) {
    await refused(`select * from ${table}`)
    await refused(`delete from ${table}`)
  }
  await refused('update entry_views set views = 1000000')
  await refused('select forget_visitors()')
  await refused(`select add_counts('{}')`)
})

test('of an address counts what stays with a household: IPv4 whole, of IPv6 the network', () => {
  expect(networkOf('::ffff:203.0.113.5')).toBe('203.0.113.5')
  expect(networkOf('2402:800:61a1:23d4:1:2:3:4')).toBe('2402:800:61a1:23d4')
  expect(networkOf('2402:800:61a1:23d4::9')).toBe('2402:800:61a1:23d4')
  expect(networkOf('2402:800::9')).toBe('2402:800:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
})
