import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { fold, slugOf } from '../web/vietnamese.ts'
import type { SourceItem } from './source-item.ts'

/** Where articles go whose sections the portal does not have. */
export const catchAll = { slug: 'tin-nhap', name: 'Tin nhập' }

/** The portal's sections of these names or addresses; when none fits, "Tin nhập", made the first time it is needed. */
export async function findSections(
  tx: Transaction,
  by: Actor,
  siteId: number,
  wanted: SourceItem['sections'],
): Promise<{ sectionIds: number[]; missing: string[] }> {
  const rows = await tx.selectFrom('section').select(['id', 'slug', 'name']).where('siteId', '=', siteId).execute()
  const match = matchSections(rows, wanted)
  if (match.sectionIds.length > 0) return match
  const known = rows.find((row) => row.slug === catchAll.slug)
  return { sectionIds: [known?.id ?? (await makeCatchAll(tx, by, siteId))], missing: match.missing }
}

/** Which of the sections fit, and the names of those wanted that none fits. */
export function matchSections(
  rows: readonly { id: number; slug: string; name: string }[],
  wanted: SourceItem['sections'],
): { sectionIds: number[]; missing: string[] } {
  const found = wanted.map(({ name, slug }) => ({
    name,
    id: rows.find(
      (row) => fold(row.name) === fold(name) || row.slug === slugOf(name) || (slug !== undefined && row.slug === slug),
    )?.id,
  }))
  return {
    sectionIds: [...new Set(found.flatMap((one) => one.id ?? []))],
    missing: [...new Set(found.filter((one) => one.id === undefined && one.name !== '').map((one) => one.name))],
  }
}

async function makeCatchAll(tx: Transaction, by: Actor, siteId: number): Promise<number> {
  const made = await tx
    .insertInto('section')
    .values({ siteId, slug: catchAll.slug, name: catchAll.name, position: 1000 })
    .onConflict((c) => c.columns(['siteId', 'slug']).doUpdateSet({ slug: catchAll.slug }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'section.added',
    by,
    siteId,
    subject: { kind: 'section', id: made.id },
    summary: `Thêm chuyên mục ${catchAll.name} cho bài nhập vào`,
    after: catchAll,
  })
  return made.id
}
