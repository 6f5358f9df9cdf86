import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { addDays, daysOf } from './period.ts'
import { entriesRead } from './queries.ts'

let database: TestDatabase
let sites: TestNetwork
const rows: { siteId: number; day: string; entryId: number; views: number; botViews: number }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  for (const [number, day] of daysOf({ from: '2025-01-01', to: '2025-07-31' }).entries()) {
    for (const { id } of [sites.city, sites.ward, sites.otherWard]) {
      for (let entryId = 1; entryId <= 12; entryId++) {
        const views = (number * 7 + id * 13 + entryId * entryId * 5) % 23
        if (views % 3 > 0) rows.push({ siteId: id, day, entryId, views, botViews: 0 })
      }
    }
  }
  for (let at = 0; at < rows.length; at += 2000)
    await database.db
      .insertInto('entryDay')
      .values(rows.slice(at, at + 2000))
      .execute()
  await sql`insert into entry_month select site_id, date_trunc('month', day)::date, entry_id, sum(views), 0 from entry_day group by 1, 2, 3`.execute(
    database.owner,
  )
  await sql`insert into entry_views select site_id, entry_id, sum(views), 0 from entry_day group by 1, 2`.execute(
    database.owner,
  )
})
afterAll(() => database.drop())

function byHand(from: string, to: string): string[] {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const key = `${row.siteId} ${row.entryId}`
    if (row.day >= from && row.day <= to) sums.set(key, (sums.get(key) ?? 0) + row.views)
  }
  const place = (key: string): number => Number(key.split(' ')[0]) * 1000 + Number(key.split(' ')[1])
  return [...sums]
    .toSorted(([a, x], [b, y]) => y - x || place(a) - place(b))
    .slice(0, 5)
    .map(([key, views]) => `${key}: ${views}`)
}

test.each([
  ['2025-01-01', '2025-06-30', 1000],
  ['2025-01-09', '2025-07-20', 1000],
  // So few candidates do not settle it, and everything is added up.
  ['2025-01-09', '2025-07-20', 6],
  ['2025-03-03', addDays('2025-03-03', 6), 1000],
])('the most read of %s to %s are the same by hand, with %d candidates', async (from, to, candidates) => {
  const found = await entriesRead(database.db, 'all', { from, to }, { limit: 5, candidates })
  expect(found.map((row) => `${row.siteId} ${row.entryId}: ${row.views}`)).toEqual(byHand(from, to))
})
