import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { mayIssueKeys } from './policy.ts'
import { refuseKey } from './why-not-key.ts'

/** Takes a key back: what the program sends from now on is refused. Its reports stay, and can still be asked for by number. */
export async function revokeKey(tx: Transaction, by: Actor, act: { keyId: number }): Promise<void> {
  if (!mayIssueKeys(by)) throw new Forbidden()
  const key = await tx
    .selectFrom('open311Key')
    .select(['id', 'name', 'siteId', 'revokedAt'])
    .where('id', '=', act.keyId)
    .forUpdate()
    .executeTakeFirst()
  if (!key) throw new NotFound()
  refuseKey('open311-key.revoke', key.revokedAt ? ['form:revoked'] : [])
  await tx
    .updateTable('open311Key')
    .set({ revokedBy: by.id, revokedAt: sql<Date>`now()` })
    .where('id', '=', key.id)
    .execute()
  await recordEvent(tx, {
    action: 'open311-key.revoked',
    by,
    siteId: key.siteId,
    subject: { kind: 'open311-key', id: key.id },
    summary: `Thu hồi khóa kết nối phản ánh của ứng dụng “${key.name}”`,
  })
}
