import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { siteForUpdate } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'

/** Takes a host from a portal. The main host stays: another has to become the main one first. */
export async function removeHost(tx: Transaction, by: Doer, act: { siteId: number; host: string }): Promise<void> {
  if (!mayOnNetwork(by, 'changeHosts')) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  const row = await tx
    .selectFrom('siteHost')
    .selectAll()
    .where('siteId', '=', site.id)
    .where('host', '=', act.host)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.isPrimary) {
    throw new Refused('site.remove-host', [
      {
        code: 'host:primary',
        message: { vi: `${row.host} là tên miền chính: hãy chọn tên miền chính khác trước khi gỡ.` },
      },
    ])
  }
  await tx.deleteFrom('siteHost').where('host', '=', row.host).execute()
  await recordEvent(tx, {
    action: 'site.host-removed',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Gỡ tên miền ${row.host}`,
    before: { host: row.host },
  })
}
