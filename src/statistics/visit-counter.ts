import type { VisitCounter } from '../delivery/visit.ts'
import type { Logger } from '../logger.ts'
import { agentClasses } from './classify-agent.ts'
import { referrerClasses, type Hosts } from './classify-referrer.ts'
import { openDoor, type CountingDoor } from './counting-door.ts'
import { handingOn, patience } from './hand-on.ts'
import { newSalts } from './salts.ts'
import { openSpool } from './spool.ts'
import { dayName, dayNumber, newSums } from './sums.ts'

/** Counts readings in memory and hands the sums to the database. */
export interface VisitCounting extends VisitCounter {
  /**
   * Who asks, as 64 hexadecimal digits: the same in all processes for a Vietnamese day, unrelated to the day before. The first 16 are
   * shared by all readers behind one address.
   */
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

const hostsHold = 60_000

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
  const begun = out.begin(dayName(dayNumber(now())))
  const tick = oneAfterAnother(begun, flush)
  await Promise.all([begun, hosts.refresh()])
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
      const network = salts.digest(today, 'network', address, '').slice(0, 16)
      return `${network}${salts.digest(today, 'key', address, userAgent).slice(0, 48)}`
    },
    flush: tick,
    async close() {
      clearInterval(timer)
      await tick()
      await out.close()
    },
  }
}

/** Runs never overlap: one that is asked for meanwhile follows the one at work, and no more than one waits. */
function oneAfterAnother(first: Promise<void>, run: () => Promise<void>): () => Promise<void> {
  let last = first
  let waiting = false
  return () => {
    if (!waiting) {
      waiting = true
      last = last.then(() => {
        waiting = false
        return run()
      })
    }
    return last
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
