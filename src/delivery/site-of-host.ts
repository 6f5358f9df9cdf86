import { sql } from 'kysely'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { PublicSection, PublicSite } from './route.ts'

interface Row extends Omit<PublicSite, 'origin' | 'parent' | 'sections' | 'hasComponents'> {
  host: string
  parentName: string | null
  parentShortName: string | null
  parentHost: string | null
  hasComponents: boolean
  sections: { id: number; parentId: number | null; slug: string; name: string; description: string }[]
}

/** The portal a host belongs to, with its menu, in one round trip; undefined for a host of no portal. */
export async function siteOfHost(db: Database, host: string, config: Config): Promise<PublicSite | undefined> {
  const { rows } = await sql<Row>`
    select s.id, s.key, s.name, s.short_name, s.tagline, s.template, s.theme, s.accent, s.agency, s.governing_body, s.responsible_person,
      s.address, s.phone, s.email, s.is_demo, coalesce(p.host, h.host) as host,
      up.name as parent_name, up.short_name as parent_short_name, uph.host as parent_host,
      exists (select from site c where c.parent_id = s.id and c.closed_at is null) as has_components,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'parentId', x.parent_id, 'slug', x.slug, 'name', x.name, 'description', x.description)
        order by x.position, x.id) from section x where x.site_id = s.id and not x.hidden), '[]') as sections
    from site_host h join site s on s.id = h.site_id and s.closed_at is null
    left join site_host p on p.site_id = s.id and p.is_primary
    left join site up on up.id = s.parent_id and up.closed_at is null
    left join site_host uph on uph.site_id = up.id and uph.is_primary
    where h.host = ${host}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { host: primary, parentName, parentShortName, parentHost, sections, ...facts } = row
  const childrenOf = (parentId: number | null): PublicSection[] =>
    sections
      .filter((section) => section.parentId === parentId)
      .map(({ id, slug, name, description }) => ({ id, slug, name, description, children: childrenOf(id) }))
  return {
    ...facts,
    origin: originOf(config, primary),
    parent:
      parentName && parentHost
        ? { name: parentName, shortName: parentShortName ?? parentName, origin: originOf(config, parentHost) }
        : undefined,
    sections: childrenOf(null),
  }
}

/** Public address of a host, no trailing slash. */
export const originOf = (config: Config, host: string): string =>
  `${config.publicScheme}://${host}${config.publicPort ? `:${config.publicPort}` : ''}`
