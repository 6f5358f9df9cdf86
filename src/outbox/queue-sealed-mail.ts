import type { Transaction } from '../database/connect.ts'
import { enqueue } from '../jobs/queue.ts'
import { seal, type SealingKey } from '../sealing/seal.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { readRecipient } from './mail.ts'

/** A mail to a citizen. The subject is read by many in the office: it names nobody and nothing of the matter. */
export interface SealedMail {
  to: string
  subject: string
  body: string
  siteId?: number | null
  /** The case it answers: with the case's sender the mail is erased too. */
  caseId?: number
}

/** What is inside the sealed part of a mail. */
export interface SealedPart {
  to: string
  body: string
}

/**
 * Writes a mail to the outbox whose address and text nobody can read but the job that sends it. Otherwise as queueMail.
 * Throws when the address is none.
 */
export async function queueSealedMail(tx: Transaction, key: SealingKey, mail: SealedMail): Promise<{ mailId: number }> {
  const part: SealedPart = { to: readRecipient(mail.to), body: mail.body.normalize('NFC') }
  const { id } = await tx
    .insertInto('outboxMail')
    .values({
      recipient: '',
      body: '',
      sealed: await seal(key, part),
      subject: cleanLine(mail.subject),
      siteId: mail.siteId ?? null,
      caseId: mail.caseId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(tx, 'send-mail', {})
  return { mailId: id }
}
