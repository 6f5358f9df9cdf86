import { sql, type RawBuilder } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'

type Reader = Database | Transaction

/** Somebody a case can be given to. */
export interface OfficerLine {
  id: string
  name: string
  /** Open cases they are the officer of, on this portal. */
  open: number
  /** Somebody stands in for them today. */
  away: boolean
}

/** Officers of a division who hold the role today, those present and with the fewest open cases first: the first is who to suggest. */
export async function officersOf(db: Reader, divisionId: number): Promise<OfficerLine[]> {
  const { rows } = await sql<OfficerLine>`
    select p.id, p.name, (select count(*) from citizen_case c where c.officer_id = p.id and c.handling_site_id = d.site_id
        and c.state in ('assigned', 'clarifying', 'submitted'))::integer as open,
      exists (select from substitution s where s.person_id = p.id and s.site_id = d.site_id
        and today_in_vietnam() between s.from_day and s.to_day) as away
    from division d join person p on p.disabled_at is null
      and (p.id = d.lead_id or exists (select from division_member m where m.division_id = d.id and m.person_id = p.id))
    where d.id = ${divisionId} and exists (select from membership m where m.person_id = p.id and m.role = 'case_officer'
      and (m.site_id = d.site_id or m.site_id is null) and today_in_vietnam() between m.valid_from and coalesce(m.valid_to, 'infinity'))
    order by away, open, p.name`.execute(db)
  return rows
}

/** A division with its people. */
export interface DivisionLine {
  id: number
  name: string
  nameEn: string
  position: number
  endedOn: string | null
  successorName: string | null
  leadId: string | null
  leadName: string | null
  members: { id: string; name: string }[]
  /** Cases in hand. */
  open: number
}

/** The divisions of a portal in their order, those that ended last. */
export async function divisionsOfSite(db: Reader, siteId: number): Promise<DivisionLine[]> {
  const { rows } = await sql<DivisionLine>`
    select d.id, d.name, d.name_en, d.position, d.ended_on, n.name as successor_name, d.lead_id, l.name as lead_name,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name)
        from division_member m join person p on p.id = m.person_id where m.division_id = d.id), '[]') as members,
      (select count(*) from citizen_case c where c.division_id = d.id and c.state in ('assigned', 'clarifying', 'submitted'))::integer as open
    from division d left join division n on n.id = d.successor_id left join person l on l.id = d.lead_id
    where d.site_id = ${siteId} order by d.ended_on is not null, d.position, d.id`.execute(db)
  return rows
}

/** Whoever holds one of the roles on a portal (not merely on the network) today. */
export async function peopleAtDesk(
  db: Reader,
  siteId: number,
  roles: readonly string[],
): Promise<{ id: string; name: string; email: string }[]> {
  const { rows } = await sql<{ id: string; name: string; email: string }>`
    select distinct p.id, p.name, p.email from person p join membership m on m.person_id = p.id
    where m.site_id = ${siteId} and ${heldToday} and m.role = any (${[...roles]}::text[]) and p.disabled_at is null
    order by p.name, p.id limit 200`.execute(db)
  return rows
}

const heldToday: RawBuilder<boolean> = sql`today_in_vietnam() between m.valid_from and coalesce(m.valid_to, 'infinity')`

/** Which division gets a field first, for every field that is in use. */
export async function routingOf(
  db: Reader,
  siteId: number,
): Promise<{ fieldId: number; name: string; divisionId: number | null }[]> {
  const { rows } = await sql<{ fieldId: number; name: string; divisionId: number | null }>`
    select f.id as field_id, f.name, r.division_id from case_field f
    left join case_routing r on r.field_id = f.id and r.site_id = ${siteId}
    where f.archived_at is null order by f.position, f.id`.execute(db)
  return rows
}

/** Templates of a portal, those of a field first where one is named. */
export async function templatesOf(
  db: Reader,
  siteId: number,
  fieldId?: number | null,
): Promise<{ id: number; title: string; body: string; fieldId: number | null; fieldName: string | null }[]> {
  const { rows } = await sql<{
    id: number
    title: string
    body: string
    fieldId: number | null
    fieldName: string | null
  }>`
    select t.id, t.title, t.body, t.field_id, f.name as field_name from answer_template t left join case_field f on f.id = t.field_id
    where t.site_id = ${siteId} and t.archived_at is null
    order by t.field_id is not distinct from ${fieldId ?? null}::integer desc, t.title limit 200`.execute(db)
  return rows
}

/** Settings of a portal for its cases; what it never set is as the database presets it. */
export interface SettingsView {
  openKinds: string[]
  league: boolean
  warnDays: number
  reopenDays: number
  leaderId: string | null
  extensionDays: number
  extensionBasis: string
}

export async function settingsOf(db: Reader, siteId: number): Promise<SettingsView> {
  const row = await db.selectFrom('caseSetting').selectAll().where('siteId', '=', siteId).executeTakeFirst()
  return (
    row ?? {
      openKinds: ['question', 'feedback', 'information_request', 'data_request'],
      league: false,
      warnDays: 2,
      reopenDays: 15,
      leaderId: null,
      extensionDays: 0,
      extensionBasis: '',
    }
  )
}
