import { Hono, type Context, type Next } from 'hono'
import { compress } from 'hono/compress'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { Logger } from '../logger.ts'
import type { FileStore } from '../media/file-store.ts'
import { NotFound } from '../refusals.ts'
import { healthRoutes, type Health } from '../web/health.ts'
import { visitsOfSite } from '../statistics/live-queries.ts'
import type { PublicFiles } from '../web/public-files.ts'
import { plainVoidElements } from '../web/void-elements.ts'
import { securityHeaders } from '../web/security-headers.ts'
import { whyBadAddress } from '../web/address.ts'
import { validators } from './answer.ts'
import { answerBadAddress, answerError, answerUnknownHost, answerUnreachable } from './errors.tsx'
import { hostOf } from './host-of.ts'
import { addressIn, languageOf, siteIn, speak } from './language.ts'
import { mayBeImported, redirectOld } from './old-addresses.ts'
import { portalPublicRoutes } from './pages/routes.ts'
import type { Reading } from './reading.ts'
import type { DeliveryContext, DeliveryEnv, PageFacts, PublicRoute, PublicSite } from './route.ts'
import { sharedCacheHeaders } from './shared-cache.ts'
import { siteOfHost } from './site-of-host.ts'
import { visitsMemory, type VisitsMemory } from './visits-memory.ts'

export interface DeliveryParts {
  config: Config
  /** Connected as khue_delivery. */
  db: Database
  /** The same, where `db` is a copy that is only read: takes what readers send. */
  intake?: Database
  logger: Logger
  files: FileStore
  publicFiles: PublicFiles
  health: Health
  /** Which portal a host belongs to; asked of the database each time where it is not given. */
  siteOf?: (host: string) => Promise<PublicSite | undefined>
  /** Digest of who asks, see DeliveryVariables.visitorKey. */
  visitorKey?: (address: string, userAgent: string) => Promise<string>
  routes: readonly PublicRoute[]
}

/** The public face: no session, no cookie, a database role that reads only what is live. */
export function createDelivery(parts: DeliveryParts): Hono<DeliveryEnv> {
  const delivery = new Hono<DeliveryEnv>()
  const visits = visitsMemory((siteId) => visitsOfSite(parts.db, siteId))
  delivery.use(
    securityHeaders<DeliveryEnv>({
      face: 'delivery',
      overTls: parts.config.publicScheme === 'https',
      framedBy: (c) => c.var.framedBy,
      frames: (c) => [...(c.var.page?.frames ?? [])].join(' '),
      images: (c) => [...(c.var.page?.images ?? [])].join(' '),
      position: (c) => c.var.page?.position ?? false,
    }),
  )
  healthRoutes(delivery, parts.health)
  delivery.use(compress())
  delivery.use((c, next) => {
    c.set('config', parts.config)
    c.set('logger', parts.logger)
    c.set('publicFiles', parts.publicFiles)
    c.set('files', parts.files)
    c.set('db', parts.db)
    c.set('intake', parts.intake ?? parts.db)
    c.set('inBothLanguages', false)
    speak(c, languageOf(new URL(c.req.url).pathname))
    c.set('visitorKey', () => visitorKeyOf(parts, c))
    c.set('page', newPage())
    if (c.env?.reading) tellFront(c, c.env.reading)
    return next()
  })
  delivery.get('/tai-nguyen/*', parts.publicFiles.serve)
  if (parts.config.sharedCache) delivery.use(sharedCacheHeaders)
  delivery.use(validators)
  delivery.use(plainVoidElements)
  delivery.use((c, next) => findPlace(c, { ...parts, visits }, next))
  delivery.get('/en/', (c) => c.redirect('/en', 301))
  for (const route of [...portalPublicRoutes, ...parts.routes]) standInBothLanguages(delivery, route)
  delivery.notFound((c) => answerError(c as DeliveryContext, new NotFound()))
  delivery.onError((error, c) => answerError(c as DeliveryContext, error))
  return delivery
}

const newPage = (): PageFacts => ({
  tags: new Set(),
  counts: {},
  scripts: new Set(),
  styles: new Set(),
  frames: new Set(),
  images: new Set(),
  position: false,
})

/** A route at its address, and below /en: as the English page, or as the way to the one address it has. */
function standInBothLanguages(
  delivery: Hono<DeliveryEnv>,
  { method, path, inEnglish = true, handle }: PublicRoute,
): void {
  const english = addressIn('en', path)
  if (!inEnglish) {
    delivery.on(method, path, (c) => handle(c))
    delivery.on(method, english, (c) => {
      refuseWrittenOtherwise(c)
      const { pathname, search } = new URL(c.req.url)
      return c.redirect(`${pathname.slice(addressIn('en', '/').length)}${search}`, 301)
    })
    return
  }
  delivery.on(method, path, (c) => {
    c.set('inBothLanguages', true)
    return handle(c)
  })
  delivery.on(method, english, (c) => {
    refuseWrittenOtherwise(c)
    c.set('inBothLanguages', true)
    return handle(c)
  })
}

/** /%65n is no second address of English pages: the router reads it as /en, nobody else does. @throws NotFound. */
function refuseWrittenOtherwise(c: Context<DeliveryEnv>): void {
  if (c.var.language !== 'en') throw new NotFound()
}

/** Finds the portal an address belongs to; answers at once what can be no page, or led somewhere on an older portal. */
async function findPlace(
  c: DeliveryContext,
  parts: DeliveryParts & { visits: VisitsMemory },
  next: Next,
): Promise<Response | void> {
  const told = c.env?.reading
  const host = hostOf(c.req.header('host'))
  const ask = parts.siteOf ?? ((name) => siteOfHost(parts.db, name, parts.config))
  const site = told?.site ?? (host === undefined ? undefined : await ask(host))
  if (!site) return answerUnknownHost(c)
  if (told) told.site = site
  c.set('site', siteIn(site, c.var.language))
  if (told?.unreachable) return answerUnreachable(c)
  c.set('visits', await parts.visits(site.id))
  const bad = whyBadAddress(c.req.url)
  if (bad) return answerBadAddress(c, bad)
  return (mayBeImported(c) && (await redirectOld(c, true))) || next()
}

/** Hands the front what the page says of itself, and notes which parameters it looks at. */
function tellFront(c: DeliveryContext, told: Reading): void {
  told.page = c.var.page
  const query = c.req.query.bind(c.req) as (name?: string) => unknown
  c.req.query = ((name?: string) => {
    if (name !== undefined) told.looked.add(name)
    return query(name)
  }) as typeof c.req.query
}

async function visitorKeyOf(parts: DeliveryParts, c: DeliveryContext): Promise<string> {
  const told = c.env?.reading
  if (told) told.personal = true
  return (await parts.visitorKey?.(told?.client ?? '', c.req.header('user-agent') ?? '')) ?? ''
}
