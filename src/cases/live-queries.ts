import type { Database } from '../database/connect.ts'
import type { CaseKind, CaseKindName } from './kind.ts'

/** Kinds people may send to a portal that set nothing; the twin of the default of case_setting.open_kinds. */
const openByDefault: readonly string[] = [
  'question',
  'feedback',
  'information_request',
  'data_request',
] satisfies CaseKindName[]

/** Whether people may send cases of a kind to a portal. */
export async function siteTakes(db: Database, siteId: number, kind: CaseKindName): Promise<boolean> {
  const row = await db.selectFrom('caseSetting').select('openKinds').where('siteId', '=', siteId).executeTakeFirst()
  return (row?.openKinds ?? openByDefault).includes(kind)
}

/** Days for which who sent a case is kept after it is closed: the portal's own figure, the network's, or that of the kind. */
export async function keepDaysOf(db: Database, siteId: number, kind: CaseKind): Promise<number> {
  const row = await db
    .selectFrom('caseRetention')
    .select('keepDays')
    .where('kind', '=', kind.name)
    .where((eb) => eb.or([eb('siteId', '=', siteId), eb('siteId', 'is', null)]))
    .orderBy('siteId', (order) => order.asc().nullsLast())
    .executeTakeFirst()
  return row?.keepDays ?? kind.keepDays
}
