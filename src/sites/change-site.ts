import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { changesOf } from './changes.ts'
import { refuseFor, siteForUpdate } from './load-site.ts'
import { may, type Doer } from './policy.ts'
import { whyNotDescription, type SiteDescription } from './site.ts'

/** Changes what a portal is called and its identity (Decree 174/2026, art. 93). Equal values change nothing and are not recorded. */
export async function changeSite(tx: Transaction, by: Doer, act: { siteId: number } & SiteDescription): Promise<void> {
  if (!may(by, 'changeSite', act.siteId)) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  const { name, shortName, tagline, agency, governingBody, responsiblePerson, address, phone, email } = act
  const wanted: SiteDescription = {
    name,
    shortName,
    tagline,
    agency,
    governingBody,
    responsiblePerson,
    address,
    phone,
    email,
  }
  refuseFor('site.change', whyNotDescription(wanted))
  const changes = changesOf<SiteDescription>(site, wanted)
  if (!changes) return
  await tx.updateTable('site').set(wanted).where('id', '=', site.id).execute()
  await recordEvent(tx, {
    action: 'site.changed',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Sửa thông tin ${name}`,
    ...changes,
  })
}
