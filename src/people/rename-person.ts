import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { cleanLine } from '../web/vietnamese.ts'
import type { Actor } from './actor.ts'
import { personForUpdate } from './person-facts.ts'

/** Changes one's own name as colleagues see it. The same name again is no act. */
export async function renamePerson(tx: Transaction, by: Actor, act: { name: string }): Promise<void> {
  const person = await personForUpdate(tx, by.id)
  const name = cleanLine(act.name)
  if (name === person.name) return
  await tx.updateTable('person').set({ name, updatedAt: new Date() }).where('id', '=', by.id).execute()
  await recordEvent(tx, {
    action: 'person.renamed',
    by,
    subject: { kind: 'person', id: by.id },
    summary: 'Đổi tên hiển thị',
    before: { name: person.name },
    after: { name },
  })
}
