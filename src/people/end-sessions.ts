import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { NotFound } from '../refusals.ts'
import type { Actor } from './actor.ts'

/** Ends one of one's own sessions, or all but the one in use. @throws NotFound when there is none such */
export async function endSessions(
  tx: Transaction,
  by: Actor,
  act: { sessionId: string } | { allBut: string },
): Promise<void> {
  const mine = tx.deleteFrom('personSession').where('personId', '=', by.id)
  const { numDeletedRows } = await (
    'sessionId' in act ? mine.where('id', '=', act.sessionId) : mine.where('id', '<>', act.allBut)
  ).executeTakeFirst()
  if (numDeletedRows === 0n) throw new NotFound()
  await recordEvent(tx, {
    action: 'person.sessions-ended',
    by,
    subject: { kind: 'person', id: by.id },
    summary: `Kết thúc ${numDeletedRows} phiên đăng nhập`,
    after: { count: Number(numDeletedRows) },
  })
}
