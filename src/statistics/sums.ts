import { devices, type Device } from './classify-agent.ts'
import { referrers, type Referrer } from './classify-referrer.ts'

/**
 * Counts on their way to the database, in the shape count_visits() of migrations/0033 takes. `day`: days since 1970-01-01 in
 * Vietnamese time; times are milliseconds of that day.
 */
export interface Counts {
  /** day, site, views, bots, then views by referrer and by device. */
  sites: number[][]
  /** day, site, section, views, bots */
  sections: number[][]
  /** day, site, entry, views, bots */
  entries: number[][]
  /** day, site, digest as 16 hexadecimal digits, and from when until when pages were read without a pause of 30 minutes. */
  visitors: [number, number, string, number, number][]
}

/** One page view, as far as it is counted. */
export interface Reading {
  siteId: number
  sectionId: number | undefined
  entryId: number | undefined
  /** Milliseconds since 1970. */
  at: number
  bot: boolean
  referrer: Referrer
  device: Device
  /** Of the reader; '' for a bot. */
  digest: string
}

const dayLength = 86_400_000
const vietnam = 7 * 3_600_000
/** A pause of this length or longer begins a new visit. */
export const visitPause = 30 * 60_000

/** The Vietnamese day of a moment (UTC+7 all year), in days since 1970-01-01. */
export const dayNumber = (at: number): number => Math.floor((at + vietnam) / dayLength)
/** That day as 2026-11-23. */
export const dayName = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10)

interface SiteSums {
  /** views, bots, by referrer, by device */
  totals: number[]
  sections: Map<number, [views: number, bots: number]>
  entries: Map<number, [views: number, bots: number]>
  /** Stretches of reading by digest: from, until, from, until … */
  visitors: Map<string, number[]>
}

/** What was read since the last time it was handed on. */
export interface Sums {
  add(reading: Reading): void
  /** Takes everything out; undefined when nothing was read. */
  seal(): Counts | undefined
}

const referrerPlace = new Map(referrers.map((name, index) => [name, 2 + index]))
const devicePlace = new Map(devices.map((name, index) => [name, 2 + referrers.length + index]))
const places = 2 + referrers.length + devices.length

export function newSums(): Sums {
  let days = new Map<number, Map<number, SiteSums>>()

  function sumsOf(day: number, siteId: number): SiteSums {
    let sites = days.get(day)
    if (!sites) days.set(day, (sites = new Map()))
    let sums = sites.get(siteId)
    if (!sums) {
      sums = {
        totals: Array.from({ length: places }, () => 0),
        sections: new Map(),
        entries: new Map(),
        visitors: new Map(),
      }
      sites.set(siteId, sums)
    }
    return sums
  }

  return {
    add(reading) {
      const day = dayNumber(reading.at)
      const sums = sumsOf(day, reading.siteId)
      const column = reading.bot ? 1 : 0
      sums.totals[column]! += 1
      if (reading.sectionId !== undefined) raise(sums.sections, reading.sectionId, column)
      if (reading.entryId !== undefined) raise(sums.entries, reading.entryId, column)
      if (reading.bot) return
      sums.totals[referrerPlace.get(reading.referrer)!]! += 1
      sums.totals[devicePlace.get(reading.device)!]! += 1
      stretch(sums.visitors, reading.digest, reading.at + vietnam - day * dayLength)
    },
    seal() {
      if (days.size === 0) return undefined
      const counts = countsOf(days)
      days = new Map()
      return counts
    },
  }
}

function raise(sums: Map<number, [number, number]>, id: number, column: 0 | 1): void {
  const sum = sums.get(id)
  if (sum) sum[column] += 1
  else sums.set(id, column === 0 ? [1, 0] : [0, 1])
}

/** Lengthens the latest stretch of a reader, or begins another; the database joins what belongs together. */
function stretch(visitors: Map<string, number[]>, digest: string, time: number): void {
  const seen = visitors.get(digest)
  if (!seen) {
    visitors.set(digest, [time, time])
    return
  }
  const last = seen.length - 2
  const [from = 0, until = 0] = [seen[last], seen[last + 1]]
  if (time - until < visitPause && from - time < visitPause) {
    seen[last] = Math.min(from, time)
    seen[last + 1] = Math.max(until, time)
  } else {
    seen.push(time, time)
  }
}

function countsOf(days: ReadonlyMap<number, ReadonlyMap<number, SiteSums>>): Counts {
  const counts: Counts = { sites: [], sections: [], entries: [], visitors: [] }
  for (const [day, sites] of days) {
    for (const [site, { totals, sections, entries, visitors }] of sites) {
      counts.sites.push([day, site, ...totals])
      for (const [id, sum] of sections) counts.sections.push([day, site, id, ...sum])
      for (const [id, sum] of entries) counts.entries.push([day, site, id, ...sum])
      for (const [digest, seen] of visitors) {
        for (let at = 0; at < seen.length; at += 2) counts.visitors.push([day, site, digest, seen[at]!, seen[at + 1]!])
      }
    }
  }
  return counts
}
