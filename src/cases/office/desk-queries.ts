import { sql } from 'kysely'
import type { Database, Transaction } from '../../database/connect.ts'
import { sitesOf, type Actor } from '../../people/actor.ts'
import { caseDesk } from '../policy.ts'

/** A portal whose cases a person deals with. */
export interface Desk {
  siteId: number
  name: string
  open: number
}

/** The portals whose queues a person opens, those with most to do first; at most two hundred. */
export async function desksOf(db: Database, actor: Actor): Promise<Desk[]> {
  const sites = sitesOf(actor, ...caseDesk)
  const { rows } = await sql<Desk>`
    select s.id as site_id, s.short_name as name, (select count(*)::integer from citizen_case c where c.handling_site_id = s.id
      and c.kind <> 'sealed_letter' and c.state in ('received', 'assigned', 'clarifying', 'submitted')) as open
    from site s where s.closed_at is null ${sites === 'all' ? sql`` : sql`and s.id = any (${[...sites]}::integer[])`}
    order by open desc, s.short_name limit 200`.execute(db)
  return rows
}

/** A division of a portal with the officers who belong to it. */
export interface DivisionDesk {
  id: number
  name: string
  nameEn: string
  leadId: string | null
  officers: { id: string; name: string }[]
}

/** The divisions of a portal that may be given cases, in their order, with their people who may answer. */
export async function divisionDesks(db: Database, siteId: number): Promise<DivisionDesk[]> {
  const { rows } = await sql<DivisionDesk>`
    select d.id, d.name, d.name_en, d.lead_id, coalesce((
      select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
      from person p where p.disabled_at is null
        and (p.id = d.lead_id or exists (select 1 from division_member m where m.division_id = d.id and m.person_id = p.id))
        and exists (select 1 from membership r where r.person_id = p.id and r.role = 'case_officer'
          and (r.site_id = d.site_id or r.site_id is null)
          and today_in_vietnam() between r.valid_from and coalesce(r.valid_to, 'infinity'))), '[]') as officers
    from division d where d.site_id = ${siteId} and d.ended_on is null order by d.position, d.id`.execute(db)
  return rows
}

/** The division each field of a portal goes to first. */
export async function routingOf(db: Database, siteId: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('caseRouting as r')
    .innerJoin('division as d', 'd.id', 'r.divisionId')
    .select(['r.fieldId', 'r.divisionId'])
    .where('r.siteId', '=', siteId)
    .where('d.endedOn', 'is', null)
    .execute()
  return new Map(rows.map(({ fieldId, divisionId }) => [fieldId, divisionId]))
}

/** A field of work, as lists of fields show it. */
export interface FieldRow {
  id: number
  slug: string
  name: string
  nameEn: string
  kinds: string[]
  position: number
  archivedAt: Date | null
}

/** The fields of the network in their order, archived ones too when asked for. */
export async function fieldList(db: Database, { archived = false } = {}): Promise<FieldRow[]> {
  return db
    .selectFrom('caseField')
    .select(['id', 'slug', 'name', 'nameEn', 'kinds', 'position', 'archivedAt'])
    .$if(!archived, (query) => query.where('archivedAt', 'is', null))
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** A portal by its name. */
export interface PortalName {
  id: number
  name: string
}

/** The portals of the network that are open, to pass a case on to. */
export async function openPortals(db: Database): Promise<PortalName[]> {
  return db
    .selectFrom('site')
    .select(['id', 'name'])
    .where('closedAt', 'is', null)
    .orderBy('name')
    .limit(1000)
    .execute()
}

/** What the agency behind a portal is called. */
export const agencyOf = async (db: Database | Transaction, siteId: number): Promise<string> => {
  const site = await db.selectFrom('site').select(['agency', 'name']).where('id', '=', siteId).executeTakeFirst()
  return site ? site.agency || site.name : ''
}
