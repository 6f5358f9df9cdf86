import { sql } from 'kysely'
import type { Database } from '../../database/connect.ts'

/** Who holds a role for cases on a portal today, by name. */
export async function deskPeople(db: Database, siteId: number): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from person p where p.disabled_at is null and exists (select 1 from membership m
      where m.person_id = p.id and (m.site_id = ${siteId} or m.site_id is null)
        and m.role in ('case_coordinator', 'case_officer', 'case_leader')
        and today_in_vietnam() between m.valid_from and coalesce(m.valid_to, 'infinity'))
    order by p.name, p.id limit 500`.execute(db)
  return rows
}

/** A division as its portal sets it up. */
export interface DivisionRow {
  id: number
  name: string
  nameEn: string
  leadId: string | null
  leadName: string | null
  position: number
  endedOn: string | null
  successorName: string | null
  members: { id: string; name: string }[]
  /** Cases at hand. */
  open: number
}

/** The divisions of a portal, those that have ended last. */
export async function divisionsOfSite(db: Database, siteId: number): Promise<DivisionRow[]> {
  const { rows } = await sql<DivisionRow>`
    select d.id, d.name, d.name_en, d.lead_id, l.name as lead_name, d.position, d.ended_on::text as ended_on, s.name as successor_name,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name) from division_member m
        join person p on p.id = m.person_id where m.division_id = d.id), '[]') as members,
      (select count(*)::integer from citizen_case c where c.division_id = d.id and c.state in ('assigned', 'clarifying', 'submitted')) as open
    from division d left join person l on l.id = d.lead_id left join division s on s.id = d.successor_id
    where d.site_id = ${siteId} order by d.ended_on is not null, d.position, d.id limit 200`.execute(db)
  return rows
}

/** How a portal deals with cases, as it stands: the defaults of the table where nothing was set. */
export interface CaseSettingRow {
  openKinds: string[]
  league: boolean
  warnDays: number
  reopenDays: number
  leaderId: string | null
  extensionDays: number
  extensionBasis: string
}
const defaults: CaseSettingRow = {
  openKinds: ['question', 'feedback', 'information_request', 'data_request'],
  league: false,
  warnDays: 2,
  reopenDays: 15,
  leaderId: null,
  extensionDays: 0,
  extensionBasis: '',
}

export async function caseSettingOf(db: Database, siteId: number): Promise<CaseSettingRow> {
  const row = await db
    .selectFrom('caseSetting')
    .select(['openKinds', 'league', 'warnDays', 'reopenDays', 'leaderId', 'extensionDays', 'extensionBasis'])
    .where('siteId', '=', siteId)
    .executeTakeFirst()
  return row ?? defaults
}

/** Days set by a portal, and by the network, for which who sent a case of a kind is kept. */
export async function retentionOf(
  db: Database,
  siteId: number,
): Promise<{ own: ReadonlyMap<string, number>; network: ReadonlyMap<string, number> }> {
  const rows = await db
    .selectFrom('caseRetention')
    .select(['kind', 'siteId', 'keepDays'])
    .where((e) => e.or([e('siteId', '=', siteId), e('siteId', 'is', null)]))
    .execute()
  const of = (own: boolean): ReadonlyMap<string, number> =>
    new Map(rows.filter((row) => (row.siteId !== null) === own).map(({ kind, keepDays }) => [kind, keepDays]))
  return { own: of(true), network: of(false) }
}

/** Who stands in for whom on a portal, now or later. */
export interface SubstitutionRow {
  id: number
  personId: string
  personName: string
  substituteName: string
  fromDay: string
  toDay: string
  now: boolean
}

export async function substitutionsOf(db: Database, siteId: number): Promise<SubstitutionRow[]> {
  const { rows } = await sql<SubstitutionRow>`
    select s.id, s.person_id, p.name as person_name, u.name as substitute_name, s.from_day::text as from_day, s.to_day::text as to_day,
      today_in_vietnam() between s.from_day and s.to_day as now
    from substitution s join person p on p.id = s.person_id join person u on u.id = s.substitute_id
    where s.site_id = ${siteId} and s.to_day >= today_in_vietnam() order by s.from_day, s.id limit 200`.execute(db)
  return rows
}
