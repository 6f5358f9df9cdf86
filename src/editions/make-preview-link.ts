import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { loadEdition } from './load-edition.ts'
import { mayWrite } from './policy.ts'
import { refuse } from './reason.ts'

export interface NewPreviewLink {
  editionId: number
  /** How long it leads anywhere, 1 to 720. */
  hours: number
}

/**
 * Makes a link to a text as it stands, also for someone without an account: below /xem-thu/{token} of the public face.
 * The token is told this once; only its digest is kept, so nobody reads it from the database.
 */
export async function makePreviewLink(tx: Transaction, by: Actor, act: NewPreviewLink): Promise<{ token: string }> {
  const edition = await loadEdition(tx, by, { editionId: act.editionId })
  if (!mayWrite(by, edition)) throw new Forbidden()
  if (!Number.isInteger(act.hours) || act.hours < 1 || act.hours > 720) refuse('preview', 'hours-out-of-range')
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + act.hours * 3_600_000)
  await tx
    .insertInto('previewLink')
    .values({
      tokenHash: createHash('sha256').update(token, 'utf8').digest(),
      editionId: edition.id,
      createdBy: by.id,
      expiresAt,
    })
    .execute()
  await recordEvent(tx, {
    action: 'preview-link.made',
    by,
    subject: { kind: 'edition', id: edition.id },
    siteId: edition.siteId,
    summary: `Tạo liên kết xem thử: “${edition.title}”`,
    after: { expiresAt },
  })
  return { token }
}
