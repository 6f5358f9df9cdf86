import type { Transaction } from '../database/connect.ts'
import { enqueue } from '../jobs/queue.ts'
import type { Doer } from './policy.ts'

/** Begins a change of the calendar or of an override: the database refuses one without. The clocks are worked out anew after the commit. */
export async function raiseVersion(tx: Transaction, by: Doer, reason: string): Promise<void> {
  await tx
    .insertInto('calendarVersion')
    // The number is set by the database (migrations/0041).
    .values({ id: 0, by: 'system' in by ? by.system : by.name, reason: reason.slice(0, 1000) })
    .execute()
  await enqueue(tx, 'recompute-clocks', {})
}
