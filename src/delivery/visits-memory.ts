import { LRUCache } from 'lru-cache'

/** How many visits people paid to a portal, or undefined where that cannot be told now. */
export type VisitsMemory = (siteId: number) => Promise<number | undefined>

const mostSites = 5000
/** The foot of a page may be this much behind (milliseconds). */
const goodFor = 60 * 60_000
/** A database that did not answer is asked again after this time (milliseconds). */
const triedAgainAfter = 30_000

/** Asks once for all pages drawn within the hour. A count nobody can give takes no page away. */
export function visitsMemory(ask: (siteId: number) => Promise<number>): VisitsMemory {
  const known = new LRUCache<number, Promise<number | undefined>>({ max: mostSites, ttl: goodFor })
  return (siteId) => {
    const before = known.get(siteId)
    if (before) return before
    const asked = ask(siteId).catch(() => {
      known.set(siteId, Promise.resolve(undefined), { ttl: triedAgainAfter })
      return undefined
    })
    known.set(siteId, asked)
    return asked
  }
}
