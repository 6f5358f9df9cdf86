import { sql } from 'kysely'
import type { Database } from '../../database/connect.ts'
import type { Actor } from '../../people/actor.ts'
import { lineColumns, lineTables, visibleTo, type CaseLine } from '../queries.ts'

/** Cases of a portal somebody sees, as lines, the most pressing first. */
export async function casesChosen(
  db: Database,
  actor: Actor,
  siteId: number,
  ids: readonly number[],
): Promise<CaseLine[]> {
  const { rows } = await sql<CaseLine>`select ${lineColumns} from ${lineTables}
    where c.id = any (${[...ids]}::integer[]) and c.handling_site_id = ${siteId} and ${visibleTo(actor, siteId)}
    order by c.due_at nulls last, c.id`.execute(db)
  return rows
}

/** The case of a portal that bears a number, as far as somebody sees it. */
export async function caseByNumber(
  db: Database,
  actor: Actor,
  siteId: number,
  number: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`select c.id from citizen_case c
    where c.number = ${number.trim().toUpperCase()} and c.handling_site_id = ${siteId} and ${visibleTo(actor, siteId)}`.execute(
    db,
  )
  return rows[0]?.id
}
