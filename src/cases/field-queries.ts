import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** A field of work as forms offer it. */
export interface CaseFieldName {
  id: number
  slug: string
  name: string
  nameEn: string
}

/** Fields that may be chosen for a kind (question, feedback, call), in their order. Also for the public face. */
export async function fieldsFor(db: Database, kind: string): Promise<CaseFieldName[]> {
  return db
    .selectFrom('caseField')
    .select(['id', 'slug', 'name', 'nameEn'])
    .where('archivedAt', 'is', null)
    .where(sql<boolean>`${kind} = any (kinds)`)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
