import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanText } from '../web/vietnamese.ts'
import type { Kinds } from './content.ts'
import { refuse } from './reason.ts'
import { continueEntry } from './revise-entry.ts'

/** Begins a correction of what is live: a new version with its text, and the note readers will see with its date. */
export async function correctEntry(
  tx: Transaction,
  by: Actor,
  act: { entryId: number; note: string },
  kinds: Kinds,
): Promise<{ editionId: number }> {
  const note = cleanText(act.note)
  if (note === '') refuse('correct', 'note-missing')
  return continueEntry(tx, by, { entryId: act.entryId, correctionNote: note }, kinds)
}
