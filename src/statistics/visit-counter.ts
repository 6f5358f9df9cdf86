import { randomUUID } from 'node:crypto'
import type { VisitCounter } from '../delivery/visit.ts'
import type { Logger } from '../logger.ts'
import { agentClasses } from './classify-agent.ts'
import { referrerClasses, type Hosts } from './classify-referrer.ts'
import { isRefusal, openDoor, type CountingDoor } from './counting-door.ts'
import { newSalts } from './salts.ts'
import { openSpool, type Batch, type Spool } from './spool.ts'
import { dayName, dayNumber, newSums } from './sums.ts'

/** Counts readings in memory and hands the sums to the database. */
export interface VisitCounting extends VisitCounter {
  /** Who asks, as hexadecimal digits: the same in all processes for a Vietnamese day, unrelated to the day before. */
  visitorKey(address: string, userAgent: string): Promise<string>
  /** Hands on what was counted so far, to the database or, while it is away, to disk. Never fails. */
  flush(): Promise<void>
  /** The last flush; nothing may be noted afterwards. Ends within a few seconds. */
  close(): Promise<void>
}

export interface CounterParts {
  /** The primary database: a replica takes no counts. */
  url: string
  /** Folder of the installation; counts wait in `statistics` below it while the database is away. */
  home: string
  logger: Logger
  /** The clock, in milliseconds since 1970. */
  now?: () => number
  /** Milliseconds between two flushes; 0: only when told. */
  every?: number
  door?: CountingDoor
}

/** How long the database may take before a batch is put on disk instead, in milliseconds. Two flushes and this stay below 5 s. */
const patience = 2000
/** The same for batches that are safe on disk. */
const longPatience = 30_000
const hostsHold = 60_000
/** Batches kept in memory when neither database nor disk takes them. */
const mostUnsaved = 2000

/**
 * Starts counting. Waits a moment for the day's salt, so that processes started together know readers apart in the same way; a
 * database that is away only means that counts wait on disk. Batches left by processes that ended are taken in.
 */
export async function createVisitCounter({ url, home, logger, ...rest }: CounterParts): Promise<VisitCounting> {
  const now = rest.now ?? Date.now
  const door = rest.door ?? openDoor(url)
  const spool = openSpool(home)
  const salts = newSalts()
  const sums = newSums()
  const agentOf = agentClasses()
  const referrerOf = referrerClasses()
  const hosts = freshHosts(door, now)
  const out = handingOn({ door, spool, logger, learn: salts.learn })

  async function flush(): Promise<void> {
    const today = dayNumber(now())
    salts.forgetBefore(dayNumber(now() - 5 * 60_000))
    await out.handOn(sums.seal(), dayName(today), salts.lacks(today))
    if (!out.isAway()) void hosts.refresh()
  }
  // Flushes never overlap: one that falls due meanwhile follows the one at work, and no more than one waits.
  let flushing = out.begin(dayName(dayNumber(now())))
  let waiting = false
  const tick = (): Promise<void> => {
    if (!waiting) {
      waiting = true
      flushing = flushing.then(() => {
        waiting = false
        return flush()
      })
    }
    return flushing
  }
  await Promise.all([flushing, hosts.refresh()])
  const every = rest.every ?? 2000
  const timer = every > 0 ? setInterval(() => void tick(), every).unref() : undefined

  return {
    note({ siteId, sectionId, entryId, at, address, userAgent, referrer, host }) {
      try {
        const { bot, device, inSocialApp } = agentOf(userAgent)
        const from = referrerOf(referrer, { id: siteId, host }, hosts.known())
        sums.add({
          siteId,
          sectionId,
          entryId,
          at,
          bot,
          device,
          referrer: from === 'none' && inSocialApp ? 'social' : from,
          digest: bot ? '' : salts.digest(dayNumber(at), `visit ${siteId}`, address, userAgent).slice(0, 16),
        })
      } catch (error) {
        logger.error({ error: (error as Error).message }, 'a reading was not counted')
      }
    },
    async visitorKey(address, userAgent) {
      const today = dayNumber(now())
      if (salts.lacks(today)) await tick()
      return salts.digest(today, 'key', address, userAgent)
    },
    flush: tick,
    async close() {
      clearInterval(timer)
      await tick()
      await out.close()
    },
  }
}

interface HandingOnParts {
  door: CountingDoor
  spool: Spool
  logger: Logger
  learn: (salts: ReadonlyMap<string, string>) => void
}

/** The way of sealed counts: to the database, or through the spool as long as anything waits there. */
function handingOn({ door, spool, logger, learn }: HandingOnParts) {
  const self = randomUUID()
  let number = 0
  let away = false
  let unsaved: Batch[] = []
  let draining: Promise<void> | undefined

  function keep(batch: Batch): void {
    try {
      spool.put(batch)
    } catch (error) {
      unsaved.push(batch)
      logger.error({ error: (error as Error).message, waiting: unsaved.length }, 'counts could not be put on disk')
      if (unsaved.length > mostUnsaved) {
        unsaved = unsaved.slice(-mostUnsaved)
        logger.error('counts were lost: neither the database nor the disk took them')
      }
    }
  }

  function keepUnsaved(): void {
    const waiting = unsaved
    unsaved = []
    for (const batch of waiting) keep(batch)
  }

  async function drain(today: string): Promise<void> {
    learn(await door.count(undefined, today, longPatience))
    for (let names = spool.list(); names.length > 0; names = spool.list()) {
      for (const name of names) {
        const batch = spool.read(name)
        if (batch === 'gone') continue
        if (batch === 'unreadable') {
          spool.setAside(name)
          logger.error({ name }, 'a file of counts cannot be read')
          continue
        }
        try {
          learn(await door.count(batch, today, longPatience))
          spool.remove(name)
        } catch (error) {
          if (!isRefusal(error)) throw error
          spool.setAside(name)
          logger.error({ name, error: (error as Error).message }, 'the database refused counts')
        }
      }
    }
    away = unsaved.length > 0
    if (!away) logger.info('counts that waited are in the database')
  }

  function beginDraining(today: string): void {
    draining ??= drain(today)
      .catch(() => {})
      .finally(() => (draining = undefined))
  }

  return {
    /** Whether counts wait for the database. */
    isAway: () => away,
    /** Asks for the salts; what earlier processes left is taken in beside. */
    async begin(today: string): Promise<void> {
      const left = spool.list().length > 0
      try {
        learn(await door.count(undefined, today, patience))
      } catch (error) {
        logger.warn({ error: (error as Error).message }, 'counts wait on disk: the database does not take them')
        away = true
      }
      if (left && !away) {
        away = true
        beginDraining(today)
      }
    },
    /** `ask`: the salts are wanted even when there is nothing to hand on. */
    async handOn(counts: Batch['counts'] | undefined, today: string, ask: boolean): Promise<void> {
      const batch = counts && { process: self, number: ++number, counts }
      if (away) {
        keepUnsaved()
        if (batch) keep(batch)
        beginDraining(today)
        return
      }
      if (!batch && !ask) return
      try {
        learn(await door.count(batch, today, patience))
      } catch (error) {
        away = true
        if (batch) keep(batch)
        logger.warn({ error: (error as Error).message }, 'counts wait on disk: the database does not take them')
      }
    },
    async close(): Promise<void> {
      keepUnsaved()
      await door.close()
      await draining
    },
  }
}

/** The portals of the network by host, asked for again each minute. */
function freshHosts(door: CountingDoor, now: () => number) {
  let known: Hosts = new Map()
  let asked = Number.NEGATIVE_INFINITY
  return {
    known: () => known,
    async refresh(): Promise<void> {
      if (Math.abs(now() - asked) < hostsHold) return
      asked = now()
      known = await door.hosts(patience).catch(() => known)
    },
  }
}
