import { LRUCache } from 'lru-cache'

/** A thing of a portal, kept under its name. */
export interface Kept {
  siteId: number
  name: string
  /** What it costs, in bytes. */
  bytes: number
}

/**
 * Keeps things of many portals within one budget. Over it, the least recently used thing of the portal that uses most goes: no
 * portal loses anything while it uses less than its fair share (the budget by the number of portals that keep something).
 */
export interface FairMemory<Thing extends Kept> {
  /** Counts as a use. */
  find(siteId: number, name: string): Thing | undefined
  /** Keeps it in place of what had its name; not at all (false) when it costs more than a quarter of the budget, or had to go at once. */
  keep(thing: Thing): boolean
  drop(thing: Thing): void
  clear(): void
  bytesOf(siteId: number): number
  figures(): { things: number; bytes: number; portals: number }
  values(): Iterable<Thing>
}

/** `onGone` is told of everything that is kept no longer; `evicted` says that only the budget asked for it. */
export function fairMemory<Thing extends Kept>(
  budget: number,
  onGone: (thing: Thing, evicted: boolean) => void,
): FairMemory<Thing> {
  const portals = new Map<number, LRUCache<string, Thing>>()
  const largest = Math.max(1, Math.floor(budget / 4))
  let bytes = 0

  const portalOf = (siteId: number): LRUCache<string, Thing> => {
    let portal = portals.get(siteId)
    if (!portal) {
      portal = new LRUCache<string, Thing>({
        maxSize: budget,
        sizeCalculation: (thing) => thing.bytes,
        dispose(thing, _, reason) {
          bytes -= thing.bytes
          onGone(thing, reason === 'evict')
        },
      })
      portals.set(siteId, portal)
    }
    return portal
  }
  const heaviest = (): LRUCache<string, Thing> | undefined => {
    let found: LRUCache<string, Thing> | undefined
    for (const portal of portals.values()) if (!found || portal.calculatedSize > found.calculatedSize) found = portal
    return found
  }
  const isOver = (): boolean => bytes > budget
  const forgetEmpty = (siteId: number): void => {
    if (portals.get(siteId)?.size === 0) portals.delete(siteId)
  }
  return {
    find: (siteId, name) => portals.get(siteId)?.get(name),
    keep(thing) {
      if (thing.bytes > largest) return false
      bytes += thing.bytes
      portalOf(thing.siteId).set(thing.name, thing)
      while (isOver()) heaviest()?.pop()
      // Of portals alike, it may be the newest thing itself that had to go.
      return portals.get(thing.siteId)?.peek(thing.name) === thing
    },
    drop(thing) {
      const portal = portals.get(thing.siteId)
      if (portal?.peek(thing.name) === thing) portal.delete(thing.name)
      forgetEmpty(thing.siteId)
    },
    clear() {
      for (const portal of portals.values()) portal.clear()
      portals.clear()
    },
    bytesOf: (siteId) => portals.get(siteId)?.calculatedSize ?? 0,
    figures: () => ({
      things: [...portals.values()].reduce((sum, { size }) => sum + size, 0),
      bytes,
      portals: [...portals.values()].filter(({ size }) => size > 0).length,
    }),
    *values() {
      for (const portal of portals.values()) yield* portal.values()
    },
  }
}
