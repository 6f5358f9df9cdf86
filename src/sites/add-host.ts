import { recordEvent } from '../audit/record-event.ts'
import { brokenConstraint, type Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { refuseFor, siteForUpdate } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import { hostFault, readHost, type Fault } from './site.ts'

/** Gives a portal one more host; its first becomes the main one. Throws Forbidden, NotFound, or Refused when another portal has it. */
export async function addHost(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; host: string },
): Promise<{ host: string }> {
  if (!mayOnNetwork(by, 'changeHosts')) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  const host = readHost(act.host)
  if (host === undefined) throw new Refused('site.add-host', [hostFault])
  refuseFor('site.add-host', await whyNotHostFree(tx, [host]))
  const primary = await tx
    .selectFrom('siteHost')
    .select('host')
    .where('siteId', '=', site.id)
    .where('isPrimary', '=', true)
    .executeTakeFirst()
  try {
    await tx.insertInto('siteHost').values({ host, siteId: site.id, isPrimary: !primary }).execute()
  } catch (error) {
    if (brokenConstraint(error) !== 'site_host_pkey') throw error
    throw new Refused('site.add-host', [takenFault(host, 'cổng khác')])
  }
  await recordEvent(tx, {
    action: 'site.host-added',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Thêm tên miền ${host}`,
    after: { host },
  })
  return { host }
}

/** Which of these hosts another portal already answers for. */
export async function whyNotHostFree(tx: Transaction, hosts: readonly string[]): Promise<Fault[]> {
  if (hosts.length === 0) return []
  const taken = await tx
    .selectFrom('siteHost as h')
    .innerJoin('site as s', 's.id', 'h.siteId')
    .select(['h.host', 's.name'])
    .where('h.host', 'in', hosts)
    .execute()
  return taken.map(({ host, name }) => takenFault(host, name))
}

const takenFault = (host: string, name: string): Fault => ({
  code: 'host:taken',
  message: {
    vi: `Tên miền ${host} đang dùng cho ${name}. Mỗi tên miền chỉ dẫn đến một cổng.`,
    en: `${host} already leads to ${name}.`,
  },
})
