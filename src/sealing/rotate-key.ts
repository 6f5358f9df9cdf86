import { recordEvent } from '../audit/record-event.ts'
import { inTransaction, type Database } from '../database/connect.ts'
import { addToKeyring, makePrivateKey, openKeyring, type KeyringPlace } from './keyring.ts'
import { activateKey, lockKeyring } from './register-keyring.ts'
import type { SealingKey } from './seal.ts'

/**
 * Seals with a new key from now on; older keys stay in the keyring for reading. The private half is on disk before the database names
 * the public one. `to`: a key the keyring holds already, as where the keys are told by SEALING_KEYS or shared by several machines.
 * @throws one sentence when the keyring does not hold that key, or cannot be written.
 */
export async function rotateKey(db: Database, place: KeyringPlace, to?: string): Promise<{ kid: string }> {
  return inTransaction(db, async (tx) => {
    await lockKeyring(tx)
    const key = to === undefined ? await makeKeyIn(place) : heldKey(place, to)
    await activateKey(tx, key)
    await recordEvent(tx, {
      action: 'sealing-key.rotated',
      by: { system: 'khue keys rotate' },
      subject: { kind: 'sealing-key', id: key.kid },
      summary: `Niêm phong bằng khóa ${key.kid} từ nay`,
    })
    return { kid: key.kid }
  })
}

async function makeKeyIn(place: KeyringPlace): Promise<SealingKey> {
  const made = await makePrivateKey()
  addToKeyring(place, made)
  return heldKey(place, made.kid)
}

function heldKey(place: KeyringPlace, kid: string): SealingKey {
  const key = openKeyring(place)
    .publicKeys()
    .find((each) => each.kid === kid)
  if (!key)
    throw new Error(
      `Chùm khóa không có khóa ${kid}: xem khue keys list, hoặc thêm khóa vào chùm khóa trước (the keyring lacks this key)`,
    )
  return key
}
