import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { listFor, type OnChannel } from './list-channels.ts'
import type { Doer } from './policy.ts'

/** Takes a channel off the list. */
export async function removeChannel(tx: Transaction, by: Doer, act: OnChannel): Promise<void> {
  const { rows, at } = await listFor(tx, by, act)
  const { id, name } = rows[at]!
  await tx.deleteFrom('siteChannel').where('id', '=', id).execute()
  await recordEvent(tx, {
    action: 'channel.removed',
    by,
    siteId: act.siteId,
    subject: { kind: 'channel', id },
    summary: `Bỏ kênh thông tin: ${name}`,
    before: { name },
  })
}
