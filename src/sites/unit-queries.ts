import { sql, type Selectable } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Unit } from '../database/schema.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { fold } from '../web/vietnamese.ts'
import { readCursor, writeCursor } from './cursor.ts'

export interface UnitFilter {
  text?: string
  kind?: string
  /** Code of a province: itself and what is below it. */
  province?: string
  /** yyyy-mm-dd: units that exist on that day. */
  at: string
}
export interface UnitRow {
  id: number
  code: string
  name: string
  kind: string
  validFrom: string
  validTo: string | null
  parentName: string | null
}
export interface UnitView extends Selectable<Unit> {
  parent: { id: number; name: string } | undefined
  /** Every name of this code, oldest first. */
  names: { id: number; name: string; validFrom: string; validTo: string | null }[]
  sites: { id: number; name: string; closedAt: Date | null }[]
  below: number
}

const pageSize = 50

/** A page of the units of a day, by name. */
export async function unitList(db: Database, filter: UnitFilter, cursor?: string): Promise<Page<UnitRow>> {
  const after = readCursor(cursor, 'text', 'number')
  const pattern = `%${fold(filter.text ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .selectFrom('unit as u')
    .leftJoin('unit as p', 'p.id', 'u.parentId')
    .select(['u.id', 'u.code', 'u.name', 'u.kind', 'u.validFrom', 'u.validTo', 'p.name as parentName'])
    .where('u.validFrom', '<=', filter.at)
    .where((e) => e.or([e('u.validTo', 'is', null), e('u.validTo', '>', filter.at)]))
    .$if(!!filter.text, (q) =>
      q.where(sql<boolean>`(fold_vietnamese(u.name) like ${pattern} or lower(u.code) like ${pattern})`),
    )
    .$if(!!filter.kind, (q) => q.where('u.kind', '=', filter.kind ?? ''))
    .$if(!!filter.province, (q) =>
      q.where((e) => e.or([e('u.code', '=', filter.province ?? ''), e('p.code', '=', filter.province ?? '')])),
    )
    .$if(!!after, (q) =>
      q.where(sql<boolean>`(u.name collate "vi-x-icu", u.id) > (${after?.[0]}, ${Number(after?.[1])}::integer)`),
    )
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('u.id')
    .limit(pageSize + 1)
    .execute()
  return pageOf(rows, pageSize, (row) => writeCursor(row.name, row.id))
}

/** Provinces and cities of a day, by name. */
export const provinces = (db: Database, at: string): Promise<{ id: number; code: string; name: string }[]> =>
  db
    .selectFrom('unit')
    .select(['id', 'code', 'name'])
    .where('kind', '=', 'province')
    .where('validFrom', '<=', at)
    .where((e) => e.or([e('validTo', 'is', null), e('validTo', '>', at)]))
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute()

/** One unit with its names through time and its portals; undefined when there is none. */
export async function unitById(db: Database, unitId: number): Promise<UnitView | undefined> {
  const unit = await db.selectFrom('unit').selectAll().where('id', '=', unitId).executeTakeFirst()
  if (!unit) return undefined
  const sameCode = db.selectFrom('unit').select('id').where('code', '=', unit.code)
  const [parent, names, sites, below] = await Promise.all([
    unit.parentId === null
      ? undefined
      : db.selectFrom('unit').select(['id', 'name']).where('id', '=', unit.parentId).executeTakeFirst(),
    db
      .selectFrom('unit')
      .select(['id', 'name', 'validFrom', 'validTo'])
      .where('code', '=', unit.code)
      .orderBy('validFrom')
      .execute(),
    db.selectFrom('site').select(['id', 'name', 'closedAt']).where('unitId', 'in', sameCode).orderBy('id').execute(),
    db
      .selectFrom('unit')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('parentId', 'in', sameCode)
      .executeTakeFirstOrThrow(),
  ])
  return { ...unit, parent, names, sites, below: below.n }
}

/** The row of a code that is in force on a day, else its latest. */
export const unitByCode = (
  db: Database,
  code: string,
  at: string,
): Promise<{ id: number; code: string; name: string } | undefined> =>
  db
    .selectFrom('unit')
    .select(['id', 'code', 'name'])
    .where('code', '=', code)
    .orderBy(sql`(valid_from <= ${at} and (valid_to is null or valid_to > ${at})) desc`)
    .orderBy('validFrom', 'desc')
    .executeTakeFirst()
