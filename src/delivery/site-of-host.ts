import { sql, type RawBuilder } from 'kysely'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { ParentNames, PublicAlert, PublicSection, PublicSite, SectionNames, TwoLanguages } from './route.ts'

interface Row extends Pick<
  PublicSite,
  | 'id'
  | 'key'
  | 'names'
  | 'template'
  | 'theme'
  | 'accent'
  | 'responsiblePerson'
  | 'address'
  | 'phone'
  | 'email'
  | 'isDemo'
  | 'hasComponents'
> {
  host: string
  parentHost: string | null
  parentNames: TwoLanguages<ParentNames>
  sections: { id: number; parentId: number | null; slug: string; names: TwoLanguages<SectionNames> }[]
  alerts: {
    tone: PublicAlert['tone']
    words: string
    href: string
    from: string
    until: string
    startsAt: string | null
    restoresAt: string | null
  }[]
}

/** Alerts and announced suspensions of the portal `s` that are not over, the soonest twenty. */
const alertsOfSite = sql.raw(`(select coalesce(jsonb_agg(to_jsonb(x) order by x."from"), '[]') from (
    select a.tone, a.words, a.href, a.starts_at as "from", a.ends_at as until, null::timestamptz as "startsAt", null::timestamptz as "restoresAt"
    from live_alert a where a.site_id = s.id and a.ends_at > now()
    union all
    select 'warning', o.affects, '/thong-bao-gian-doan', o.published_at, o.restores_at, o.starts_at, o.restores_at
    from live_outage o where o.site_id = s.id and o.restores_at > now() and o.restored_at is null and o.cancelled_at is null
    order by 4 limit 20) x)`)

/** Names beside each other in both languages, as one JSON value; those that are missing in English are left out. */
const bothOf = (of: string, columns: Readonly<Record<string, string>>): RawBuilder<unknown> => {
  const object = (suffix: string): string =>
    Object.entries(columns)
      .map(([name, column]) => `'${name}', ${of}.${column}${suffix}`)
      .join(', ')
  return sql.raw(
    `jsonb_build_object('vi', jsonb_build_object(${object('')}), 'en', jsonb_strip_nulls(jsonb_build_object(${object('_en')})))`,
  )
}
const ofSite = {
  name: 'name',
  shortName: 'short_name',
  tagline: 'tagline',
  agency: 'agency',
  governingBody: 'governing_body',
}
const ofParent = { name: 'name', shortName: 'short_name' }
const ofSection = { name: 'name', description: 'description' }

/** The portal a host belongs to, with its menu, in one round trip; undefined for a host of no portal. */
export async function siteOfHost(db: Database, host: string, config: Config): Promise<PublicSite | undefined> {
  const { rows } = await sql<Row>`
    select s.id, s.key, ${bothOf('s', ofSite)} as names, s.template, s.theme, s.accent, s.responsible_person,
      s.address, s.phone, s.email, s.is_demo, coalesce(p.host, h.host) as host,
      uph.host as parent_host, ${bothOf('up', ofParent)} as parent_names,
      exists (select from site c where c.parent_id = s.id and c.closed_at is null) as has_components,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'parentId', x.parent_id, 'slug', x.slug, 'names', ${bothOf('x', ofSection)})
        order by x.position, x.id) from section x where x.site_id = s.id and not x.hidden), '[]') as sections, ${alertsOfSite} as alerts
    from site_host h join site s on s.id = h.site_id and s.closed_at is null
    left join site_host p on p.site_id = s.id and p.is_primary
    left join site up on up.id = s.parent_id and up.closed_at is null
    left join site_host uph on uph.site_id = up.id and uph.is_primary
    where h.host = ${host}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { host: primary, parentHost, parentNames, sections, alerts, ...facts } = row
  const childrenOf = (parentId: number | null): PublicSection[] =>
    sections
      .filter((section) => section.parentId === parentId)
      .map(({ id, slug, names }) => ({ id, slug, ...names.vi, names, lang: {}, children: childrenOf(id) }))
  return {
    ...facts,
    ...facts.names.vi,
    lang: {},
    origin: originOf(config, primary),
    parent: parentHost
      ? { ...parentNames.vi, names: parentNames, lang: {}, origin: originOf(config, parentHost) }
      : undefined,
    sections: childrenOf(null),
    alerts: alerts.map(({ tone, words, href, from, until, startsAt, restoresAt }) => ({
      tone,
      words,
      href,
      from: Date.parse(from),
      until: Date.parse(until),
      ...(startsAt && restoresAt && { outage: { startsAt: Date.parse(startsAt), restoresAt: Date.parse(restoresAt) } }),
    })),
  }
}

/** Public address of a host, no trailing slash. */
export const originOf = (config: Config, host: string): string =>
  `${config.publicScheme}://${host}${config.publicPort ? `:${config.publicPort}` : ''}`
