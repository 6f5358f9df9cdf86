import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Section, Site, SiteChain, SiteHost, Topic } from '../database/schema.ts'
import { roles, sitesOf, type Actor } from '../people/actor.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { fold } from '../web/vietnamese.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { flatOf, treeOf, type Branch } from './section-tree.ts'

export interface SiteSummary {
  id: number
  key: string
  name: string
  shortName: string
  template: string
  closedAt: Date | null
}
export interface SiteRow extends SiteSummary {
  host: string | null
  parentName: string | null
  isDemo: boolean
}
export interface SiteFilter {
  text?: string
  template?: string
  state?: 'open' | 'closed'
}

const pageSize = 50

/** Portals on which the actor holds any role, in the order of their names: for choices and pickers. */
export async function sitesOfActor(db: Database, actor: Actor): Promise<SiteSummary[]> {
  const mine = sitesOf(actor, ...roles)
  if (mine !== 'all' && mine.length === 0) return []
  return db
    .selectFrom('site')
    .select(['id', 'key', 'name', 'shortName', 'template', 'closedAt'])
    .$if(mine !== 'all', (q) => q.where('id', 'in', mine as number[]))
    .orderBy('parentId', (o) => o.asc().nullsFirst())
    .orderBy(vietnamese('name'))
    .execute()
}

/** A page of the portals an administrator or auditor may see, by name. */
export async function siteList(
  db: Database,
  actor: Actor,
  filter: SiteFilter,
  cursor?: string,
): Promise<Page<SiteRow>> {
  const mine = sitesOf(actor, 'site_admin', 'network_admin', 'auditor')
  if (mine !== 'all' && mine.length === 0) return { rows: [] }
  const after = readCursor(cursor, 'text', 'number')
  const rows = await db
    .selectFrom('site as s')
    .leftJoin('siteHost as h', (join) => join.onRef('h.siteId', '=', 's.id').on('h.isPrimary', '=', true))
    .leftJoin('site as p', 'p.id', 's.parentId')
    .select([
      's.id',
      's.key',
      's.name',
      's.shortName',
      's.template',
      's.closedAt',
      's.isDemo',
      'h.host',
      'p.shortName as parentName',
    ])
    .$if(mine !== 'all', (q) => q.where('s.id', 'in', mine as number[]))
    .$if(!!filter.text, (q) =>
      q.where(
        sql<boolean>`fold_vietnamese(s.name || ' ' || s.key || ' ' || coalesce(h.host, '')) like ${likeOf(filter.text ?? '')}`,
      ),
    )
    .$if(!!filter.template, (q) => q.where('s.template', '=', filter.template ?? ''))
    .$if(filter.state === 'open', (q) => q.where('s.closedAt', 'is', null))
    .$if(filter.state === 'closed', (q) => q.where('s.closedAt', 'is not', null))
    .$if(!!after, (q) =>
      q.where(sql<boolean>`(s.name collate "vi-x-icu", s.id) > (${after?.[0]}, ${Number(after?.[1])}::integer)`),
    )
    .orderBy(vietnamese('s.name'))
    .orderBy('s.id')
    .limit(pageSize + 1)
    .execute()
  return pageOf(rows, pageSize, (row) => writeCursor(row.name, row.id))
}

export interface SiteView extends Selectable<Site> {
  hosts: Selectable<SiteHost>[]
  chains: Selectable<SiteChain>[]
  unit: { id: number; code: string; name: string }
  parent: { id: number; name: string } | undefined
  below: { id: number; shortName: string }[]
}

/** Everything the screen of a portal shows; undefined when there is none. */
export async function siteById(db: Database, siteId: number): Promise<SiteView | undefined> {
  const site = await db.selectFrom('site').selectAll().where('id', '=', siteId).executeTakeFirst()
  if (!site) return undefined
  const [hosts, chains, unit, parent, below] = await Promise.all([
    db
      .selectFrom('siteHost')
      .selectAll()
      .where('siteId', '=', siteId)
      .orderBy('isPrimary', 'desc')
      .orderBy('host')
      .execute(),
    db.selectFrom('siteChain').selectAll().where('siteId', '=', siteId).orderBy('kind').execute(),
    unitOfSite(db, site.unitId),
    site.parentId === null
      ? undefined
      : db.selectFrom('site').select(['id', 'name']).where('id', '=', site.parentId).executeTakeFirst(),
    db
      .selectFrom('site')
      .select(['id', 'shortName'])
      .where('parentId', '=', siteId)
      .orderBy(vietnamese('short_name'))
      .execute(),
  ])
  return { ...site, hosts, chains, unit, parent, below }
}

/** The unit as it is called today; the row the portal points to where it is over. */
async function unitOfSite(db: Database, unitId: number): Promise<{ id: number; code: string; name: string }> {
  const row = await db
    .selectFrom('unit')
    .select(['id', 'code', 'name'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  const now = await db
    .selectFrom('unit')
    .select(['id', 'code', 'name'])
    .where('code', '=', row.code)
    .where(sql<boolean>`current_date >= valid_from and (valid_to is null or current_date < valid_to)`)
    .executeTakeFirst()
  return now ?? row
}

export type SectionRow = Branch<Selectable<Section>>

/** All sections of a portal from top to bottom, hidden ones too, each with its depth from 1 and its children. */
export async function sectionsOf(db: Database, siteId: number): Promise<SectionRow[]> {
  const rows = await db.selectFrom('section').selectAll().where('siteId', '=', siteId).execute()
  return flatOf(treeOf<number, Selectable<Section>>(rows))
}

/** How many entries each section of a portal shows. */
export async function entriesPerSection(db: Database, siteId: number): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('liveSectionItem')
    .select((e) => ['sectionId', e.fn.countAll<number>().as('count')])
    .where('siteId', '=', siteId)
    .groupBy('sectionId')
    .execute()
  return new Map(rows.map((row) => [row.sectionId, row.count]))
}

/** One section; undefined when there is none. */
export const sectionById = (db: Database, sectionId: number): Promise<Selectable<Section> | undefined> =>
  db.selectFrom('section').selectAll().where('id', '=', sectionId).executeTakeFirst()

export interface TemplateSectionRow {
  id: string
  parentId: string | null
  name: string
  position: number
  /** Portals that show it under a name of their own, and portals that hide it. */
  renamed: number
  hidden: number
}

/** The sections of a template from top to bottom; none when it was never used. */
export async function sectionsOfTemplate(db: Database, template: string): Promise<Branch<TemplateSectionRow>[]> {
  const rows = await db
    .selectFrom('templateSection as t')
    .select((e) => [
      't.slug as id',
      't.parentSlug as parentId',
      't.name',
      't.position',
      inheritedCount(e.ref('t.slug'), e.ref('t.template'), sql`x.own_name`).as('renamed'),
      inheritedCount(e.ref('t.slug'), e.ref('t.template'), sql`x.hidden`).as('hidden'),
    ])
    .where('t.template', '=', template)
    .execute()
  return flatOf(treeOf<string, TemplateSectionRow>(rows))
}

const inheritedCount = (slug: unknown, template: unknown, condition: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`(select count(*) from section x join site s on s.id = x.site_id
    where s.template = ${template} and x.slug = ${slug} and x.from_template and ${condition})`

/** How many portals use each template. */
export async function sitesPerTemplate(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('site')
    .select((e) => ['template', e.fn.countAll<number>().as('count')])
    .groupBy('template')
    .execute()
  return new Map(rows.map((row) => [row.template, row.count]))
}

/** Topics editors may choose: not archived, by name. */
export const topicsInUse = (db: Database): Promise<{ id: number; slug: string; name: string }[]> =>
  db
    .selectFrom('topic')
    .select(['id', 'slug', 'name'])
    .where('archivedAt', 'is', null)
    .orderBy(vietnamese('name'))
    .execute()

export interface TopicRow extends Selectable<Topic> {
  entries: number
}

/** A page of all topics, newest first. */
export async function topicList(
  db: Database,
  filter: { text?: string; state?: 'open' | 'archived' },
  cursor?: string,
): Promise<Page<TopicRow>> {
  const after = readCursor(cursor, 'number')
  const rows = await db
    .selectFrom('topic as t')
    .selectAll('t')
    .select((e) =>
      e
        .selectFrom('liveTopicItem as i')
        .select((i) => i.fn.count<number>('i.entryId').distinct().as('n'))
        .whereRef('i.topicId', '=', 't.id')
        .as('entries'),
    )
    .$if(!!filter.text, (q) =>
      q.where(sql<boolean>`fold_vietnamese(t.name || ' ' || t.slug) like ${likeOf(filter.text ?? '')}`),
    )
    .$if(filter.state === 'open', (q) => q.where('t.archivedAt', 'is', null))
    .$if(filter.state === 'archived', (q) => q.where('t.archivedAt', 'is not', null))
    .$if(!!after, (q) => q.where('t.id', '<', Number(after?.[0])))
    .orderBy('t.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  return pageOf(
    rows.map((row) => ({ ...row, entries: row.entries ?? 0 })),
    pageSize,
    (row) => writeCursor(row.id),
  )
}

/** One topic; undefined when there is none. */
export const topicById = (db: Database, topicId: number): Promise<Selectable<Topic> | undefined> =>
  db.selectFrom('topic').selectAll().where('id', '=', topicId).executeTakeFirst()

/** `column collate "vi-x-icu"`: the order of Vietnamese words. */
const vietnamese = (column: string): RawBuilder<string> => sql<string>`${sql.ref(column)} collate "vi-x-icu"`

const likeOf = (text: string): string => `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`
