import type { PageFacts } from '../route.ts'
import { fairMemory } from './fair-memory.ts'
import type { PressedPage } from './press-page.ts'

/** A page ready to be sent, and what it depends on. */
export interface StoredPage extends PressedPage {
  siteId: number
  /** Its address, as readPageAddress() writes it. */
  name: string
  bytes: number
  /** Everything it shows, frame:{site} included. */
  tags: readonly string[]
  counts: PageFacts['counts']
  /** Whether it is a page people read, in contrast to a feed or a map. */
  isPage: boolean
  /** Milliseconds since 1970: until then it is sent as it is; then drawn anew behind the back of one more reader; then not sent. */
  freshUntil: number
  usableUntil: number
  /** One redraw is on its way. */
  redrawing: boolean
}

/** Told of what comes and goes, to keep a copy on disk. */
export interface StoreWatcher {
  kept(page: StoredPage): void
  gone(page: StoredPage): void
  cleared(): void
}

/** What the store did since the start of the process, and what it holds now. */
export interface StoreFigures {
  pages: number
  bytes: number
  portals: number
  hits: number
  misses: number
  purged: number
  evicted: number
  clearings: number
}

/** Pages of all portals, ready to be sent. Bounded in bytes, fair between portals, dropped by tag. */
export interface PageStore {
  find(siteId: number, name: string): StoredPage | undefined
  /** False when the page is too large for the budget. */
  keep(page: StoredPage): boolean
  drop(page: StoredPage): void
  /** Drops every page that has one of the tags. Returns how many there were. */
  purge(tags: readonly string[]): number
  clear(): void
  /** Counts an answer from the store, or one that had to be drawn. */
  noteHit(): void
  noteMiss(): void
  figures(): StoreFigures
  values(): Iterable<StoredPage>
}

/** What a page costs beside its bytes: objects, maps, header lines. Estimated on the high side. */
const overhead = 1500
const perTag = 160

/** What a page costs in memory, in bytes. */
export const costOf = ({ gzip, brotli, name, tags }: Pick<StoredPage, 'gzip' | 'brotli' | 'name' | 'tags'>): number =>
  gzip.length + brotli.length + 2 * name.length + perTag * tags.length + overhead

/** `budget` in bytes. */
export function createPageStore(budget: number, watcher?: StoreWatcher): PageStore {
  const byTag = new Map<string, Set<StoredPage>>()
  const counted = { hits: 0, misses: 0, purged: 0, evicted: 0, clearings: 0 }
  const memory = fairMemory<StoredPage>(budget, (page, evicted) => {
    forget(page)
    if (evicted) counted.evicted++
    watcher?.gone(page)
  })
  const forget = (page: StoredPage): void => {
    for (const tag of page.tags) {
      const tagged = byTag.get(tag)
      if (tagged?.delete(page) && tagged.size === 0) byTag.delete(tag)
    }
  }
  return {
    find: memory.find,
    keep(page) {
      for (const tag of page.tags) {
        const tagged = byTag.get(tag)
        if (tagged) tagged.add(page)
        else byTag.set(tag, new Set([page]))
      }
      const kept = memory.keep(page)
      if (kept) watcher?.kept(page)
      else forget(page)
      return kept
    },
    drop: memory.drop,
    purge(tags) {
      let dropped = 0
      for (const tag of tags) {
        for (const page of byTag.get(tag) ?? []) {
          memory.drop(page)
          dropped++
        }
      }
      counted.purged += dropped
      return dropped
    },
    clear() {
      counted.clearings++
      watcher?.cleared()
      memory.clear()
      byTag.clear()
    },
    noteHit: () => void counted.hits++,
    noteMiss: () => void counted.misses++,
    figures() {
      const { things, bytes, portals } = memory.figures()
      return { pages: things, bytes, portals, ...counted }
    },
    values: memory.values,
  }
}
