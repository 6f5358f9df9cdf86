import type { Context } from 'hono'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { Logger } from '../logger.ts'
import type { FileStore } from '../media/file-store.ts'
import type { Language, Say } from '../web/message.ts'
import type { PublicFiles } from '../web/public-files.ts'
import type { Reading } from './reading.ts'

/** Words as the office gave them: all in Vietnamese, in English as far as there are any. */
export interface TwoLanguages<Words> {
  vi: Words
  en: Partial<Words>
}
/** Which words of an English page are Vietnamese, because nobody gave English ones: values of the attribute lang. */
export type VietnameseOnly<Words> = Partial<Record<keyof Words, 'vi'>>
export type SiteNames = Record<'name' | 'shortName' | 'tagline' | 'agency' | 'governingBody', string>
export type ParentNames = Record<'name' | 'shortName', string>
export type SectionNames = Record<'name' | 'description', string>

/** A portal as its pages show it: the names in the language of the page, where it has them (src/delivery/language.ts). */
export interface PublicSite extends SiteNames {
  id: number
  key: string
  names: TwoLanguages<SiteNames>
  lang: VietnameseOnly<SiteNames>
  template: string
  theme: string
  /** A colour of its own instead of the theme's, #rrggbb. */
  accent: string | null
  responsiblePerson: string
  address: string
  phone: string
  email: string
  isDemo: boolean
  /** Scheme, host and port, no trailing slash. */
  origin: string
  parent: (ParentNames & PublicParent) | undefined
  /** Whether portals stand directly below it. */
  hasComponents: boolean
  /** Visible sections in the order of the menu, as a tree. */
  sections: readonly PublicSection[]
  /** What stands above every page now or will, the soonest first. */
  alerts: readonly PublicAlert[]
}
/**
 * A line above every page of a portal, from one time to another; of an announced suspension also when it takes place.
 * Times are milliseconds since 1970: a portal is kept on disk as JSON.
 */
export interface PublicAlert {
  tone: 'info' | 'warning' | 'urgent'
  words: string
  /** Empty, a path of the portal, or an https address. */
  href: string
  from: number
  until: number
  outage?: { startsAt: number; restoresAt: number }
}
interface PublicParent {
  origin: string
  names: TwoLanguages<ParentNames>
  lang: VietnameseOnly<ParentNames>
}
export interface PublicSection extends SectionNames {
  id: number
  slug: string
  names: TwoLanguages<SectionNames>
  lang: VietnameseOnly<SectionNames>
  children: readonly PublicSection[]
}

/**
 * What a page says of itself, for the page store, the counting and the headers. A handler sets all of it before c.html():
 * the head is drawn before the components below it, so a script or frame asked for while drawing would come too late.
 */
export interface PageFacts {
  /**
   * Everything the page showed: entry:12; the lists section:5, site:1, topic:3, author:4; the names topic-name:3,
   * author-name:4. A page without any tag is never kept. frame:{site} (names, menu, identity) is added to every page kept.
   */
  tags: Set<string>
  /** The page is drawn anew after this time, because it shows something that depends on the clock. */
  keepUntil?: Date
  /** What a reading of this page counts for, besides its portal. */
  counts: { sectionId?: number; entryId?: number }
  /** Scripts of progressive enhancement it asks for: names of public files. */
  scripts: Set<string>
  /** Stylesheets beside the one of every page: names of public files. */
  styles: Set<string>
  /** Origins whose frames a reader may open on this page by pressing a button. */
  frames: Set<string>
  /** Origins whose pictures a reader may open on this page by pressing a button: those of a map. */
  images: Set<string>
  /** A reader may let this page ask the device where it is, by pressing a button. */
  position: boolean
}

export interface DeliveryVariables {
  /** Connected as khue_delivery: reads what is live and nothing else. */
  db: Database
  /** The same rights on the database that takes what readers send; `db` may be a copy that is only read. */
  intake: Database
  config: Config
  logger: Logger
  files: FileStore
  publicFiles: PublicFiles
  site: PublicSite
  /** Visits people paid to the portal so far, at most an hour old; undefined where that cannot be told. */
  visits: number | undefined
  language: Language
  say: Say
  page: PageFacts
  /** Whether this page stands below /en too (see PublicRoute.inEnglish). */
  inBothLanguages: boolean
  /** Address of a page of this portal in the language of this page: /tim-kiem is /en/tim-kiem on an English one. */
  to(path: string): string
  /** Who asks, as far as anyone may know: a digest with a salt that is forgotten the next day. Never stored beyond it. */
  visitorKey(): Promise<string>
  /** Origin of the office, on pages it may show in a frame. */
  framedBy?: string
  /** Nonempty while a preview through a signed link is drawn. */
  previewToken: string | undefined
}
export interface DeliveryEnv {
  /** Set by the front; absent where the router is asked alone, as in a test of it. */
  Bindings: { reading?: Reading }
  Variables: DeliveryVariables
}
export type DeliveryContext = Context<DeliveryEnv>

/** One line of the public route table. No route here sets a cookie; those with POST write to the intake tables alone. */
export interface PublicRoute {
  method: 'GET' | 'POST'
  path: string
  /**
   * Whether the page stands in English too, below /en: true unless said otherwise. What has one address whatever the
   * language (entries, files, the map) says false, and is redirected there from below /en.
   */
  inEnglish?: boolean
  /** The largest body it takes; `readerLimits.body` where it does not say. */
  bodyBytes?: number
  handle: (c: DeliveryContext) => Response | Promise<Response>
}

/** Notes that an answer is for one reader alone, so that no other gets the same one: a form with a token of its own. */
export function forOneReader(c: DeliveryContext): void {
  if (c.env?.reading) c.env.reading.personal = true
  c.header('Cache-Control', 'no-store')
}

/** Notes what a page shows, so that the page store drops the page when it changes. Tags as in PageFacts. */
export function showing(c: DeliveryContext, ...tags: readonly string[]): void {
  for (const tag of tags) c.var.page.tags.add(tag)
}

/** Notes that a page shows entries. */
export const showingEntries = (c: DeliveryContext, items: readonly { entryId: number }[]): void =>
  showing(c, ...items.map(({ entryId }) => `entry:${entryId}`))

/** Notes a time from which on a page would look different; the earliest one noted counts. */
export function keepUntil(c: DeliveryContext, at: Date): void {
  const { page } = c.var
  if (!page.keepUntil || at < page.keepUntil) page.keepUntil = at
}
