import { LRUCache } from 'lru-cache'
import type { PublicSite } from '../route.ts'

/** Which portal a host belongs to, remembered until it changes. */
export interface SiteMemory {
  /** What is remembered, without asking; undefined when nothing is. `host` as siteOfHost() takes it. */
  known(host: string): PublicSite | undefined
  /** Asks the database where nothing is remembered. @throws when it cannot be reached and nothing is remembered. */
  find(host: string): Promise<PublicSite | undefined>
  /** Forgets the portals whose frame changed; undefined: everything. */
  purge(tags: readonly string[] | undefined): void
  /** Takes over what was remembered in an earlier life. */
  recall(host: string, site: PublicSite): void
  /** Everything remembered, by host. */
  entries(): Iterable<[string, PublicSite]>
}

export interface SiteMemoryParts {
  ask(host: string): Promise<PublicSite | undefined>
  /** Told of every portal learnt, to keep a copy on disk. */
  onLearnt?(host: string, site: PublicSite): void
}

const mostHosts = 5000
const mostUnknown = 2000
/** A host of no portal is asked for again after this time (milliseconds). */
const unknownFor = 10_000

export function siteMemory({ ask, onLearnt }: SiteMemoryParts): SiteMemory {
  const sites = new LRUCache<string, PublicSite>({ max: mostHosts })
  const unknown = new LRUCache<string, true>({ max: mostUnknown, ttl: unknownFor })
  const asking = new Map<string, Promise<PublicSite | undefined>>()
  // An answer that was on its way while something changed is asked for anew: a page drawn from it would be kept.
  let epoch = 0

  const askFor = async (host: string): Promise<PublicSite | undefined> => {
    const began = epoch
    const site = await ask(host)
    if (began !== epoch) return askFor(host)
    if (site) {
      sites.set(host, site)
      onLearnt?.(host, site)
    } else unknown.set(host, true)
    return site
  }
  return {
    known: (host) => sites.get(host),
    async find(host) {
      const known = sites.get(host)
      if (known || unknown.has(host)) return known
      const before = asking.get(host)
      if (before) return before
      const asked = askFor(host).finally(() => {
        if (asking.get(host) === asked) asking.delete(host)
      })
      asking.set(host, asked)
      return asked
    },
    purge(tags) {
      if (tags && !tags.some((tag) => tag.startsWith('frame:'))) return
      epoch++
      asking.clear()
      unknown.clear()
      if (!tags) return sites.clear()
      for (const [host, { id }] of sites.entries()) if (tags.includes(`frame:${id}`)) sites.delete(host)
    },
    recall: (host, site) => void sites.set(host, site),
    entries: () => sites.entries(),
  }
}
