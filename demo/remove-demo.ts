import { connect, inTransaction } from '../src/database/connect.ts'
import { recordEvent } from '../src/audit/record-event.ts'
import type { DemoPlace } from './load-demo.ts'

export interface RemovedDemo {
  sites: number
  entries: number
  people: number
}

/** What goes with its portal, apart from what the database takes away with it. */
export const ofPortals = [
  'placement',
  'liveItem',
  'goneItem',
  'importItem',
  'importRun',
  'media',
  'outboxMail',
  'membership',
  'siteDay',
  'sectionDay',
  'entryDay',
  'entryMonth',
  'entryViews',
  'siteViews',
  'deletionRecord',
] as const

/**
 * Takes the demo network away in one commit: its portals with all that was written on them, its people, topics, bylines
 * and pictures. Units and the audit log stay. Refused when a portal that is not of the demo stands below a demo portal.
 */
export async function removeDemo({ url }: DemoPlace): Promise<RemovedDemo> {
  const owner = connect(url, 'owner', 2)
  try {
    return await inTransaction(owner, async (tx) => {
      const sites = await tx.selectFrom('site').select('id').where('isDemo', '=', true).execute()
      const ids = [0, ...sites.map((site) => site.id)]
      const kept = await tx
        .selectFrom('site')
        .select('key')
        .where('isDemo', '=', false)
        .where('parentId', 'in', ids)
        .executeTakeFirst()
      if (kept)
        throw new Error(
          `Cổng ${kept.key} không phải minh họa nhưng nằm dưới một cổng minh họa: hãy đổi cổng cấp trên của nó trước. (Move it first.)`,
        )
      const entries = await tx.deleteFrom('entry').where('siteId', 'in', ids).executeTakeFirst()
      for (const table of ofPortals) {
        await tx.deleteFrom(table).where('siteId', 'in', ids).execute()
      }
      await tx.deleteFrom('author').where('isDemo', '=', true).execute()
      await tx.deleteFrom('topic').where('isDemo', '=', true).execute()
      await tx.updateTable('site').set({ parentId: null }).where('id', 'in', ids).execute()
      await tx.updateTable('section').set({ parentId: null }).where('siteId', 'in', ids).execute()
      await tx.deleteFrom('site').where('id', 'in', ids).execute()
      const people = await tx.deleteFrom('person').where('isDemo', '=', true).executeTakeFirst()
      await tx
        .updateTable('setting')
        .set({ value: JSON.stringify('removed') })
        .where('key', '=', 'demo')
        .execute()
      const removed = {
        sites: sites.length,
        entries: Number(entries.numDeletedRows),
        people: Number(people.numDeletedRows),
      }
      await recordEvent(tx, {
        action: 'demo.removed',
        by: { system: 'khue demo --remove' },
        subject: { kind: 'network', id: 'demo' },
        before: removed,
        summary: 'Gỡ mạng lưới minh họa',
      })
      return removed
    })
  } finally {
    await owner.destroy()
  }
}
