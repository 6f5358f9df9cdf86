import { inTransaction } from '../../src/database/connect.ts'
import { keyringOf, makePrivateKey, publicHalf, type Keyring, type PrivateKey } from '../../src/sealing/keyring.ts'
import { registerKeyring } from '../../src/sealing/register-keyring.ts'
import type { SealingKey } from '../../src/sealing/seal.ts'
import type { TestDatabase } from './database.ts'

/** A keyring of one key in memory, registered in a fresh database: what the first start of Khuê does. */
export interface TestSealing {
  keyring: Keyring
  /** What the public face would seal with. */
  key: SealingKey
  privateKey: PrivateKey
}

export async function sealingFor(database: Pick<TestDatabase, 'db'>): Promise<TestSealing> {
  const privateKey = await makePrivateKey()
  const keyring = keyringOf([privateKey])
  await inTransaction(database.db, (tx) => registerKeyring(tx, keyring))
  return { keyring, key: publicHalf(privateKey), privateKey }
}
