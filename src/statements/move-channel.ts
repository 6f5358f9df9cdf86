import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { listFor, type OnChannel } from './list-channels.ts'
import type { Doer } from './policy.ts'

/** Moves a channel one place up or down the list; at its end nothing happens. */
export async function moveChannel(
  tx: Transaction,
  by: Doer,
  act: OnChannel & { direction: 'up' | 'down' },
): Promise<void> {
  const { rows, at } = await listFor(tx, by, act)
  const to = act.direction === 'up' ? at - 1 : at + 1
  const [moved, other] = [rows[at], rows[to]]
  if (!moved || !other) return
  await tx.updateTable('siteChannel').set({ position: other.position }).where('id', '=', moved.id).execute()
  await tx.updateTable('siteChannel').set({ position: moved.position }).where('id', '=', other.id).execute()
  await recordEvent(tx, {
    action: 'channel.moved',
    by,
    siteId: act.siteId,
    subject: { kind: 'channel', id: moved.id },
    summary: `Chuyển kênh thông tin: ${moved.name}`,
    before: { position: at + 1 },
    after: { position: to + 1 },
  })
}
