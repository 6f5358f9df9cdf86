import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'

/** Failures in a row after which an account is locked, and for how long. */
export const attemptsAllowed = 5
export const lockMinutes = 15

/** An attempt that may be made: the how-manieth in a row it is. */
export interface Attempt {
  personId: string
  number: number
}

/**
 * Counts an attempt before it is checked, so that many sent at once are no more than five. Passwords and codes of the
 * second factor count together. Undefined while the account is locked.
 */
export async function claimAttempt(db: Database | Transaction, personId: string): Promise<Attempt | undefined> {
  // A lock that is over starts the count anew.
  const number = sql<number>`case when locked_until is null then failed_sign_ins else 0 end + 1`
  const row = await db
    .updateTable('person')
    .set({
      failedSignIns: number,
      lockedUntil: sql<Date | null>`case when ${number} >= ${attemptsAllowed} then now() + make_interval(mins => ${lockMinutes}) end`,
    })
    .where('id', '=', personId)
    .where((eb) => eb.or([eb('lockedUntil', 'is', null), eb('lockedUntil', '<=', sql<Date>`now()`)]))
    .returning('failedSignIns')
    .executeTakeFirst()
  return row && { personId, number: row.failedSignIns }
}

/** The attempt was right and the sign-in complete: the count starts anew. */
export async function forgetFailures(tx: Database | Transaction, personId: string): Promise<void> {
  await tx.updateTable('person').set({ failedSignIns: 0, lockedUntil: null }).where('id', '=', personId).execute()
}

/** The attempt was right but the second step is still to come: only this one is taken back, so that the right password never buys more codes. */
export async function takeBackAttempt(db: Database | Transaction, attempt: Attempt): Promise<void> {
  await db
    .updateTable('person')
    .set({
      failedSignIns: sql<number>`greatest(failed_sign_ins - 1, 0)`,
      ...(attempt.number >= attemptsAllowed ? { lockedUntil: null } : {}),
    })
    .where('id', '=', attempt.personId)
    .execute()
}
