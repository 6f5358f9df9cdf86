import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** How many entries stand in a section, or are being written for it: live, in work, or taken over from another portal. */
export async function entriesInSection(db: Database, sectionId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct entry_id) as count from (
      select entry_id from live_section_item where section_id = ${sectionId}
      union all select e.entry_id from edition e join section s on s.id = ${sectionId} and s.site_id = e.site_id
        where e.state not in ('superseded', 'discarded') and e.content -> 'sectionIds' @> to_jsonb(${sectionId}::integer)
      union all select p.entry_id from placement p join section s on s.id = ${sectionId} and s.site_id = p.site_id
        where p.state = 'accepted' and ${sectionId}::integer = any (p.section_ids)) x`.execute(db)
  return rows[0]?.count ?? 0
}
