import { sql } from 'kysely'
import type { Database } from '../../database/connect.ts'
import { fold } from '../../web/vietnamese.ts'

/** A template as the editor offers it. */
export interface TemplateName {
  id: number
  title: string
}

/** Templates of a portal for answers of a field: those of that field first, then those of no other. */
export async function templatesFor(db: Database, siteId: number, fieldId: number | null): Promise<TemplateName[]> {
  const { rows } = await sql<TemplateName>`select id, title from answer_template
    where site_id = ${siteId} and archived_at is null and (field_id is null or field_id = ${fieldId})
    order by field_id is null, title, id limit 100`.execute(db)
  return rows
}

/** The words of a template of a portal. */
export const templateBody = async (db: Database, siteId: number, id: number): Promise<string | undefined> =>
  (
    await db
      .selectFrom('answerTemplate')
      .select('body')
      .where('id', '=', id)
      .where('siteId', '=', siteId)
      .where('archivedAt', 'is', null)
      .executeTakeFirst()
  )?.body

/** A template whole. */
export interface TemplateRow extends TemplateName {
  body: string
  fieldId: number | null
  fieldName: string | null
  updatedAt: Date
  updatedByName: string | null
}

/** The templates of a portal; at most two hundred. */
export async function templatesOf(db: Database, siteId: number): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select t.id, t.title, t.body, t.field_id, f.name as field_name, t.updated_at, p.name as updated_by_name
    from answer_template t left join case_field f on f.id = t.field_id left join person p on p.id = t.updated_by
    where t.site_id = ${siteId} and t.archived_at is null order by t.title, t.id limit 200`.execute(db)
  return rows
}

/** Something published, to be linked in an answer. `url` is left to the screen: `path` on `host`. */
export interface PublishedText {
  siteId: number
  entryId: number
  title: string
  siteName: string
  host: string
  path: string
}
export type FoundEntry = PublishedText & { url: string }

const published = sql`select i.site_id, i.entry_id, i.title, s.short_name as site_name, h.host, i.path
  from live_item i join site s on s.id = i.site_id join site_host h on h.site_id = i.site_id and h.is_primary`

/** What portals of the network have published that has all of the words, on the portal it belongs to; the newest first, at most eight. */
export async function searchPublished(db: Database, words: string): Promise<PublishedText[]> {
  const terms =
    fold(words.slice(0, 200))
      .match(/[a-z0-9]{1,40}/g)
      ?.slice(0, 12) ?? []
  if (terms.length === 0) return []
  const { rows } = await sql<PublishedText>`${published}
    where i.site_id = i.home_site_id and i.search @@ to_tsquery('simple', ${terms.map((term) => `${term}:*`).join(' & ')})
    order by i.published_at desc, i.entry_id desc limit 8`.execute(db)
  return rows
}

/** Something published, on a portal. */
export async function publishedText(db: Database, siteId: number, entryId: number): Promise<PublishedText | undefined> {
  const { rows } =
    await sql<PublishedText>`${published} where i.site_id = ${siteId} and i.entry_id = ${entryId} limit 1`.execute(db)
  return rows[0]
}
