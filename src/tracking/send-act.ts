import { sql } from 'kysely'
import { digestOf } from '../cases/tracking.ts'
import type { Database } from '../database/connect.ts'
import type { NewClock } from '../cases/start-clock.ts'

export type SenderAct = 'add' | 'clarify' | 'reopen' | 'rate' | 'withdraw'
/** done; unknown: no such case; late, not-now: the act is not open; enough: too much was sent already. */
export type SenderActOutcome = 'done' | 'unknown' | 'late' | 'not-now' | 'enough'

/** What goes with an act of the sender: words (plain, or sealed where the kind asks for it), a choice, a clock to begin. */
export interface SenderActWords {
  body?: string
  sealed?: string
  choice?: string
  comment?: string
  clock?: NewClock
  /** Digest of the token of the form, in hexadecimal: attachments came under it. */
  formHash?: string
}

/** Does what the sender asks for with the code of a case, in one commit with its event and its audit event (migrations/0040). */
export async function sendAct(
  db: Database,
  code: string,
  act: SenderAct,
  words: SenderActWords = {},
): Promise<SenderActOutcome> {
  const { rows } = await sql<{ outcome: SenderActOutcome }>`
    select sender_act(${digestOf(code)}, ${act}, ${JSON.stringify(words)}::jsonb) as outcome`.execute(db)
  return rows[0]!.outcome
}
