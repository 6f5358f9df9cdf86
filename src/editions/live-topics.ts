import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Language } from '../web/message.ts'

/** A network-wide campaign as public pages name it. */
export interface LiveTopic {
  id: number
  slug: string
  /** In the language asked for, where it has them. */
  name: string
  summary: string
  /** Which of them are Vietnamese although English was asked for. */
  lang: { name?: 'vi'; summary?: 'vi' }
}

/** Columns whose English form stands in for the Vietnamese one where it exists, and `lang`, which names those that have none. */
function inLanguage(language: Language, of: string, columns: Readonly<Record<string, string>>): RawBuilder<unknown> {
  const all = Object.entries(columns)
  const words = all.map(([, column]) =>
    language === 'vi' ? `${of}.${column}` : `coalesce(${of}.${column}_en, ${of}.${column}) as ${column}`,
  )
  const marks = all.map(([name, column]) => `'${name}', case when ${of}.${column}_en is null then 'vi' end`)
  const lang = language === 'vi' ? `'{}'::jsonb` : `jsonb_strip_nulls(jsonb_build_object(${marks.join(', ')}))`
  return sql.raw(`${words.join(', ')}, ${lang} as lang`)
}
/** Name and summary of a topic `t` in a language, with `lang`. */
export const topicWords = (language: Language): RawBuilder<unknown> =>
  inLanguage(language, 't', { name: 'name', summary: 'summary' })

/** Topics that hold something live on a portal in a language and are not archived, those with the newest entry first. */
export async function topicsOfSite(
  db: Database,
  siteId: number,
  limit: number,
  language: Language,
): Promise<LiveTopic[]> {
  const { rows } = await sql<LiveTopic>`
    select t.id, t.slug, ${topicWords(language)} from topic t cross join lateral (
      select l.published_at from live_topic_item l where l.topic_id = t.id and l.site_id = ${siteId} and l.language = ${language}
      order by l.published_at desc, l.entry_id desc limit 1) n
    where t.archived_at is null order by n.published_at desc, t.id limit ${limit}`.execute(db)
  return rows
}

/** A topic by its address; archived ones keep their page. */
export async function topicBySlug(db: Database, slug: string, language: Language): Promise<LiveTopic | undefined> {
  const { rows } = await sql<LiveTopic>`
    select t.id, t.slug, ${topicWords(language)} from topic t where t.slug = ${slug}`.execute(db)
  return rows[0]
}

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
  /** Which of its names are Vietnamese although English was asked for. */
  lang: { name?: 'vi'; shortName?: 'vi' }
}

/** Portals directly below one, in the order of their names. */
export async function componentSites(db: Database, siteId: number, language: Language): Promise<LinkedSite[]> {
  const { rows } = await sql<LinkedSite>`
    select ${inLanguage(language, 's', { name: 'name', shortName: 'short_name' })}, s.template, h.host from site s join site_host h on h.site_id = s.id and h.is_primary
    where s.parent_id = ${siteId} and s.closed_at is null order by s.short_name collate "vi-x-icu", s.id limit 300`.execute(
    db,
  )
  return rows
}
