import type { Context } from 'hono'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { Kinds } from '../editions/content.ts'
import type { Logger } from '../logger.ts'
import type { FileStore } from '../media/file-store.ts'
import type { Actor, Role } from '../people/actor.ts'
import type { Keyring } from '../sealing/keyring.ts'
import type { Language, Say } from '../web/message.ts'
import type { PublicFiles } from '../web/public-files.ts'

/** What every office screen is given. */
export interface OfficeVariables {
  db: Database
  config: Config
  logger: Logger
  kinds: Kinds
  files: FileStore
  /** Opens what citizens sent sealed. */
  keyring: Keyring
  publicFiles: PublicFiles
  /** True for the demo network: relaxes the second factor, and every page says so. */
  demo: boolean
  language: Language
  say: Say
  /** The person signed in. Screens open to anyone must not touch it; see `visitor`. */
  actor: Actor
  visitor: Actor | undefined
  sessionId: string | undefined
  /** The site the access rule found, where the route's access names a subject. */
  siteId: number
}
export interface OfficeEnv {
  Variables: OfficeVariables
}
export type OfficeContext = Context<OfficeEnv>

/** Addresses name what they are about by these parameters; office/subjects.ts finds the site each belongs to. */
export type Subject =
  | 'site'
  | 'entry'
  | 'edition'
  | 'section'
  | 'media'
  | 'membership'
  | 'comment'
  | 'placement'
  | 'case'

/**
 * Who may use a route, checked by the office before the handler runs; commands check again with their policy.
 * - anyone: without signing in
 * - signed-in: what concerns the person alone
 * - roles with `on: 'somewhere'`: holds a role on at least one site; the screen shows only what is theirs
 * - roles with `on: 'network'`: holds it for the whole network
 * - roles with `on: <subject>`: holds it on the site the address parameter of that name belongs to;
 *   a person without any role on that site gets 404, one with another role 403
 */
export type Access =
  | { who: 'anyone' }
  | { who: 'signed-in' }
  | { who: readonly Role[]; on: 'somewhere' | 'network' | Subject }

/** One line of the route table. The permission matrix in the tests is generated from these. */
export interface OfficeRoute {
  method: 'GET' | 'POST'
  /** Hono path; parameters that name a subject carry the subject's name, e.g. /ban-thao/:edition. */
  path: string
  access: Access
  /** Its handler reads the body as it comes and bounds it itself: files too large for memory. */
  boundsItsBody?: true
  handle: (c: OfficeContext) => Response | Promise<Response>
}
