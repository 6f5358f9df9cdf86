import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { SealingKey } from './seal.ts'
import { sealedColumns } from './sealed-columns.ts'

/** No key is registered, so nothing personal may be taken. */
export class NoSealingKey extends Error {
  constructor() {
    super('Chưa có khóa niêm phong nào được ghi nhận: hãy khởi động tòa soạn hoặc worker một lần (no sealing key yet)')
    this.name = 'NoSealingKey'
  }
}

/** The key to seal with now; readable by the public face too. @throws NoSealingKey before the first start of an office or worker. */
export async function activeSealingKey(db: Database): Promise<SealingKey> {
  const row = await db
    .selectFrom('sealingKey')
    .select(['kid', 'publicJwk'])
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new NoSealingKey()
  return { kid: row.kid, publicJwk: row.publicJwk as unknown as SealingKey['publicJwk'] }
}

/** A key as the command line lists it. */
export interface KeyLine {
  kid: string
  createdAt: Date
  retiredAt: Date | null
}

/** Every key the database has seen, the newest first. */
export const sealingKeys = (db: Database): Promise<KeyLine[]> =>
  db
    .selectFrom('sealingKey')
    .select(['kid', 'createdAt', 'retiredAt'])
    .orderBy('createdAt', 'desc')
    .orderBy('kid')
    .execute()

/** How many values each key seals, over all sealed columns. What is no sealed value counts under the empty name. */
export async function sealedByKey(db: Database): Promise<Map<string, number>> {
  const total = new Map<string, number>()
  for (const { table, column } of sealedColumns) {
    const { rows } = await sql<{ kid: string; values: number }>`
      select coalesce(sealed_with(${sql.ref(column)}), '') as kid, count(*)::integer as values
      from ${sql.table(table)} where ${sql.ref(column)} <> '' group by 1`.execute(db)
    for (const row of rows) total.set(row.kid, (total.get(row.kid) ?? 0) + row.values)
  }
  return total
}
