import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { mayState, type Doer } from './policy.ts'
import { mostChannels, readChannelHref, whyNotChannel, type Channel } from './statement.ts'

/** Adds a channel to the list of a portal, or changes one (Decree 224/2026, art. 10, cl. 3). Equal values change nothing. */
export async function saveChannel(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; channelId?: number } & Channel,
): Promise<void> {
  if (!mayState(by, act.siteId)) throw new Forbidden()
  const faults = whyNotChannel(act)
  const href = readChannelHref(act.href)
  if (faults.length > 0 || href === undefined) throw new Refused('channel.save', faults)
  const { siteId, kind, name, purpose } = act
  const rows = await tx
    .selectFrom('siteChannel')
    .select(['id', 'position', 'kind', 'name', 'href', 'purpose'])
    .where('siteId', '=', siteId)
    .orderBy('position')
    .forUpdate()
    .execute()
  const wanted = { kind, name, href, purpose }
  if (act.channelId === undefined) {
    if (rows.length >= mostChannels) throw new Refused('channel.save', [full])
    const { id } = await tx
      .insertInto('siteChannel')
      .values({ siteId, position: (rows.at(-1)?.position ?? 0) + 1, ...wanted })
      .returning('id')
      .executeTakeFirstOrThrow()
    return recordEvent(tx, {
      action: 'channel.added',
      by,
      siteId,
      subject: { kind: 'channel', id },
      summary: `Thêm kênh thông tin: ${name}`,
      after: wanted,
    })
  }
  const before = rows.find(({ id }) => id === act.channelId)
  if (!before) throw new NotFound()
  const { id } = before
  const stood = { kind: before.kind, name: before.name, href: before.href, purpose: before.purpose }
  if (JSON.stringify(stood) === JSON.stringify(wanted)) return
  await tx.updateTable('siteChannel').set(wanted).where('id', '=', id).execute()
  await recordEvent(tx, {
    action: 'channel.changed',
    by,
    siteId,
    subject: { kind: 'channel', id },
    summary: `Sửa kênh thông tin: ${name}`,
    before: stood,
    after: wanted,
  })
}

const full = {
  code: 'form:full',
  message: { vi: `Danh sách nhiều nhất ${mostChannels} kênh.`, en: `At most ${mostChannels} channels.` },
}
