import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import { refusedWith, rowOf, templateForUpdate } from './template-tree.ts'

/** Takes a section out of a template. On the portals it stays, from now on as a section of their own, which they can remove when it is empty. */
export async function removeTemplateSection(
  tx: Transaction,
  by: Doer,
  act: { template: string; slug: string },
): Promise<void> {
  if (!mayOnNetwork(by, 'changeTemplates')) throw new Forbidden()
  const rows = await templateForUpdate(tx, act.template)
  const row = rowOf(rows, act.slug)
  if (rows.some((one) => one.parentId === row.id)) {
    throw refusedWith(
      'template.remove-section',
      'section:parent',
      'Chuyên mục mẫu còn chuyên mục con: hãy gỡ chuyên mục con trước.',
    )
  }
  if (rows.length === 1)
    throw refusedWith('template.remove-section', 'section:last', 'Mẫu phải còn ít nhất một chuyên mục.')
  await tx.deleteFrom('templateSection').where('template', '=', act.template).where('slug', '=', row.id).execute()
  await tx
    .updateTable('section')
    .set({ fromTemplate: false, ownName: false })
    .where('slug', '=', row.id)
    .where('fromTemplate', '=', true)
    .where('siteId', 'in', tx.selectFrom('site').select('id').where('template', '=', act.template))
    .execute()
  await recordEvent(tx, {
    action: 'template.section-removed',
    by,
    subject: { kind: 'template', id: act.template },
    summary: `Gỡ chuyên mục mẫu ${row.name}`,
    before: { slug: row.id, name: row.name, parentSlug: row.parentId },
  })
}
