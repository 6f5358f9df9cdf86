import type { Context } from 'hono'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { Logger } from '../logger.ts'
import type { FileStore } from '../media/file-store.ts'
import type { Language, Say } from '../web/message.ts'
import type { PublicFiles } from '../web/public-files.ts'

/** A portal as its pages show it. */
export interface PublicSite {
  id: number
  key: string
  name: string
  shortName: string
  tagline: string
  template: string
  theme: string
  /** A colour of its own instead of the theme's, #rrggbb. */
  accent: string | null
  agency: string
  governingBody: string
  responsiblePerson: string
  address: string
  phone: string
  email: string
  isDemo: boolean
  /** Scheme, host and port, no trailing slash. */
  origin: string
  parent: { name: string; shortName: string; origin: string } | undefined
  /** Whether portals stand directly below it. */
  hasComponents: boolean
  /** Visible sections in the order of the menu, as a tree. */
  sections: readonly PublicSection[]
}
export interface PublicSection {
  id: number
  slug: string
  name: string
  description: string
  children: readonly PublicSection[]
}

export interface DeliveryVariables {
  /** Connected as khue_delivery: reads what is live and nothing else. */
  db: Database
  config: Config
  logger: Logger
  files: FileStore
  publicFiles: PublicFiles
  site: PublicSite
  language: Language
  say: Say
  /** Origin of the office, on pages it may show in a frame. */
  framedBy?: string
  /** Nonempty while a preview through a signed link is drawn. */
  previewToken: string | undefined
}
export interface DeliveryEnv {
  Variables: DeliveryVariables
}
export type DeliveryContext = Context<DeliveryEnv>

/** One line of the public route table. No route here sets a cookie or writes. */
export interface PublicRoute {
  method: 'GET'
  path: string
  handle: (c: DeliveryContext) => Response | Promise<Response>
}
