import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { slugOf } from '../web/vietnamese.ts'
import { refuseFor, siteForUpdate } from './load-site.ts'
import { may, type Doer } from './policy.ts'
import { slugTaken, whyNotSection } from './section.ts'
import { whyNotBelow } from './section-tree.ts'

export interface NewSection {
  siteId: number
  parentId: number | null
  name: string
  /** Empty: made from the name. It never changes afterwards, so that addresses hold. */
  slug?: string
  description?: string
}

/** Adds a section of the portal's own at the end of its siblings. Throws Forbidden or Refused. */
export async function addSection(tx: Transaction, by: Doer, act: NewSection): Promise<{ sectionId: number }> {
  if (!may(by, 'changeSections', act.siteId)) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  const { name, parentId, description = '' } = act
  const slug = act.slug || slugOf(name)
  const rows = await tx.selectFrom('section').selectAll().where('siteId', '=', site.id).execute()
  const same = rows.find((row) => row.slug === slug)
  refuseFor('section.add', [
    ...whyNotSection({ name, slug, description }),
    ...(same ? [slugTaken(slug, same.name)] : []),
    ...whyNotBelow(rows, undefined, parentId),
  ])
  const position = 1 + Math.max(-1, ...rows.filter((row) => row.parentId === parentId).map((row) => row.position))
  const { id } = await tx
    .insertInto('section')
    .values({ siteId: site.id, parentId, slug, name, description, position })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'section.added',
    by,
    siteId: site.id,
    subject: { kind: 'section', id },
    summary: `Thêm chuyên mục ${name}`,
    after: { name, slug, parentId },
  })
  return { sectionId: id }
}
