import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'

/** Puts words to the sender on the page of the case; the mail of the step that goes with them carries them too. */
export async function tellSender(
  tx: Transaction,
  by: Actor,
  { caseId, body }: { caseId: number; body: string },
): Promise<void> {
  await tx.insertInto('caseMessage').values({ caseId, direction: 'to_sender', body, personId: by.id }).execute()
}
