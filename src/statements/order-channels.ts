import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { mayState, type Doer } from './policy.ts'

interface OnChannel {
  siteId: number
  channelId: number
}
type Row = { id: number; position: number; name: string }

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

/** The list of the portal, locked, and where the channel stands in it. */
async function listFor(tx: Transaction, by: Doer, act: OnChannel): Promise<{ rows: Row[]; at: number }> {
  if (!mayState(by, act.siteId)) throw new Forbidden()
  const rows = await tx
    .selectFrom('siteChannel')
    .select(['id', 'position', 'name'])
    .where('siteId', '=', act.siteId)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()
  const at = rows.findIndex(({ id }) => id === act.channelId)
  if (at < 0) throw new NotFound()
  return { rows, at }
}
