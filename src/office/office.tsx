import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { Kinds } from '../editions/content.ts'
import type { Logger } from '../logger.ts'
import type { FileStore } from '../media/file-store.ts'
import type { Actor } from '../people/actor.ts'
import type { Keyring } from '../sealing/keyring.ts'
import { holds, holdsOnNetwork, holdsSomewhere, roles } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { whyBadAddress } from '../web/address.ts'
import { healthRoutes, type Health } from '../web/health.ts'
import { sayIn } from '../web/message.ts'
import type { PublicFiles } from '../web/public-files.ts'
import { plainVoidElements } from '../web/void-elements.ts'
import { securityHeaders } from '../web/security-headers.ts'
import { answerError } from './errors.tsx'
import type { Access, OfficeContext, OfficeEnv, OfficeRoute } from './route.ts'
import { siteOfSubject } from './subjects.ts'

/** Who is signed in on a request; `secondFactorMissing` when a role of theirs demands one they have not enrolled. */
export interface Session {
  id: string
  actor: Actor
  secondFactorMissing: boolean
}

export interface OfficeParts {
  config: Config
  db: Database
  logger: Logger
  kinds: Kinds
  files: FileStore
  publicFiles: PublicFiles
  health: Health
  keyring: Keyring
  demo: boolean
  routes: readonly OfficeRoute[]
  readSession: (headers: Headers) => Promise<Session | undefined>
  /** better-auth's own endpoints, below /api/auth/. */
  auth: (request: Request) => Promise<Response>
  /** Hands further things to the screens of one feature, such as the sign-in to the people's. */
  extra?: (c: OfficeContext) => void
}

/** The back office: one Hono application made of the features' routes. */
export function createOffice(parts: OfficeParts): Hono<OfficeEnv> {
  const office = new Hono<OfficeEnv>()
  // The live preview is a page of the public face, on whichever host its portal has.
  const { publicScheme, publicPort } = parts.config
  const frames = `${publicScheme}://*${publicPort ? `:${publicPort}` : ''}`
  office.use(
    securityHeaders({ face: 'office', overTls: parts.config.officeUrl.startsWith('https:'), frames: () => frames }),
  )
  office.use(plainVoidElements)
  healthRoutes(office, parts.health)
  office.get('/tai-nguyen/*', parts.publicFiles.serve)
  // Behind a proxy that ends TLS the request's own address differs from the one people see.
  const seen = new URL(parts.config.officeUrl).origin
  office.use(csrf({ origin: (origin, c) => origin === seen || origin === new URL(c.req.url).origin }))
  office.all('/api/auth/*', (c) => parts.auth(c.req.raw))
  office.use(async (c, next) => {
    const language = getCookie(c, 'khue_lang') === 'en' ? 'en' : 'vi'
    c.set('db', parts.db)
    c.set('config', parts.config)
    c.set('logger', parts.logger)
    c.set('kinds', parts.kinds)
    c.set('files', parts.files)
    c.set('keyring', parts.keyring)
    c.set('publicFiles', parts.publicFiles)
    c.set('demo', parts.demo)
    c.set('language', language)
    c.set('say', sayIn(language))
    parts.extra?.(c)
    // What the office shows is for the person signed in alone.
    c.header('Cache-Control', 'private, no-store')
    const bad = whyBadAddress(c.req.url, longestAddress)
    if (bad) throw new HTTPException(bad)
    await next()
  })
  for (const route of parts.routes) {
    office.on(route.method, route.path, async (c) => {
      const session = await parts.readSession(c.req.raw.headers)
      if (session) {
        c.set('actor', session.actor)
        c.set('visitor', session.actor)
        c.set('sessionId', session.id)
      }
      const turnedAway = turnAway(c, route.access, session)
      if (turnedAway) return turnedAway
      await checkAccess(c, route.access)
      await refuseHeavyBody(c, route)
      return route.handle(c)
    })
  }
  office.notFound((c) => answerError(c, new NotFound()))
  office.onError((error, c) => answerError(c as OfficeContext, error))
  return office
}

/** Longest address: those of a screen carry what was left out of a pasted text. */
const longestAddress = 16_384
/** Bytes of a form: small where nobody has signed in, room for a handful of uploads elsewhere. */
const heaviestBody = { anyone: 256 * 1024, insider: 220 * 1024 * 1024 }

async function refuseHeavyBody(c: OfficeContext, { access, boundsItsBody }: OfficeRoute): Promise<void> {
  // The limit below reads a body of unknown length into memory.
  if (boundsItsBody) return
  const refuse = (): never => {
    throw new HTTPException(413)
  }
  const maxSize = access.who === 'anyone' ? heaviestBody.anyone : heaviestBody.insider
  await bodyLimit({ maxSize, onError: refuse })(c, async () => {})
}

/** Sends visitors to sign in, and persons who still owe a second factor to enrol. */
function turnAway(c: OfficeContext, access: Access, session: Session | undefined): Response | undefined {
  if (access.who === 'anyone') return undefined
  if (!session) {
    if (wantsJson(c)) return c.json({ error: 'signed-out' }, 401)
    const back = c.req.method === 'GET' ? `?tiep=${encodeURIComponent(c.req.path + new URL(c.req.url).search)}` : ''
    return c.redirect(`/dang-nhap${back}`, 303)
  }
  if (session.secondFactorMissing && access.who !== 'signed-in') {
    return wantsJson(c)
      ? c.json({ error: 'second-factor-missing' }, 403)
      : c.redirect('/tai-khoan/xac-thuc-hai-buoc', 303)
  }
  return undefined
}

export const wantsJson = (c: OfficeContext): boolean => (c.req.header('accept') ?? '').includes('application/json')

async function checkAccess(c: OfficeContext, access: Access): Promise<void> {
  if (access.who === 'anyone' || access.who === 'signed-in') return
  const actor = c.var.actor
  if (access.on === 'somewhere') {
    if (!holdsSomewhere(actor, ...access.who)) throw new Forbidden()
    return
  }
  if (access.on === 'network') {
    if (!holdsOnNetwork(actor, ...access.who)) throw new Forbidden()
    return
  }
  const id = Number(c.req.param(access.on))
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) throw new NotFound()
  const siteId = await siteOfSubject(access.on)(c.var.db, id)
  if (siteId === undefined) throw new NotFound()
  if (siteId === null) {
    if (!holdsOnNetwork(actor, ...access.who)) throw new NotFound()
    return
  }
  if (!holds(actor, siteId, ...roles)) throw new NotFound()
  if (!holds(actor, siteId, ...access.who)) throw new Forbidden()
  c.set('siteId', siteId)
}
