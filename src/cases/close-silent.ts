import { sql } from 'kysely'
import { inTransaction, type Database } from '../database/connect.ts'
import { closeCase } from './close-case.ts'

/** Closes answered cases whose senders said nothing more in the days their portal gives. Safe to repeat, and for several workers. */
export async function closeSilent(db: Database): Promise<{ closed: number }> {
  let closed = 0
  for (;;) {
    const did = await inTransaction(db, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        select c.id from citizen_case c left join case_setting s on s.site_id = c.handling_site_id
        where c.state = 'answered' and c.answered_at < now() - make_interval(days => coalesce(s.reopen_days, 15))
        order by c.answered_at limit 1 for update of c skip locked`.execute(tx)
      if (rows[0]) await closeCase(tx, { system: 'Kết thúc hồ sơ' }, { caseId: rows[0].id })
      return rows.length > 0
    })
    if (!did) return { closed }
    closed += 1
  }
}
