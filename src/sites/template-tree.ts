import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import { NotFound, Refused } from '../refusals.ts'
import { loadTemplate } from './load-template.ts'
import type { SectionPlace } from './section-tree.ts'
import { isTemplateName } from './templates.ts'

export interface TemplateRow extends SectionPlace<string> {
  name: string
}

/** The sections of a template, with the template locked against other administrators. Throws NotFound. */
export async function templateForUpdate(tx: Transaction, template: string): Promise<TemplateRow[]> {
  if (!isTemplateName(template)) throw new NotFound()
  await sql`select pg_advisory_xact_lock(hashtext(${`template ${template}`}))`.execute(tx)
  await loadTemplate(tx, template)
  return tx
    .selectFrom('templateSection')
    .select(['slug as id', 'parentSlug as parentId', 'position', 'name'])
    .where('template', '=', template)
    .execute()
}

/** One section of a template, or NotFound. */
export function rowOf(rows: readonly TemplateRow[], slug: string): TemplateRow {
  const row = rows.find((one) => one.id === slug)
  if (!row) throw new NotFound()
  return row
}

export const refusedWith = (act: string, code: string, vi: string): Refused =>
  new Refused(act, [{ code, message: { vi } }])
