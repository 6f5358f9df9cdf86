import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import type { Logger } from '../logger.ts'
import { addToKeyring, hasKeyring, makePrivateKey, openKeyring, type Keyring, type KeyringPlace } from './keyring.ts'
import type { SealingKey } from './seal.ts'

/**
 * Opens the keyring of an installation and makes its newest key the one to seal with, unless the database names one. At the first start
 * ever, with no key told and none in the database, a keyring is made below the home. A keyring that lacks the active key is said
 * loudly and used nevertheless: everything but the opening of sealed data goes on.
 */
export async function startKeyring(db: Database, place: KeyringPlace, logger: Logger): Promise<Keyring> {
  const keyring = await inTransaction(db, async (tx) => {
    await lockKeyring(tx)
    if ((await activeKid(tx)) === undefined && !hasKeyring(place)) addToKeyring(place, await makePrivateKey())
    const opened = openKeyring(place)
    await registerKeyring(tx, opened)
    return opened
  })
  const kid = await activeKid(db)
  if (kid !== undefined && !(await keyring.find(kid)))
    logger.error(
      { kid },
      'Chùm khóa niêm phong thiếu khóa đang dùng: dữ liệu của người dân không mở được. Khôi phục tệp khóa từ bản sao lưu. (The active sealing key is missing: restore the keyring.)',
    )
  return keyring
}

/**
 * Held by whoever changes the keyring, its file included, until the transaction ends: two processes that start together make one key,
 * and two rotations at once lose none.
 */
export async function lockKeyring(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('sealing keys', 0))`.execute(tx)
}

/** Writes the public halves of a keyring into the database; its newest key is sealed with from now on if none is yet. */
export async function registerKeyring(tx: Transaction, keyring: Keyring): Promise<void> {
  await lockKeyring(tx)
  const newest = keyring.publicKeys().at(-1)
  if (!newest || (await activeKid(tx)) !== undefined) return
  await activateKey(tx, newest)
  await recordEvent(tx, {
    action: 'sealing-key.registered',
    by: { system: 'keyring' },
    subject: { kind: 'sealing-key', id: newest.kid },
    summary: `Ghi nhận khóa niêm phong ${newest.kid}`,
  })
}

/** Seals with this key from now on; the one before is kept for reading. */
export async function activateKey(tx: Transaction, key: SealingKey): Promise<void> {
  await tx
    .updateTable('sealingKey')
    .set({ retiredAt: sql`clock_timestamp()` })
    .where('retiredAt', 'is', null)
    .where('kid', '<>', key.kid)
    .execute()
  await tx
    .insertInto('sealingKey')
    .values({ kid: key.kid, publicJwk: JSON.stringify(key.publicJwk) })
    .onConflict((conflict) => conflict.column('kid').doUpdateSet({ retiredAt: null }))
    .execute()
}

const activeKid = async (db: Database): Promise<string | undefined> =>
  (await db.selectFrom('sealingKey').select('kid').where('retiredAt', 'is', null).executeTakeFirst())?.kid
