import { createHash, randomBytes } from 'node:crypto'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { keepDraft, loadArrangement } from './load-arrangement.ts'
import type { Doer } from './policy.ts'

/** How long a preview leads anywhere. */
const hours = 2

/**
 * Makes a link to the draft of a front page as it stands at each look, below /xem-thu-trang-chu/{token} of the public face.
 * The token is told this once; only its digest is kept.
 */
export async function makeHomePreview(tx: Transaction, by: Doer, act: { siteId: number }): Promise<{ token: string }> {
  const arrangement = await loadArrangement(tx, by, act)
  const { siteId } = arrangement
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + hours * 3_600_000)
  await tx.deleteFrom('homePreviewLink').where('siteId', '=', siteId).where('expiresAt', '<', new Date()).execute()
  await tx
    .insertInto('homePreviewLink')
    .values({
      tokenHash: createHash('sha256').update(token, 'utf8').digest(),
      siteId,
      createdBy: 'system' in by ? null : by.id,
      expiresAt,
    })
    .execute()
  const done = { action: 'preview-link.made', summary: 'Tạo liên kết xem thử trang chủ', after: { expiresAt } }
  // A portal that was never arranged has no draft to look at yet.
  if (arrangement.revision === 0) await keepDraft(tx, by, { arrangement, draft: arrangement.draft }, done)
  else await recordEvent(tx, { ...done, by, siteId, subject: { kind: 'site', id: siteId } })
  return { token }
}
