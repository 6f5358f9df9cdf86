import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { siteForUpdate } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'

/** Makes a host of the portal its main one: addresses in feeds and links are written with it. */
export async function makePrimary(tx: Transaction, by: Doer, act: { siteId: number; host: string }): Promise<void> {
  if (!mayOnNetwork(by, 'changeHosts')) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  const hosts = await tx.selectFrom('siteHost').selectAll().where('siteId', '=', site.id).execute()
  const wanted = hosts.find((row) => row.host === act.host)
  if (!wanted) throw new NotFound()
  if (wanted.isPrimary) return
  await tx.updateTable('siteHost').set({ isPrimary: false }).where('siteId', '=', site.id).execute()
  await tx.updateTable('siteHost').set({ isPrimary: true }).where('host', '=', wanted.host).execute()
  await recordEvent(tx, {
    action: 'site.host-made-primary',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Tên miền chính: ${wanted.host}`,
    before: { host: hosts.find((row) => row.isPrimary)?.host },
    after: { host: wanted.host },
  })
}
