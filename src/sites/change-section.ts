import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { changesOf } from './changes.ts'
import { refuseFor, sectionForUpdate } from './load-site.ts'
import { may, type Doer } from './policy.ts'
import { whyNotSection } from './section.ts'

export interface SectionChange {
  sectionId: number
  name?: string
  description?: string
  /** A hidden section leaves the menu; what stands in it keeps its address. */
  hidden?: boolean
}

/** Renames, describes, hides or shows a section, inherited ones too. A name given here is kept when the template changes. */
export async function changeSection(tx: Transaction, by: Doer, act: SectionChange): Promise<void> {
  const section = await sectionForUpdate(tx, act.sectionId)
  if (!may(by, 'changeSections', section.siteId)) throw new Forbidden()
  const wanted = {
    name: act.name ?? section.name,
    description: act.description ?? section.description,
    hidden: act.hidden ?? section.hidden,
  }
  refuseFor('section.change', whyNotSection(wanted))
  const changes = changesOf({ name: section.name, description: section.description, hidden: section.hidden }, wanted)
  if (!changes) return
  const ownName = section.ownName || (section.fromTemplate && wanted.name !== section.name)
  await tx
    .updateTable('section')
    .set({ ...wanted, ownName })
    .where('id', '=', section.id)
    .execute()
  await recordEvent(tx, {
    action: 'section.changed',
    by,
    siteId: section.siteId,
    subject: { kind: 'section', id: section.id },
    summary: `Sửa chuyên mục ${wanted.name}`,
    ...changes,
  })
}
