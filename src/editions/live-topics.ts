import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** A network-wide campaign as public pages name it. */
export interface LiveTopic {
  id: number
  slug: string
  name: string
  summary: string
}

/** Topics that hold something live on a portal and are not archived, those with the newest entry first. */
export async function topicsOfSite(db: Database, siteId: number, limit: number): Promise<LiveTopic[]> {
  const { rows } = await sql<LiveTopic>`
    select t.id, t.slug, t.name, t.summary from topic t cross join lateral (
      select l.published_at from live_topic_item l where l.topic_id = t.id and l.site_id = ${siteId}
      order by l.published_at desc, l.entry_id desc limit 1) n
    where t.archived_at is null order by n.published_at desc, t.id limit ${limit}`.execute(db)
  return rows
}

/** A topic by its address; archived ones keep their page. */
export const topicBySlug = (db: Database, slug: string): Promise<LiveTopic | undefined> =>
  db.selectFrom('topic').select(['id', 'slug', 'name', 'summary']).where('slug', '=', slug).executeTakeFirst()

/** An author who has something live on a portal. */
export async function authorBySlug(
  db: Database,
  siteId: number,
  slug: string,
): Promise<{ id: number; slug: string; name: string; about: string } | undefined> {
  const { rows } = await sql<{ id: number; slug: string; name: string; about: string }>`
    select a.id, a.slug, a.name, a.about from author a where a.slug = ${slug}
    and exists (select from live_author_item l where l.author_id = a.id and l.site_id = ${siteId})`.execute(db)
  return rows[0]
}

/** A portal as others link to it. */
export interface LinkedSite {
  name: string
  shortName: string
  template: string
  host: string
}

/** Portals directly below one, in the order of their names. */
export async function componentSites(db: Database, siteId: number): Promise<LinkedSite[]> {
  const { rows } = await sql<LinkedSite>`
    select s.name, s.short_name, s.template, h.host from site s join site_host h on h.site_id = s.id and h.is_primary
    where s.parent_id = ${siteId} and s.closed_at is null order by s.short_name collate "vi-x-icu", s.id limit 300`.execute(
    db,
  )
  return rows
}
