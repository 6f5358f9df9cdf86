import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import type { Keyring } from './keyring.ts'
import { activeSealingKey } from './queries.ts'
import { open, seal, SealBroken, SealingKeyMissing, type SealingKey } from './seal.ts'
import { sealedColumns, type SealedColumn } from './sealed-columns.ts'

/** Values in one commit. */
const most = 200

export interface Resealed {
  resealed: number
  /** Values no key of the keyring opens; they stay as they are. */
  unopened: number
}

/**
 * Seals every value anew that was sealed with another key than the active one, in batches of their own commit: what is interrupted
 * goes on where it stopped when it is run again. Its audit event names the key and numbers alone.
 */
export async function reseal(db: Database, keyring: Keyring): Promise<Resealed> {
  const key = await activeSealingKey(db)
  const done: Resealed = { resealed: 0, unopened: 0 }
  for (const column of sealedColumns) {
    let after = 0
    for (;;) {
      const batch = await inTransaction(db, (tx) => resealSome(tx, { column, key, keyring, after }))
      if (batch.last === undefined) break
      after = batch.last
      done.resealed += batch.resealed
      done.unopened += batch.unopened
    }
  }
  await inTransaction(db, (tx) =>
    recordEvent(tx, {
      action: 'sealing-key.resealed',
      by: { system: 'khue keys reseal' },
      subject: { kind: 'sealing-key', id: key.kid },
      after: done,
      summary: `Niêm phong lại ${done.resealed} nội dung bằng khóa ${key.kid}`,
    }),
  )
  return done
}

interface Batch {
  column: SealedColumn
  key: SealingKey
  keyring: Keyring
  after: number
}

async function resealSome(
  tx: Transaction,
  { column: { table, column, key: rowKey }, key, keyring, after }: Batch,
): Promise<Resealed & { last?: number }> {
  const [place, name, id] = [sql.table(table), sql.ref(column), sql.ref(rowKey)]
  const { rows } = await sql<{ id: number; sealed: string }>`
    select ${id} as id, ${name} as sealed from ${place}
    where ${id} > ${after} and ${name} <> '' and sealed_with(${name}) is distinct from ${key.kid}
    order by ${id} limit ${most} for update`.execute(tx)
  const done: Resealed & { last?: number } = { resealed: 0, unopened: 0, last: rows.at(-1)?.id }
  for (const row of rows) {
    const opened = await openIfPossible(keyring, row.sealed)
    if (!opened) {
      done.unopened++
      continue
    }
    await sql`update ${place} set ${name} = ${await seal(key, opened.value)} where ${id} = ${row.id}`.execute(tx)
    done.resealed++
  }
  return done
}

async function openIfPossible(keyring: Keyring, sealed: string): Promise<{ value: unknown } | undefined> {
  try {
    return { value: await open(keyring, sealed) }
  } catch (error) {
    if (error instanceof SealingKeyMissing || error instanceof SealBroken) return undefined
    throw error
  }
}
