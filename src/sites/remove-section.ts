import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { refuseFor, sectionForUpdate } from './load-site.ts'
import { may, type Doer } from './policy.ts'
import { entriesInSection } from './section-use.ts'
import type { Fault } from './site.ts'

/** Removes a section of the portal's own that holds nothing. Inherited or used ones can be hidden instead. */
export async function removeSection(tx: Transaction, by: Doer, act: { sectionId: number }): Promise<void> {
  const section = await sectionForUpdate(tx, act.sectionId)
  if (!may(by, 'changeSections', section.siteId)) throw new Forbidden()
  refuseFor('section.remove', await whyNotRemove(tx, section))
  await tx.deleteFrom('section').where('id', '=', section.id).execute()
  await recordEvent(tx, {
    action: 'section.removed',
    by,
    siteId: section.siteId,
    subject: { kind: 'section', id: section.id },
    summary: `Xóa chuyên mục ${section.name}`,
    before: { name: section.name, slug: section.slug, parentId: section.parentId },
  })
}

async function whyNotRemove(tx: Transaction, section: { id: number; fromTemplate: boolean }): Promise<Fault[]> {
  const faults: Fault[] = []
  if (section.fromTemplate) {
    faults.push({
      code: 'section:inherited',
      message: {
        vi: 'Chuyên mục này thuộc mẫu chung nên không xóa được; hãy ẩn nếu cổng không dùng.',
        en: 'It belongs to the template: hide it instead.',
      },
    })
  }
  const below = await tx
    .selectFrom('section')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('parentId', '=', section.id)
    .executeTakeFirstOrThrow()
  if (below.n > 0)
    faults.push({
      code: 'section:parent',
      message: {
        vi: `Còn ${below.n} chuyên mục con: hãy xóa hoặc chuyển chúng trước.`,
        en: `It still has ${below.n} subsections.`,
      },
    })
  const entries = await entriesInSection(tx, section.id)
  if (entries > 0) {
    faults.push({
      code: 'section:used',
      message: {
        vi: `Còn ${entries} tin bài trong chuyên mục: hãy chuyển sang chuyên mục khác, hoặc ẩn chuyên mục.`,
        en: `It still holds ${entries} entries.`,
      },
    })
  }
  return faults
}
