import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visit } from '../delivery/visit.ts'
import { createLogger } from '../logger.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { openDoor, type CountingDoor } from './counting-door.ts'
import { openSpool } from './spool.ts'
import { createVisitCounter, type VisitCounting } from './visit-counter.ts'

// A year of a small network, made up by a generator of random numbers with a fixed beginning, read by three processes and added up
// here in the simplest way, from the list of readings itself.

let database: TestDatabase
let sites: TestNetwork
let home: string
const first = Date.UTC(2025, 0, 1) - 7 * 3_600_000
const hour = 3_600_000
const day = 24 * hour

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  home = mkdtempSync(path.join(os.tmpdir(), 'khue-replay-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const browsers = [
  'Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
]
const robots = ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'curl/8.5.0', '']

interface Told extends Visit {
  bot: boolean
  /** Which process answers. */
  by: number
}

/** Small numbers that look random and are the same each time (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

function dayOfReadings(number: number, roll: (below: number) => number): Told[] {
  const told: Told[] = []
  const start = first + number * day
  const places = [sites.city, sites.ward, sites.otherWard]
  const add = (more: Partial<Told> & { at: number }): void => {
    const site = places[roll(3)]!
    told.push({
      siteId: site.id,
      sectionId: roll(2) === 0 ? site.sections['tin-tuc'] : undefined,
      entryId: roll(3) > 0 ? 1 + roll(8) : undefined,
      address: `10.0.${roll(2)}.${roll(9)}`,
      userAgent: browsers[roll(3)]!,
      referrer: '',
      host: site.host,
      bot: false,
      by: roll(3),
      ...more,
    })
  }
  const busy = number === 201 ? 260 : 40 + roll(30)
  for (let reading = 0; reading < busy; reading++) {
    // Most of it in the evening, so that pauses are short and visits long.
    add({ at: start + (roll(4) === 0 ? roll(24 * 60) : 19 * 60 + roll(150)) * 60_000 + roll(60_000) })
  }
  for (let reading = roll(30); reading > 0; reading--) {
    add({ at: start + roll(day), userAgent: robots[roll(3)]!, bot: true })
  }
  const midnight = { siteId: sites.ward.id, address: '10.9.9.9', userAgent: browsers[0]! }
  for (const at of [start, start + 1, start + day - 1]) add({ at, ...midnight })
  const pauses = { siteId: sites.city.id, address: '10.8.8.8', userAgent: browsers[2]! }
  for (const at of [0, 30 * 60_000, 60 * 60_000 - 1]) add({ at: start + 8 * hour + at, ...pauses })
  return told
}

/** What a calendar on the wall of Hà Nội says. */
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

interface Known {
  views: number
  bots: number
  visits: number
  visitors: number
}
function addUp(told: readonly Told[]): Map<string, Known> {
  const known = new Map<string, Known>()
  const readers = new Map<string, number[]>()
  const of = (key: string): Known =>
    known.get(key) ?? known.set(key, { views: 0, bots: 0, visits: 0, visitors: 0 }).get(key)!
  for (const visit of told) {
    const place = `${calendar.format(visit.at)} ${visit.siteId}`
    if (visit.bot) of(place).bots++
    else {
      of(place).views++
      const reader = `${place} ${visit.address} ${visit.userAgent}`
      readers.set(reader, [...(readers.get(reader) ?? []), visit.at])
    }
  }
  for (const [reader, times] of readers) {
    const sums = of(reader.split(' ').slice(0, 2).join(' '))
    const sorted = times.toSorted((a, b) => a - b)
    sums.visitors++
    sums.visits += sorted.filter((at, index) => index === 0 || at - sorted[index - 1]! >= 30 * 60_000).length
  }
  return known
}

/** A way into the database that hands in some batches twice, and loses the answer to others after they were counted. */
function clumsyDoor(roll: (below: number) => number): CountingDoor {
  const door = openDoor(database.url)
  return {
    ...door,
    async count(batch, today, patience) {
      const answer = await door.count(batch, today, patience)
      const fate = roll(batch ? 12 : 1000)
      if (fate === 1) return door.count(batch, today, patience)
      if (fate === 2) throw new Error('connection lost')
      return answer
    },
  }
}

describe('a year of readings, replayed', () => {
  const everything: Told[] = []
  let clock = first
  let processes: VisitCounting[]

  const settle = async (): Promise<void> => {
    // A lost answer puts its batch on disk; the next flushes hand it in again.
    do {
      for (const counting of processes) await counting.flush()
      await setTimeout(2)
    } while (openSpool(home).list().length > 0)
  }

  beforeAll(async () => {
    const roll = dice(20_251)
    const begin = (): Promise<VisitCounting> =>
      createVisitCounter({
        url: database.url,
        home,
        logger: createLogger(process.env.TEST_LOG ?? 'silent'),
        now: () => clock,
        every: 0,
        door: clumsyDoor(roll),
      })
    processes = [await begin(), await begin(), await begin()]
    for (let number = 0; number < 365; number++) {
      const told = dayOfReadings(number, roll)
      everything.push(...told)
      clock = first + number * day
      for (const counting of processes) await counting.flush()
      // Each process flushes when it likes: what one read in the morning may arrive after what another read at night.
      for (const visit of told.toSorted((a, b) => a.at - b.at)) {
        clock = visit.at
        const counting = processes[visit.by]!
        counting.note(visit)
        if (roll(60) === 0) await counting.flush()
      }
      if (number % 90 === 89) {
        await processes[0]!.close()
        processes[0] = await begin()
      }
      await settle()
      if (number % 2 === 0)
        await sql`select forget_visitors(${calendar.format(first + number * day)}::date)`.execute(database.db)
    }
    for (const counting of processes) await counting.close()
  }, 240_000)

  test('gives back exactly the views, visits, visitors and robots of every portal and day', async () => {
    const rows = await database.db.selectFrom('siteDay').selectAll().execute()
    const counted = new Map(
      rows.map((row) => [
        `${row.day} ${row.siteId}`,
        { views: row.views, bots: row.botViews, visits: row.visits, visitors: row.visitors },
      ]),
    )
    expect(rows).toHaveLength(365 * 3)
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(addUp(everything)))
  })

  test('gives back exactly what was read of each entry and section, by day, month and in all', async () => {
    const people = everything.filter((visit) => !visit.bot)
    const times = (name: (visit: Told) => string | undefined): Record<string, number> => {
      const sums: Record<string, number> = {}
      for (const visit of people) {
        const key = name(visit)
        if (key) sums[key] = (sums[key] ?? 0) + 1
      }
      return sums
    }
    const named = (rows: { key: string; views: number }[]): Record<string, number> =>
      Object.fromEntries(rows.filter((row) => row.views > 0).map((row) => [row.key, row.views]))
    const entryDays = await database.db.selectFrom('entryDay').selectAll().execute()
    const entryMonths = await database.db.selectFrom('entryMonth').selectAll().execute()
    const entries = await database.db.selectFrom('entryViews').selectAll().execute()
    const sectionDays = await database.db.selectFrom('sectionDay').selectAll().execute()
    const entryOf = (visit: Told, when: string): string | undefined =>
      visit.entryId === undefined ? undefined : `${when} ${visit.siteId} ${visit.entryId}`
    expect(
      named(entryDays.map((row) => ({ key: `${row.day} ${row.siteId} ${row.entryId}`, views: row.views }))),
    ).toEqual(times((visit) => entryOf(visit, calendar.format(visit.at))))
    expect(
      named(
        entryMonths.map((row) => ({ key: `${row.month.slice(0, 7)} ${row.siteId} ${row.entryId}`, views: row.views })),
      ),
    ).toEqual(times((visit) => entryOf(visit, calendar.format(visit.at).slice(0, 7))))
    expect(named(entries.map((row) => ({ key: `all ${row.siteId} ${row.entryId}`, views: row.views })))).toEqual(
      times((visit) => entryOf(visit, 'all')),
    )
    expect(
      named(sectionDays.map((row) => ({ key: `${row.day} ${row.siteId} ${row.sectionId}`, views: row.views }))),
    ).toEqual(
      times((visit) =>
        visit.sectionId === undefined ? undefined : `${calendar.format(visit.at)} ${visit.siteId} ${visit.sectionId}`,
      ),
    )
  })
})
