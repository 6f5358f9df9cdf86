import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { openDoor, type CountingDoor } from './counting-door.ts'
import { dayName, newSums, type Counts } from './sums.ts'

let database: TestDatabase
let sites: TestNetwork
let door: CountingDoor
beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  door = openDoor(database.url)
})
afterAll(async () => {
  await door.close()
  await database.drop()
})

const minute = 60_000
/** One page view: who, when on the day, through which process, and before which flush. */
const view = fc.record({
  reader: fc.integer({ min: 0, max: 3 }),
  at: fc.oneof(
    fc.integer({ min: 0, max: 24 * 60 * minute - 1 }),
    // Around the pause that parts two visits, to the millisecond.
    fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -1, max: 1 }))
      .map(([halves, near]) => 8 * 60 * minute + halves * 30 * minute + near),
  ),
  batch: fc.integer({ min: 0, max: 4 }),
})

test('visits and visitors come out the same in whatever batches and order the page views arrive', async () => {
  let day = 20_000
  await fc.assert(
    fc.asyncProperty(
      fc.array(view, { minLength: 1, maxLength: 25 }),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      async (views, order) => {
        day += 1
        const process = randomUUID()
        for (const [number, batch] of order.entries()) {
          const counts = batchOf(
            views.filter((each) => each.batch === batch),
            day,
          )
          if (!counts) continue
          await door.count({ process, number, counts }, dayName(day), 10_000)
          // A flush whose answer was lost comes again, at once or later.
          await door.count({ process, number, counts }, dayName(day), 10_000)
        }
        const row = await database.db
          .selectFrom('siteDay')
          .select(['views', 'visits', 'visitors'])
          .where('day', '=', dayName(day))
          .executeTakeFirstOrThrow()
        expect(row).toEqual({ views: views.length, ...byHand(views) })
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

function batchOf(views: readonly { reader: number; at: number }[], day: number): Counts | undefined {
  const sums = newSums()
  for (const { reader, at } of views) {
    sums.add({
      siteId: sites.ward.id,
      sectionId: undefined,
      entryId: undefined,
      at: day * 86_400_000 - 7 * 3_600_000 + at,
      bot: false,
      referrer: 'none',
      device: 'phone',
      digest: `${reader}`.repeat(16),
    })
  }
  return sums.seal()
}

function byHand(views: readonly { reader: number; at: number }[]): { visits: number; visitors: number } {
  let visits = 0
  const readers = new Set(views.map((each) => each.reader))
  for (const reader of readers) {
    const times = views
      .filter((each) => each.reader === reader)
      .map(({ at }) => at)
      .toSorted((a, b) => a - b)
    visits += times.filter((at, index) => index === 0 || at - times[index - 1]! >= 30 * minute).length
  }
  return { visits, visitors: readers.size }
}
