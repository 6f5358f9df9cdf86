import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../database/connect.ts'
import { holdsSomewhere, sitesOf, type Actor } from '../../people/actor.ts'
import { caseDesk } from '../policy.ts'
import { lineColumns, lineTables, type CaseLine } from '../queries.ts'

/** What a case waits for from somebody. */
export type Duty = 'assign' | 'answer' | 'approve'
export type WorkLine = CaseLine & { duty: Duty }

const onSites = (sites: readonly number[] | 'all'): RawBuilder<unknown> =>
  sites === 'all' ? sql`` : sql`and c.handling_site_id = any (${[...sites]}::integer[])`

/**
 * What waits for a person on all their portals, as `id, duty, due_at, state`: cases to hand out, in their hands (those of people they
 * stand in for among them, and of their divisions while no officer is named), and answers to approve that they did not write.
 */
function waiting(actor: Actor): RawBuilder<unknown> {
  const coordinates = sitesOf(actor, 'case_coordinator')
  const leads = sitesOf(actor, 'case_leader')
  const works = sitesOf(actor, ...caseDesk)
  return sql`
    select c.id, 'assign' as duty, c.due_at, c.state from citizen_case c
      where c.state = 'received' and c.kind <> 'sealed_letter' ${onSites(coordinates)}
    union all
    select c.id, 'answer', c.due_at, c.state from citizen_case c
      where c.state in ('assigned', 'clarifying') and c.kind <> 'sealed_letter' ${onSites(works)}
        and (c.officer_id = ${actor.id} or c.officer_id in (select u.person_id from substitution u
          where u.substitute_id = ${actor.id} and u.site_id = c.handling_site_id and today_in_vietnam() between u.from_day and u.to_day))
    union all
    select c.id, 'answer', c.due_at, c.state from citizen_case c
      where c.state in ('assigned', 'clarifying') and c.officer_id is null and c.kind <> 'sealed_letter' ${onSites(works)}
        and c.division_id in (select m.division_id from division_member m where m.person_id = ${actor.id}
          union select d.id from division d where d.lead_id = ${actor.id})
    union all
    select c.id, 'approve', c.due_at, c.state from citizen_case c
      where c.state = 'submitted' and c.kind <> 'sealed_letter' ${onSites(leads)}
        and (select a.author_id from case_answer a where a.case_id = c.id order by a.revision desc limit 1) is distinct from ${actor.id}
    union all
    select c.id, 'answer', c.due_at, c.state from citizen_case c join case_handler h on h.case_id = c.id
      where h.person_id = ${actor.id} and h.ended_at is null and c.kind = 'sealed_letter' ${onSites(works)}
        and c.state in ('received', 'assigned', 'clarifying', 'submitted')`
}

export const longestWork = 300

/** What waits for a person, the most pressing first; at most `longestWork`. */
export async function workOfPerson(db: Database, actor: Actor): Promise<WorkLine[]> {
  const { rows } = await sql<WorkLine>`
    select w.duty, ${lineColumns} from ${lineTables}
    join (select distinct on (id) id, duty from (${waiting(actor)}) x order by id, duty) w on w.id = c.id
    order by c.due_at nulls last, c.id limit ${longestWork}`.execute(db)
  return rows
}

/** How many cases wait for a person, not for who sent them, and how many of them are late: for the menu of the office. */
export async function countWork(db: Database, actor: Actor): Promise<{ waiting: number; late: number }> {
  if (!holdsSomewhere(actor, ...caseDesk)) return { waiting: 0, late: 0 }
  const { rows } = await sql<{ waiting: number; late: number }>`
    select count(distinct id)::integer as waiting, (count(distinct id) filter (where due_at < now()))::integer as late
    from (${waiting(actor)}) x where state <> 'clarifying'`.execute(db)
  return rows[0]!
}
