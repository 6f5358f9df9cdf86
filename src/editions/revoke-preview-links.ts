import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { loadEdition } from './load-edition.ts'
import { mayWrite } from './policy.ts'

/** Ends every preview link of an edition at once, and tells how many there were. Without any, nothing happens. */
export async function revokePreviewLinks(
  tx: Transaction,
  by: Actor,
  act: { editionId: number },
): Promise<{ revoked: number }> {
  const edition = await loadEdition(tx, by, act)
  if (!mayWrite(by, edition)) throw new Forbidden()
  const revoked = await tx
    .updateTable('previewLink')
    .set({ revokedAt: new Date() })
    .where('editionId', '=', edition.id)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', new Date())
    .returning('editionId')
    .execute()
  if (revoked.length === 0) return { revoked: 0 }
  await recordEvent(tx, {
    action: 'preview-link.revoked',
    by,
    subject: { kind: 'edition', id: edition.id },
    siteId: edition.siteId,
    summary: `Thu hồi liên kết xem thử: “${edition.title}”`,
    after: { revoked: revoked.length },
  })
  return { revoked: revoked.length }
}
