import { sql } from 'kysely'
import type { Database } from '../../database/connect.ts'
import { newsroom, sitesOf, type Actor } from '../../people/actor.ts'
import type { KeptSave } from '../queries.ts'

export interface SiteName {
  id: number
  name: string
  shortName: string
}

/** Open portals on which the person may begin a text, by name. */
export async function sitesToWriteFor(db: Database, actor: Actor): Promise<SiteName[]> {
  const sites = sitesOf(actor, ...newsroom)
  if (sites !== 'all' && sites.length === 0) return []
  return namedSites(db)
    .$if(sites !== 'all', (q) => q.where('id', 'in', sites as number[]))
    .limit(300)
    .execute()
}

/** Portals whose texts the person reads, by name. */
export async function sitesToRead(db: Database, actor: Actor): Promise<SiteName[]> {
  const sites = sitesOf(actor, ...newsroom, 'auditor')
  if (sites !== 'all' && sites.length === 0) return []
  return namedSites(db)
    .$if(sites !== 'all', (q) => q.where('id', 'in', sites as number[]))
    .limit(300)
    .execute()
}

/** Open portals an entry could still be offered to: neither its home nor one that has it or was asked. */
export const sitesToOfferTo = (db: Database, entryId: number): Promise<SiteName[]> =>
  namedSites(db)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('placement as l')
            .select('l.siteId')
            .whereRef('l.siteId', '=', 'site.id')
            .where('l.entryId', '=', entryId)
            .where('l.state', 'in', ['home', 'offered', 'accepted']),
        ),
      ),
    )
    .limit(300)
    .execute()

const namedSites = (db: Database) =>
  db
    .selectFrom('site')
    .select(['id', 'name', 'shortName'])
    .where('closedAt', 'is', null)
    .orderBy(sql`name collate "vi-x-icu"`)

export interface SectionName {
  id: number
  siteId: number
  name: string
}

/** Sections of some portals in the order of their menus, what is below a section behind it; at most 1000. */
export const sectionsOfSites = (db: Database, siteIds: readonly number[]): Promise<SectionName[]> =>
  siteIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('section as s')
        .leftJoin('section as above', 'above.id', 's.parentId')
        .select(['s.id', 's.siteId', 's.name'])
        .where('s.siteId', 'in', [...new Set(siteIds)])
        .where('s.hidden', '=', false)
        .orderBy('s.siteId')
        .orderBy((e) => e.fn.coalesce('above.position', 's.position'))
        .orderBy((e) => e.fn.coalesce('above.id', 's.id'))
        .orderBy((e) => e('s.parentId', 'is not', null))
        .orderBy('s.position')
        .orderBy('s.id')
        .limit(1000)
        .execute()

/** Names of sections and topics by number, whatever portal they belong to. */
export async function namesOf(
  db: Database,
  ids: { sectionIds: readonly number[]; topicIds: readonly number[] },
): Promise<ContentNames> {
  const [sections, topics] = await Promise.all([
    ids.sectionIds.length === 0
      ? []
      : db
          .selectFrom('section')
          .select(['id', 'name'])
          .where('id', 'in', [...new Set(ids.sectionIds)])
          .execute(),
    ids.topicIds.length === 0
      ? []
      : db
          .selectFrom('topic')
          .select(['id', 'name'])
          .where('id', 'in', [...new Set(ids.topicIds)])
          .execute(),
  ])
  return {
    sections: new Map(sections.map(({ id, name }) => [id, name])),
    topics: new Map(topics.map(({ id, name }) => [id, name])),
  }
}
export interface ContentNames {
  sections: ReadonlyMap<number, string>
  topics: ReadonlyMap<number, string>
}

export interface ReturnWord {
  editionId: number
  name: string | null
  comment: string | null
}

/** What was said when editions were last returned. */
export const lastReturns = (db: Database, editionIds: readonly number[]): Promise<ReturnWord[]> =>
  editionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('editionStep as t')
        .leftJoin('person as p', 'p.id', 't.personId')
        .distinctOn('t.editionId')
        .select(['t.editionId', 'p.name', 't.comment'])
        .where('t.editionId', 'in', [...editionIds])
        .where('t.transition', '=', 'return')
        .orderBy('t.editionId')
        .orderBy('t.id', 'desc')
        .execute()

/** Primary host of a portal. */
export const hostOfSite = async (db: Database, siteId: number): Promise<string | undefined> =>
  (
    await db
      .selectFrom('siteHost')
      .select('host')
      .where('siteId', '=', siteId)
      .where('isPrimary', '=', true)
      .executeTakeFirst()
  )?.host

const savesAtOnce = 60

/** What was kept of an entry's versions, newest first, without the texts; `before`: the number of the last one shown. */
export async function savesOfEntry(
  db: Database,
  entryId: number,
  before?: number,
): Promise<{ saves: KeptSave[]; next?: number }> {
  const found = await savesQuery(db, entryId)
    .$if(before !== undefined, (q) => q.where('v.id', '<', before as number))
    .limit(savesAtOnce + 1)
    .execute()
  const saves = found.slice(0, savesAtOnce) as KeptSave[]
  return { saves, next: found.length > savesAtOnce ? saves.at(-1)?.id : undefined }
}

/** Texts kept when two people wrote at once, newest first; at most 50. */
export const conflictsOfEntry = (db: Database, entryId: number): Promise<KeptSave[]> =>
  savesQuery(db, entryId).where('v.kind', '=', 'conflict').limit(50).execute() as Promise<KeptSave[]>

const savesQuery = (db: Database, entryId: number) =>
  db
    .selectFrom('editionSave as v')
    .innerJoin('edition as e', 'e.id', 'v.editionId')
    .innerJoin('person as p', 'p.id', 'v.personId')
    .select(['v.id', 'v.editionId', 'e.version', 'v.revision', 'v.kind', 'v.personId', 'p.name', 'v.savedAt'])
    .select(sql<string>`v.content ->> 'title'`.as('title'))
    .where('e.entryId', '=', entryId)
    .orderBy('v.id', 'desc')

/** The part of an entry its screens need before its versions: whose it is. */
export interface EntryHead {
  id: number
  siteId: number
  siteName: string
  kind: string
  createdBy: string
  isDemo: boolean
}

export const entryById = (db: Database, id: number): Promise<EntryHead | undefined> =>
  db
    .selectFrom('entry as n')
    .innerJoin('site as s', 's.id', 'n.siteId')
    .select(['n.id', 'n.siteId', 's.name as siteName', 'n.kind', 'n.createdBy', 'n.isDemo'])
    .where('n.id', '=', id)
    .executeTakeFirst()

/** How prominent an entry is on one portal. */
export interface Prominence {
  entryId: number
  siteId: number
  featured: boolean
  pinnedUntil: Date | null
}

export const prominenceOf = (
  db: Database,
  placements: readonly { entryId: number; siteId: number }[],
): Promise<Prominence[]> =>
  placements.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('placement')
        .select(['entryId', 'siteId', 'featured', 'pinnedUntil'])
        .where((eb) =>
          eb.or(
            placements.map(({ entryId, siteId }) => eb.and([eb('entryId', '=', entryId), eb('siteId', '=', siteId)])),
          ),
        )
        .execute()
