import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { refuseFor } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import { whyNotSection } from './section.ts'
import { rowOf, templateForUpdate } from './template-tree.ts'

/** Renames a section of a template, on every portal that has not given it a name of its own. */
export async function changeTemplateSection(
  tx: Transaction,
  by: Doer,
  act: { template: string; slug: string; name: string },
): Promise<void> {
  if (!mayOnNetwork(by, 'changeTemplates')) throw new Forbidden()
  const row = rowOf(await templateForUpdate(tx, act.template), act.slug)
  refuseFor('template.change-section', whyNotSection({ name: act.name }))
  if (row.name === act.name) return
  await tx
    .updateTable('templateSection')
    .set({ name: act.name })
    .where('template', '=', act.template)
    .where('slug', '=', act.slug)
    .execute()
  await tx
    .updateTable('section')
    .set({ name: act.name })
    .where('slug', '=', act.slug)
    .where('fromTemplate', '=', true)
    .where('ownName', '=', false)
    .where('siteId', 'in', tx.selectFrom('site').select('id').where('template', '=', act.template))
    .execute()
  await recordEvent(tx, {
    action: 'template.section-changed',
    by,
    subject: { kind: 'template', id: act.template },
    summary: `Đổi tên chuyên mục mẫu ${row.name} thành ${act.name}`,
    before: { slug: act.slug, name: row.name },
    after: { slug: act.slug, name: act.name },
  })
}
