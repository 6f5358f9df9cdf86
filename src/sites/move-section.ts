import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { refuseFor, sectionForUpdate } from './load-site.ts'
import { may, type Doer } from './policy.ts'
import { movedAmong, whyNotBelow } from './section-tree.ts'

/**
 * Moves a section one place up or down among its siblings, or below another section (null: to the top level).
 * Inherited sections change their place among siblings only. A move that changes nothing is not recorded.
 */
export async function moveSection(
  tx: Transaction,
  by: Doer,
  act: { sectionId: number; direction: 'up' | 'down' } | { sectionId: number; parentId: number | null },
): Promise<void> {
  const section = await sectionForUpdate(tx, act.sectionId)
  if (!may(by, 'changeSections', section.siteId)) throw new Forbidden()
  const rows = await tx
    .selectFrom('section')
    .select(['id', 'parentId', 'position'])
    .where('siteId', '=', section.siteId)
    .execute()
  const event = {
    by,
    siteId: section.siteId,
    subject: { kind: 'section', id: section.id },
    summary: `Chuyển chỗ chuyên mục ${section.name}`,
  }
  if ('direction' in act) {
    const before = new Map(rows.map((row) => [row.id, row.position]))
    const order = movedAmong(rows, section.id, act.direction)
    const place = order.indexOf(section.id)
    const others = rows
      .filter((row) => row.parentId === section.parentId)
      .toSorted((a, b) => a.position - b.position || a.id - b.id)
    if (others[place]?.id === section.id) return
    for (const [position, id] of order.entries()) {
      if (before.get(id) !== position) await tx.updateTable('section').set({ position }).where('id', '=', id).execute()
    }
    await recordEvent(tx, { action: 'section.moved', ...event, after: { position: place } })
    return
  }
  if (section.parentId === act.parentId) return
  if (section.fromTemplate) {
    throw new Refused('section.move', [
      {
        code: 'parentId:inherited',
        message: { vi: 'Chuyên mục của mẫu chung giữ nguyên cấp trên; có thể đổi thứ tự, đổi tên hoặc ẩn.' },
      },
    ])
  }
  refuseFor('section.move', whyNotBelow(rows, section.id, act.parentId))
  const position = 1 + Math.max(-1, ...rows.filter((row) => row.parentId === act.parentId).map((row) => row.position))
  await tx.updateTable('section').set({ parentId: act.parentId, position }).where('id', '=', section.id).execute()
  await recordEvent(tx, {
    action: 'section.moved',
    ...event,
    before: { parentId: section.parentId },
    after: { parentId: act.parentId },
  })
}
