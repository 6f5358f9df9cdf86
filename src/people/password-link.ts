import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from '../database/connect.ts'

/** Hours a link to set a password holds: asked for oneself, and as an invitation. */
export const resetHours = 1
export const invitationHours = 72

const identifierOf = (token: string): string => `password-link:${createHash('sha256').update(token).digest('hex')}`

/** Makes the one link with which a person sets their password; older ones no longer work. Only its digest is kept. Returns its path. */
export async function makePasswordLink(tx: Transaction, personId: string, hours: number): Promise<string> {
  await forgetPasswordLinks(tx, personId)
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('personVerification')
    .values({
      id: randomBytes(16).toString('hex'),
      identifier: identifierOf(token),
      value: personId,
      expiresAt: new Date(Date.now() + hours * 3_600_000),
    })
    .execute()
  return `/dat-lai-mat-khau/${token}`
}

/** Whose link this is; undefined when it was used, replaced or is over. Locks it until the commit. */
export async function personOfLink(tx: Transaction, token: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('personVerification')
    .select('value')
    .where('identifier', '=', identifierOf(token))
    .where('expiresAt', '>', new Date())
    .forUpdate()
    .executeTakeFirst()
  return row?.value
}

export async function forgetPasswordLinks(tx: Transaction, personId: string): Promise<void> {
  await tx
    .deleteFrom('personVerification')
    .where('value', '=', personId)
    .where('identifier', 'like', 'password-link:%')
    .execute()
}
