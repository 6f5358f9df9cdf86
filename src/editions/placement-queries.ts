import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import { sitesOf, type Actor } from '../people/actor.ts'
import { pageOf, type Page } from '../web/paging.ts'

type Reader = Database | Transaction
export type PlacementState = 'home' | 'offered' | 'accepted' | 'declined' | 'ended'

/** Where an entry stands, or was offered to stand. */
export interface PlacementView {
  entryId: number
  siteId: number
  siteName: string
  state: PlacementState
  sectionIds: number[]
  featured: boolean
  pinnedUntil: Date | null
  offeredByName: string | null
  offeredAt: Date | null
  offerNote: string | null
  decidedByName: string | null
  decidedAt: Date | null
  decisionNote: string | null
  /** Current address there. */
  path: string | null
  /** Main host of that portal. */
  host: string | null
}

/** The portals an entry stands on or was offered to, its home first. */
export const placementsOf = (db: Reader, entryId: number): Promise<PlacementView[]> =>
  db
    .selectFrom('placement as l')
    .innerJoin('site as s', 's.id', 'l.siteId')
    .leftJoin('person as o', 'o.id', 'l.offeredBy')
    .leftJoin('person as d', 'd.id', 'l.decidedBy')
    .select([
      'l.entryId',
      'l.siteId',
      's.name as siteName',
      'l.sectionIds',
      'l.featured',
      'l.pinnedUntil',
      'o.name as offeredByName',
      'l.offeredAt',
      'l.offerNote',
      'd.name as decidedByName',
      'l.decidedAt',
      'l.decisionNote',
    ])
    .select((eb) => [
      eb.ref('l.state').$castTo<PlacementState>().as('state'),
      sql<
        string | null
      >`(select path from address a where a.entry_id = l.entry_id and a.site_id = l.site_id and a.is_current)`.as(
        'path',
      ),
      sql<string | null>`(select host from site_host h where h.site_id = l.site_id and h.is_primary)`.as('host'),
    ])
    .where('l.entryId', '=', entryId)
    .orderBy(sql`l.state <> 'home'`)
    .orderBy(sql`s.name collate "vi-x-icu"`)
    .limit(500)
    .execute()

/** An entry offered by one portal to another. */
export interface Offer {
  entryId: number
  /** The portal it was offered to. */
  siteId: number
  siteName: string
  homeSiteId: number
  homeSiteName: string
  state: PlacementState
  title: string
  summary: string
  genre: string
  /** The live edition of the entry; null when it is not live now. */
  editionId: number | null
  /** Address on its home portal, and that portal's main host: where it can be read now. */
  path: string | null
  host: string | null
  offeredBy: string | null
  offeredByName: string | null
  offeredAt: Date | null
  offerNote: string | null
  decidedByName: string | null
  decidedAt: Date | null
  decisionNote: string | null
}

export interface OfferFilter {
  /** received: to portals of the person; sent: by them. */
  direction: 'received' | 'sent'
  state?: Exclude<PlacementState, 'home'>
  siteId?: number
}

const pageSize = 30

/** Offers to (or by) the portals on whose desk the person sits, or which they audit; the newest first. */
export async function offersFor(db: Reader, actor: Actor, filter: OfferFilter, cursor?: string): Promise<Page<Offer>> {
  const sites = sitesOf(actor, 'editor', 'desk_secretary', 'chief_editor', 'auditor')
  const side = filter.direction === 'received' ? 'l.siteId' : 'n.siteId'
  const after = /^(\d{1,17})-(\d{1,9})-(\d{1,9})$/.exec(cursor ?? '')
  if (sites !== 'all' && sites.length === 0) return { rows: [] }
  const found = await offers(db)
    .$if(sites !== 'all', (q) => q.where(side, 'in', sites as number[]))
    .$if(filter.siteId !== undefined, (q) => q.where(side, '=', filter.siteId as number))
    .$if(filter.state !== undefined, (q) => q.where('l.state', '=', filter.state as string))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(l.offered_at, l.entry_id, l.site_id)
      < (to_timestamp(${after?.[1]}::bigint / 1000000.0), ${Number(after?.[2])}, ${Number(after?.[3])})`),
    )
    .orderBy('l.offeredAt', 'desc')
    .orderBy('l.entryId', 'desc')
    .orderBy('l.siteId', 'desc')
    .limit(pageSize + 1)
    .execute()
  const page = pageOf(found, pageSize, (row) => row.place)
  return { ...page, rows: page.rows.map(({ place: _place, ...row }) => row as Offer) }
}

const offers = (db: Reader) =>
  db
    .selectFrom('placement as l')
    .innerJoin('entry as n', 'n.id', 'l.entryId')
    .innerJoin('site as s', 's.id', 'l.siteId')
    .innerJoin('site as h', 'h.id', 'n.siteId')
    .leftJoin('edition as e', (on) => on.onRef('e.entryId', '=', 'n.id').on('e.state', '=', 'published'))
    .leftJoin('person as o', 'o.id', 'l.offeredBy')
    .leftJoin('person as d', 'd.id', 'l.decidedBy')
    .select([
      'l.entryId',
      'l.siteId',
      's.name as siteName',
      'n.siteId as homeSiteId',
      'h.name as homeSiteName',
      'l.state',
      'e.id as editionId',
      'l.offeredBy',
      'o.name as offeredByName',
      'l.offeredAt',
      'l.offerNote',
      'd.name as decidedByName',
      'l.decidedAt',
      'l.decisionNote',
    ])
    .select([
      // What is not live any more is named by its last public text, and shown no further.
      sql<string>`coalesce(e.title, (select g.title from gone_item g where g.entry_id = n.id limit 1), '')`.as('title'),
      sql<string>`coalesce(e.content ->> 'summary', '')`.as('summary'),
      sql<string>`coalesce(e.genre, '')`.as('genre'),
      sql<
        string | null
      >`(select path from address a where a.entry_id = n.id and a.site_id = n.site_id and a.is_current)`.as('path'),
      sql<string | null>`(select host from site_host x where x.site_id = n.site_id and x.is_primary)`.as('host'),
      sql<string>`(extract(epoch from l.offered_at) * 1000000)::bigint || '-' || l.entry_id || '-' || l.site_id`.as(
        'place',
      ),
    ])
    .where('l.state', '<>', 'home')
