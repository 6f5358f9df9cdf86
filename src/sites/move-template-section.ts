import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import { movedAmong } from './section-tree.ts'
import { rowOf, templateForUpdate } from './template-tree.ts'

/** Moves a section of a template one place. Portals opened from now on follow; those that exist keep the order their administrators know. */
export async function moveTemplateSection(
  tx: Transaction,
  by: Doer,
  act: { template: string; slug: string; direction: 'up' | 'down' },
): Promise<void> {
  if (!mayOnNetwork(by, 'changeTemplates')) throw new Forbidden()
  const rows = await templateForUpdate(tx, act.template)
  const row = rowOf(rows, act.slug)
  const siblings = rows
    .filter((one) => one.parentId === row.parentId)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const order = movedAmong(rows, row.id, act.direction)
  if (siblings.every((one, i) => one.id === order[i])) return
  for (const [position, slug] of order.entries()) {
    await tx
      .updateTable('templateSection')
      .set({ position })
      .where('template', '=', act.template)
      .where('slug', '=', slug)
      .execute()
  }
  await recordEvent(tx, {
    action: 'template.section-moved',
    by,
    subject: { kind: 'template', id: act.template },
    summary: `Chuyển chỗ chuyên mục mẫu ${row.name}`,
    after: { slug: row.id, position: order.indexOf(row.id) },
  })
}
