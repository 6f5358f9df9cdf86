import { Hono, type Next } from 'hono'
import { compress } from 'hono/compress'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { Logger } from '../logger.ts'
import type { FileStore } from '../media/file-store.ts'
import { NotFound } from '../refusals.ts'
import { healthRoutes, type Health } from '../web/health.ts'
import { sayIn } from '../web/message.ts'
import type { PublicFiles } from '../web/public-files.ts'
import { securityHeaders } from '../web/security-headers.ts'
import { whyBadAddress } from '../web/address.ts'
import { validators } from './answer.ts'
import { answerBadAddress, answerError, answerUnknownHost } from './errors.tsx'
import { mayBeImported, redirectOld } from './old-addresses.ts'
import { portalPublicRoutes } from './pages/routes.ts'
import type { DeliveryContext, DeliveryEnv, PublicRoute } from './route.ts'
import { siteOfHost } from './site-of-host.ts'

export interface DeliveryParts {
  config: Config
  /** Connected as khue_delivery. */
  db: Database
  logger: Logger
  files: FileStore
  publicFiles: PublicFiles
  health: Health
  /** Digest of who asks, see DeliveryVariables.visitorKey. */
  visitorKey?: (address: string, userAgent: string) => Promise<string>
  routes: readonly PublicRoute[]
}

/** The public face: no session, no cookie, a database role that reads only what is live. */
export function createDelivery(parts: DeliveryParts): Hono<DeliveryEnv> {
  const delivery = new Hono<DeliveryEnv>()
  delivery.use(
    securityHeaders<DeliveryEnv>({
      face: 'delivery',
      overTls: parts.config.publicScheme === 'https',
      framedBy: (c) => c.var.framedBy,
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
    c.set('language', 'vi')
    c.set('say', sayIn('vi'))
    c.set('to', (path) => path)
    c.set('visitorKey', () => visitorKeyOf(parts, c))
    c.set('page', { tags: new Set(), counts: {}, scripts: new Set(), frames: new Set() })
    return next()
  })
  delivery.get('/tai-nguyen/*', parts.publicFiles.serve)
  delivery.use(validators)
  delivery.use((c, next) => findPlace(c, parts, next))
  for (const route of [...portalPublicRoutes, ...parts.routes])
    delivery.on(route.method, route.path, (c) => route.handle(c))
  delivery.notFound((c) => answerError(c as DeliveryContext, new NotFound()))
  delivery.onError((error, c) => answerError(c as DeliveryContext, error))
  return delivery
}

/** Finds the portal an address belongs to; answers at once what can be no page, or led somewhere on an older portal. */
async function findPlace(c: DeliveryContext, parts: DeliveryParts, next: Next): Promise<Response | void> {
  const host = hostOf(c.req.header('host'))
  const site = host === undefined ? undefined : await siteOfHost(parts.db, host, parts.config)
  if (!site) return answerUnknownHost(c)
  c.set('site', site)
  const bad = whyBadAddress(c.req.url)
  if (bad) return answerBadAddress(c, bad)
  return (mayBeImported(c) && (await redirectOld(c, true))) || next()
}

/** The name in a Host header, without its port; undefined when it is none. */
function hostOf(header: string | undefined): string | undefined {
  const host = header
    ?.toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
  return host && /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host) ? host : undefined
}

const visitorKeyOf = (parts: DeliveryParts, c: DeliveryContext): Promise<string> =>
  parts.visitorKey?.(c.req.header('x-khue-client') ?? '', c.req.header('user-agent') ?? '') ?? Promise.resolve('')
