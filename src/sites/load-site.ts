import type { Selectable } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Section, Site } from '../database/schema.ts'
import { NotFound, Refused } from '../refusals.ts'
import type { Fault } from './site.ts'

/** The portal, locked until the end of the transaction. Throws NotFound. */
export async function siteForUpdate(tx: Transaction, siteId: number): Promise<Selectable<Site>> {
  const site = await tx.selectFrom('site').selectAll().where('id', '=', siteId).forUpdate().executeTakeFirst()
  if (!site) throw new NotFound()
  return site
}

/** A section with its portal locked: the tree of a portal is changed by one person at a time. Throws NotFound. */
export async function sectionForUpdate(tx: Transaction, sectionId: number): Promise<Selectable<Section>> {
  const owner = await tx.selectFrom('section').select('siteId').where('id', '=', sectionId).executeTakeFirst()
  if (!owner) throw new NotFound()
  await siteForUpdate(tx, owner.siteId)
  const section = await tx.selectFrom('section').selectAll().where('id', '=', sectionId).executeTakeFirst()
  if (!section) throw new NotFound()
  return section
}

/** Throws Refused with every fault when there is one. */
export function refuseFor(act: string, faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refused(act, faults)
}
