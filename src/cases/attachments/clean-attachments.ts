import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { inTransaction, type Transaction } from '../../database/connect.ts'
import type { Logger } from '../../logger.ts'
import { activeSealingKey } from '../../sealing/queries.ts'
import { open, seal, SealingKeyMissing } from '../../sealing/seal.ts'
import { encryptedName, isAttachmentMime } from './attachment.ts'
import { cleanApart } from './clean-apart.ts'
import type { Cleaned } from './clean-file.ts'
import { encryptFile, decryptFile } from './file-cipher.ts'
import { quarantineReasons } from './messages.ts'
import type { OpeningPlace } from './read-attachment.ts'

/**
 * Cleans the files of cases that wait, one after another: each is opened, written anew without what tells of people and programs, and
 * put in the place of the old bytes. What cannot be cleaned is quarantined with its reason. A file whose key is missing waits until the
 * key is back. Several workers share the work; one that dies leaves the file waiting. Safe to repeat.
 */
export async function cleanAttachments(
  place: OpeningPlace,
  logger: Logger,
): Promise<{ clean: number; quarantined: number }> {
  const done = { clean: 0, quarantined: 0 }
  let after = 0
  for (;;) {
    const from = after
    const outcome = await inTransaction(place.db, (tx) => cleanNext(tx, place, from))
    if (!outcome) return done
    after = outcome.id
    if (outcome.is === 'unopened') {
      logger.error({ attachment: outcome.id }, 'an attachment waits for a sealing key that is missing')
      continue
    }
    done[outcome.is]++
    // After the commit: a file that is left behind is found by the job that tidies.
    if (outcome.replaced !== undefined) await place.files.remove(encryptedName(outcome.replaced))
  }
}

type Outcome = { id: number; is: 'clean' | 'quarantined' | 'unopened'; replaced?: string }

async function cleanNext(tx: Transaction, place: OpeningPlace, after: number): Promise<Outcome | undefined> {
  const row = await tx
    .selectFrom('caseAttachment')
    .select(['id', 'stored', 'mime', 'keySealed'])
    .where('state', '=', 'waiting')
    .where('caseId', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return undefined
  const mark = tx.updateTable('caseAttachment').where('id', '=', row.id)
  let cleaned: Cleaned
  try {
    cleaned = await cleanRow(place, row)
  } catch (error) {
    if (error instanceof SealingKeyMissing) return { id: row.id, is: 'unopened' }
    throw error
  }
  if (cleaned.is === 'quarantined') {
    await mark.set({ state: 'quarantined', reason: quarantineReasons[cleaned.reason].vi }).execute()
    return { id: row.id, is: 'quarantined' }
  }
  const stored = randomBytes(32).toString('hex')
  const { body, key } = encryptFile(cleaned.body, stored)
  const keySealed = await seal(await activeSealingKey(tx), { key })
  await place.files.put(encryptedName(stored), body)
  await mark
    .set({
      state: 'clean',
      reason: '',
      stored,
      bytes: cleaned.body.length,
      sha256: createHash('sha256').update(body).digest('hex'),
      keySealed,
    })
    .execute()
  return { id: row.id, is: 'clean', replaced: row.stored }
}

async function cleanRow(
  { files, keyring }: OpeningPlace,
  { stored, mime, keySealed }: { stored: string; mime: string; keySealed: string },
): Promise<Cleaned> {
  if (!isAttachmentMime(mime)) return { is: 'quarantined', reason: 'broken' }
  let body: Buffer
  try {
    const { key } = await open<{ key: string }>(keyring, keySealed)
    body = decryptFile(await buffer(files.read(encryptedName(stored))), key, stored)
  } catch (error) {
    if (error instanceof SealingKeyMissing) throw error
    return { is: 'quarantined', reason: 'lost' }
  }
  return cleanApart(body, mime)
}
