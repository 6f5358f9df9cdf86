import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Logger } from '../logger.ts'
import { isRefusal, type CountingDoor } from './counting-door.ts'
import type { Batch, Spool } from './spool.ts'
import type { Counts } from './sums.ts'

interface HandingOnParts {
  door: CountingDoor
  spool: Spool
  logger: Logger
  /** Told of the salts each answer carries. */
  learn: (salts: ReadonlyMap<string, string>) => void
}

/** The way of sealed counts: to the database, or through the spool as long as anything waits there. */
export interface HandingOn {
  /** Asks for the salts; what earlier processes left on disk is taken in beside. */
  begin(today: string): Promise<void>
  /** `ask`: the salts are wanted even when there is nothing to hand on. Ends within `patience`. */
  handOn(counts: Counts | undefined, today: string, ask: boolean): Promise<void>
  /** Whether counts wait for the database. */
  isAway(): boolean
  close(): Promise<void>
}

/** How long the database may take before a batch is put on disk instead, in milliseconds. Two flushes and this stay below 5 s. */
export const patience = 2000
/** The same for batches that are safe on disk. */
const longPatience = 30_000
const waits = 'counts wait on disk: the database does not take them'

/** Numbers the batches of this process and hands them on, once each whatever happens on the way. */
export function handingOn({ door, spool, logger, learn }: HandingOnParts): HandingOn {
  const self = randomUUID()
  let number = 0
  let away = false
  let draining: Promise<void> | undefined
  const keeper = keepBatches(spool, logger)

  function beginDraining(today: string): void {
    draining ??= drain({ door, spool, logger, learn }, today)
      .then(() => {
        away = keeper.isHolding()
        if (!away) logger.info('counts that waited are in the database')
      })
      .catch(() => {})
      .finally(() => (draining = undefined))
  }

  return {
    isAway: () => away,
    async begin(today) {
      const left = spool.list().length > 0
      try {
        learn(await door.count(undefined, today, patience))
      } catch (error) {
        logger.warn({ error: (error as Error).message }, waits)
        away = true
      }
      if (left && !away) {
        away = true
        beginDraining(today)
      }
    },
    async handOn(counts, today, ask) {
      const batch = counts && { process: self, number: ++number, counts }
      if (away) {
        keeper.keep(batch)
        beginDraining(today)
        // The counts are safe; what is waited for is the salt of a new day, which the answer brings.
        await Promise.race([draining, setTimeout(patience, undefined, { ref: false })])
        return
      }
      if (!batch && !ask) return
      try {
        learn(await door.count(batch, today, patience))
      } catch (error) {
        away = true
        keeper.keep(batch)
        logger.warn({ error: (error as Error).message }, waits)
      }
    },
    async close() {
      keeper.keep(undefined)
      await door.close()
      await draining
    },
  }
}

/** Batches kept in memory when neither database nor disk takes them. */
const mostHeld = 2000

/** Puts batches on disk; those the disk does not take are held and tried again with the next. */
function keepBatches(spool: Spool, logger: Logger): { keep(batch: Batch | undefined): void; isHolding(): boolean } {
  let held: Batch[] = []
  return {
    isHolding: () => held.length > 0,
    keep(batch) {
      const waiting = batch ? [...held, batch] : held
      held = []
      for (const each of waiting) {
        try {
          spool.put(each)
        } catch (error) {
          held.push(each)
          if (each === batch)
            logger.error({ error: (error as Error).message, waiting: held.length }, 'counts could not be put on disk')
        }
      }
      if (held.length <= mostHeld) return
      held = held.slice(-mostHeld)
      logger.error('counts were lost: neither the database nor the disk took them')
    },
  }
}

/** Takes in everything on disk. What the database refuses for good, or nobody can read, is set aside. @throws when it is away */
async function drain({ door, spool, logger, learn }: HandingOnParts, today: string): Promise<void> {
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
}
