import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { slugOf } from '../web/vietnamese.ts'
import { refuseFor } from './load-site.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import { slugTaken, whyNotSection } from './section.ts'
import { whyNotBelow } from './section-tree.ts'
import { templateForUpdate } from './template-tree.ts'

export interface NewTemplateSection {
  template: string
  parentSlug: string | null
  name: string
  /** Empty: made from the name. */
  slug?: string
}

/**
 * Extends a template: every portal of it gets the section at the end of its siblings. A portal that already has one of its own
 * under that address keeps it. Answers how many portals got it.
 */
export async function addTemplateSection(
  tx: Transaction,
  by: Doer,
  act: NewTemplateSection,
): Promise<{ slug: string; sites: number }> {
  if (!mayOnNetwork(by, 'changeTemplates')) throw new Forbidden()
  const rows = await templateForUpdate(tx, act.template)
  const { template, parentSlug, name } = act
  const slug = act.slug || slugOf(name)
  const same = rows.find((row) => row.id === slug)
  refuseFor('template.add-section', [
    ...whyNotSection({ name, slug }),
    ...(same ? [slugTaken(slug, same.name)] : []),
    ...whyNotBelow(rows, undefined, parentSlug),
  ])
  const position = 1 + Math.max(-1, ...rows.filter((row) => row.parentId === parentSlug).map((row) => row.position))
  await tx.insertInto('templateSection').values({ template, slug, parentSlug, name, position }).execute()
  const sites = await inherit(tx, { template, slug, parentSlug, name })
  await recordEvent(tx, {
    action: 'template.section-added',
    by,
    subject: { kind: 'template', id: template },
    summary: `Thêm chuyên mục ${name} vào mẫu, ${sites} cổng thừa hưởng`,
    after: { slug, name, parentSlug },
  })
  return { slug, sites }
}

/** A parent that a portal lost to a section of its own under that address still counts as the parent. */
async function inherit(
  tx: Transaction,
  { template, slug, parentSlug, name }: { template: string; slug: string; parentSlug: string | null; name: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into section (site_id, parent_id, slug, name, position, from_template)
    select t.id, p.id, ${slug}, ${name},
      (select coalesce(max(s.position) + 1, 0) from section s where s.site_id = t.id and s.parent_id is not distinct from p.id), true
    from site t left join section p on p.site_id = t.id and p.slug = ${parentSlug}
    where t.template = ${template}
    on conflict (site_id, slug) do nothing returning id`.execute(tx)
  return rows.length
}
