import { recordEvent } from '../audit/record-event.ts'
import { inTransaction, type Database } from '../database/connect.ts'
import { keyringFile, openKeyring, removeFromKeyring, type KeyringPlace } from './keyring.ts'
import { sealedByKey } from './queries.ts'
import { lockKeyring } from './register-keyring.ts'

/** What was sealed with a key a moment before it was retired may still be on its way to the database. */
const grace = 10 * 60_000

/**
 * Takes a key out of the database and of the file of the keyring. What only it could open in old backups is lost from then on.
 * @throws one sentence while the key is the active one or was ten minutes ago, while anything is sealed with it, or when there is none.
 */
export async function dropKey(db: Database, place: KeyringPlace, kid: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockKeyring(tx)
    const row = await tx
      .selectFrom('sealingKey')
      .select('retiredAt')
      .where('kid', '=', kid)
      .forUpdate()
      .executeTakeFirst()
    if (!row && !(await openKeyring(place).find(kid)))
      throw new Error(`Không có khóa ${kid}: xem khue keys list (no such key)`)
    if (row && row.retiredAt === null)
      throw new Error(`Khóa ${kid} đang được dùng: chạy khue keys rotate trước (this key is the active one)`)
    if (row?.retiredAt && Date.now() - row.retiredAt.getTime() < grace)
      throw new Error(
        `Khóa ${kid} vừa thôi dùng: đợi ít nhất 10 phút rồi chạy khue keys reseal một lần nữa (retired a moment ago)`,
      )
    const values = (await sealedByKey(tx)).get(kid) ?? 0
    if (values > 0)
      throw new Error(
        `Còn ${values} nội dung niêm phong bằng khóa ${kid}: chạy khue keys reseal trước (still sealed with this key)`,
      )
    await tx.deleteFrom('sealingKey').where('kid', '=', kid).execute()
    await recordEvent(tx, {
      action: 'sealing-key.dropped',
      by: { system: 'khue keys drop' },
      subject: { kind: 'sealing-key', id: kid },
      summary: `Bỏ khóa niêm phong ${kid}`,
    })
  })
  if (keyringFile(place) === undefined) return
  await inTransaction(db, async (tx) => {
    await lockKeyring(tx)
    removeFromKeyring(place, kid)
  })
}
