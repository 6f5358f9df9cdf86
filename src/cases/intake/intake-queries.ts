import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../database/connect.ts'
import { fold } from '../../web/vietnamese.ts'

/** The secrets that sign challenges and stamps: that of today first, then yesterday's, which still holds. */
export async function proofKeys(db: Database): Promise<[string, ...string[]]> {
  const { rows } = await sql<{ secret: string }>`select secret from proof_keys()`.execute(db)
  const [today, ...older] = rows.map(({ secret }) => secret)
  if (today === undefined) throw new Error('proof_keys() gave no secret')
  return [today, ...older]
}

/** Counts a try of a reader to send a form; false when there were too many today. */
export async function tryCase(db: Database, reader: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select try_case(${reader}) as may`.execute(db)
  return rows[0]!.may
}

/** Uses a challenge up; false when it was used before. `challenge`: 32 bytes. */
export async function spendProof(db: Database, challenge: Buffer): Promise<boolean> {
  const { rows } = await sql<{ spent: boolean }>`select spend_proof(${challenge}) as spent`.execute(db)
  return rows[0]!.spent
}

/** Counts words as they are compared: without diacritics, case and punctuation. Gives how often they came today, this time included. */
export async function noteEcho(db: Database, secret: string, words: string): Promise<number> {
  const same = fold(words)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const digest = createHmac('sha256', secret).update(same).digest()
  const { rows } = await sql<{ times: number }>`select note_echo(${digest}) as times`.execute(db)
  return rows[0]!.times
}
