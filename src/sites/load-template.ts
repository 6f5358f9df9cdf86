import type { Transaction } from '../database/connect.ts'
import { isTemplateName, templateSections, type TemplateSection } from './templates.ts'

/** Fills a template from its data the first time it is used; a template that has sections is left as its administrators made it. */
export async function loadTemplate(tx: Transaction, template: string): Promise<void> {
  if (!isTemplateName(template)) return
  const found = await tx
    .selectFrom('templateSection')
    .select('slug')
    .where('template', '=', template)
    .limit(1)
    .executeTakeFirst()
  if (found) return
  await tx
    .insertInto('templateSection')
    .values(rowsOf(template, templateSections[template], null))
    .onConflict((c) => c.doNothing())
    .execute()
}

interface Row {
  template: string
  slug: string
  name: string
  nameEn: string
  parentSlug: string | null
  position: number
}

const rowsOf = (template: string, sections: readonly TemplateSection[], parentSlug: string | null): Row[] =>
  sections.flatMap(({ slug, name, nameEn, children = [] }, position) => [
    { template, slug, name, nameEn, parentSlug, position },
    ...rowsOf(template, children, slug),
  ])
