import type { Config } from '../../config.ts'
import type { Logger } from '../../logger.ts'
import type { Fetch } from '../reading.ts'
import type { PublicSite } from '../route.ts'
import { createDrawings, type Drawings } from './drawings.ts'
import { hearPurges } from './hear-purges.ts'
import { createPageStore, type PageStore } from './page-store.ts'
import { siteMemory, type SiteMemory } from './site-memory.ts'
import { watchReplica } from './replica-lag.ts'
import { openSnapshot } from './snapshot.ts'

export interface StoreParts {
  config: Config
  logger: Logger
  /** The primary server. */
  url: string
  /** Where a copy of what is held lies, of this process alone; without it none is kept. */
  folder?: string
  /** Told of every change once it is taken in; undefined: everything changed. */
  onPurged?(tags: readonly string[] | undefined): void
  siteOf(host: string): Promise<PublicSite | undefined>
}

/** The page store of one delivery process with everything that keeps it true. */
export interface OpenStore {
  store: PageStore
  sites: SiteMemory
  hears(): boolean
  /** How many pages an earlier life left, where the database is away. */
  recalled: number
  drawingsWith(fetch: Fetch): Drawings
  close(): Promise<void>
}

const heardEvery = 5000
const sayFiguresEvery = 10 * 60_000

/**
 * Opens the store and begins to listen. Where the database is away it goes on with what an earlier life left on disk; as soon as
 * the database is there, all of that is dropped, because nobody knows what changed meanwhile.
 */
export async function openStore({ config, logger, url, folder, onPurged, siteOf }: StoreParts): Promise<OpenStore> {
  const snapshot = folder === undefined ? undefined : openSnapshot(folder, logger)
  const store = createPageStore(config.pageStoreBytes, snapshot)
  const sites = siteMemory({ ask: siteOf, onLearnt: (host, site) => ear.hears() && snapshot?.learnt(host, site) })
  let drawings: Drawings | undefined
  const purge = (tags: readonly string[] | undefined): void => {
    drawings?.purge(tags)
    sites.purge(tags)
    if (tags) store.purge(tags)
    else store.clear()
    onPurged?.(tags)
  }
  const replica = config.databaseReadUrl ? watchReplica(url, config.databaseReadUrl, logger) : undefined
  const takeIn = (tags: readonly string[] | undefined): void => {
    purge(tags)
    // What was drawn meanwhile may show what the replica had before.
    replica?.whenCaughtUp(() => purge(tags))
  }
  const ear = hearPurges({
    url,
    logger,
    onPurge: takeIn,
    onHearing() {
      takeIn(undefined)
      snapshot?.heard()
    },
  })
  const marking = setInterval(() => ear.hears() && snapshot?.heard(), heardEvery).unref()
  const saying = setInterval(() => logger.info(store.figures(), 'page store'), sayFiguresEvery).unref()
  const recalled = (await ear.first) ? 0 : await recall()
  async function recall(): Promise<number> {
    const left = await snapshot?.read()
    if (!left || ear.hears()) return 0
    for (const [host, site] of left.sites) sites.recall(host, site)
    for (const page of left.pages) store.keep(page)
    logger.warn({ pages: left.pages.length }, 'database unreachable at start: serving the pages held before')
    return left.pages.length
  }
  return {
    store,
    sites,
    recalled,
    hears: ear.hears,
    drawingsWith(fetch) {
      drawings = createDrawings({ fetch, store, hears: ear.hears, logger })
      return drawings
    },
    async close() {
      clearInterval(marking)
      clearInterval(saying)
      if (ear.hears()) snapshot?.heard()
      await ear.close()
      await replica?.close()
      await snapshot?.settle()
    },
  }
}
