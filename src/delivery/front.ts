import type { IncomingMessage, RequestListener } from 'node:http'
import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import { clientAddresses } from '../web/client-address.ts'
import type { PublicFiles } from '../web/public-files.ts'
import { refuse } from '../web/refuse-client.ts'
import { securityLines } from '../web/security-headers.ts'
import { answerPages } from './answer-pages.ts'
import { hostReader } from './host-of.ts'
import { passOn } from './pass-on.ts'
import type { Fetch } from './reading.ts'
import { readHead, type RequestHead } from './request-head.ts'
import type { PageFacts } from './route.ts'
import { sendPressed, type Exchange } from './send-answer.ts'
import { answerShort } from './short-answers.ts'
import { loggedPath } from './logged-path.ts'
import { staticFiles } from './static-files.ts'
import type { Drawings } from './store/drawings.ts'
import { encodingChooser } from './store/encoding.ts'
import { readPageAddress } from './store/page-address.ts'
import type { PageStore } from './store/page-store.ts'
import type { SiteMemory } from './store/site-memory.ts'
import { TooManyWaiting } from './store/turns.ts'
import type { VisitCounter } from './visit.ts'

export interface FrontParts {
  config: Config
  logger: Logger
  /** The router. */
  fetch: Fetch
  store: PageStore
  sites: SiteMemory
  drawings: Drawings
  /** Whether changes are heard of. */
  hears(): boolean
  publicFiles: PublicFiles
  counter?: VisitCounter
}

/** Files follow the database at each request and may be asked for in pieces; these the router answers itself, one by one. */
const single = /^\/(?:tep|xem-thu|api|healthz|readyz)(?:[/?]|$)/

/** What readers do: read, and send forms. */
const methods = new Set(['GET', 'HEAD', 'POST'])

/** Asked by machines, under whatever name. */
const health = /^\/(?:healthz|readyz)$/

/**
 * Answers the public face before any router runs. A page that is held goes to the socket at once, in ready bytes; one that is not
 * is drawn once for all who ask for it at the same time; whatever cannot be kept goes to the router as it came.
 */
export function createFront(parts: FrontParts): RequestListener {
  const { config, sites, logger } = parts
  const overTls = config.publicScheme === 'https'
  const security = securityLines({ face: 'delivery', overTls, frames: '' }).flat()
  const files = staticFiles(parts.publicFiles, security)
  const clientOf = clientAddresses(config.trustedProxies)
  const encodingOf = encodingChooser()
  const hostIn = hostReader()
  const addressOf = ({ request, head }: Exchange): string => clientOf(request.socket.remoteAddress, head.forwardedFor)
  const count = (exchange: Exchange, siteId: number, counts: PageFacts['counts']): void => {
    if (exchange.request.method !== 'GET' || exchange.head.ahead || !parts.counter) return
    const { agent: userAgent, referrer, host } = exchange.head
    const address = addressOf(exchange)
    parts.counter.note({ siteId, ...counts, at: Date.now(), address, userAgent, referrer, host })
  }
  const pass = passOn({
    ...parts,
    security,
    addressOf,
    count: (exchange, { site, page }) => site && count(exchange, site.id, page?.counts ?? {}),
  })
  const pages = answerPages({ ...parts, pass, count })

  const slowly = async (exchange: Exchange, target: string): Promise<void> => {
    const file = await files.prepare(target)
    if (file) return sendPressed(exchange, file)
    const address = single.test(target) ? undefined : readPageAddress(target)
    return address ? pages.miss(exchange, address) : pass(exchange)
  }
  const fail = ({ request, response }: Exchange, error: unknown): void => {
    const tooMany = error instanceof TooManyWaiting
    // Without its query: what somebody searched for is theirs.
    const [path] = (request.url ?? '').split('?')
    if (!tooMany) logger.error({ err: error, path: loggedPath(path ?? '') }, 'public request failed')
    answerShort(response, tooMany ? 503 : 500, security)
  }
  return (request, response) => {
    const head = readHead(request.rawHeaders)
    const target = originForm(request, head.host)
    if (target === undefined || !(head.hosts === 1 || asksHealthOldWay(request, head, target)))
      return refuse(response, 400, overTls)
    const host = hostIn(head.host)
    if (host === undefined && !health.test(target)) return answerShort(response, 421, security)
    if (!methods.has(request.method ?? '')) return answerShort(response, 405, security)
    const exchange: Exchange = { request, response, head, encoding: encodingOf(head.encodings) }
    if (request.method !== 'GET' && request.method !== 'HEAD') return pass(exchange)
    const site = host === undefined ? undefined : sites.known(host)
    if (site && pages.hit(exchange, site, target)) return
    const file = files.ready(target)
    if (file) return sendPressed(exchange, file)
    slowly(exchange, target).catch((error: unknown) => fail(exchange, error))
  }
}

/** Load balancers ask for health in HTTP/1.0, which needs no Host line. */
const asksHealthOldWay = ({ httpVersion }: IncomingMessage, { hosts }: RequestHead, target: string): boolean =>
  hosts === 0 && httpVersion === '1.0' && health.test(target)

/** Path and query of a request; a target that names the host (as to a proxy) must name the one of the Host line. */
function originForm(request: IncomingMessage, host: string): string | undefined {
  const target = request.url ?? ''
  if (target.startsWith('/')) return target
  const [, named, rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(target) ?? []
  if (named === undefined || named.toLowerCase() !== host.toLowerCase()) return undefined
  request.url = rest.startsWith('/') ? rest : `/${rest}`
  return request.url
}
