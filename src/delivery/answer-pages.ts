import { isUnreachable } from '../database/unreachable.ts'
import type { Logger } from '../logger.ts'
import { hostOf } from './host-of.ts'
import type { PageFacts, PublicSite } from './route.ts'
import { sendDrawn, sendPressed, type Exchange } from './send-answer.ts'
import type { Drawings, Outcome } from './store/drawings.ts'
import { readPageAddress, type PageAddress } from './store/page-address.ts'
import type { PageStore, StoredPage } from './store/page-store.ts'
import type { SiteMemory } from './store/site-memory.ts'
import { isPublicPage } from './visit.ts'

export interface PageParts {
  store: PageStore
  sites: SiteMemory
  drawings: Drawings
  logger: Logger
  /** Whether changes are heard of. While they are not, pages held are sent whatever their age. */
  hears(): boolean
  /** Lets the router answer. */
  pass(exchange: Exchange): void
  /** Told of every page that was read. */
  count(exchange: Exchange, siteId: number, counts: PageFacts['counts']): void
}

/** Pages, from the store or drawn for it. */
export interface PageAnswers {
  /** Answers at once where the page is held: true. */
  hit(exchange: Exchange, site: PublicSite, name: string): boolean
  /** Answers a page that is not held under the address as it was sent. */
  miss(exchange: Exchange, address: PageAddress): Promise<void>
}

export function answerPages({ store, sites, drawings, logger, hears, pass, count }: PageParts): PageAnswers {
  const redraw = async (site: PublicSite, page: StoredPage, address: PageAddress): Promise<void> => {
    page.redrawing = true
    try {
      const outcome = await drawings.draw(site, address)
      // What is no page any more is not sent again; a failure may pass.
      if (outcome.is === 'single' || (outcome.is === 'answer' && outcome.drawn.status < 500)) store.drop(page)
    } catch (error) {
      logger.warn({ err: error, path: address.address }, 'a page could not be drawn anew')
    } finally {
      page.redrawing = false
    }
  }
  /** Whether a page may be sent as it stands; one that has aged is drawn anew behind its reader's back. */
  const usable = (site: PublicSite, page: StoredPage): boolean => {
    const now = Date.now()
    if (now < page.freshUntil || page.redrawing || !hears()) return true
    const address = now < page.usableUntil ? readPageAddress(page.name) : undefined
    if (address) void redraw(site, page, address)
    return address !== undefined
  }
  const send = (exchange: Exchange, page: StoredPage): void => {
    sendPressed(exchange, page)
    if (page.isPage) count(exchange, page.siteId, page.counts)
  }
  const hit: PageAnswers['hit'] = (exchange, site, name) => {
    const page = store.find(site.id, name)
    if (!page || !usable(site, page)) return false
    store.noteHit()
    send(exchange, page)
    return true
  }
  const siteOf = async ({ head }: Exchange): Promise<PublicSite | undefined> => {
    const host = hostOf(head.host)
    try {
      return host === undefined ? undefined : await sites.find(host)
    } catch (error) {
      // The router says so, in a page.
      if (isUnreachable(error)) return undefined
      throw error
    }
  }
  return {
    hit,
    async miss(exchange, address) {
      const site = await siteOf(exchange)
      if (!site) return pass(exchange)
      if (hit(exchange, site, address.address)) return
      store.noteMiss()
      const outcome: Outcome = await drawings.draw(site, address)
      const held = outcome.is === 'answer' && outcome.away ? store.find(site.id, address.address) : undefined
      if (held) return send(exchange, held)
      if (outcome.is === 'page') return send(exchange, outcome.page)
      if (outcome.is === 'single') return pass(exchange)
      await sendDrawn(exchange, outcome.drawn)
      const { status, headers } = outcome.drawn
      const { 'content-type': type, 'cache-control': caching } = Object.fromEntries(headers)
      if (status === 200 && isPublicPage(type, caching)) count(exchange, site.id, outcome.reading.page?.counts ?? {})
    },
  }
}
