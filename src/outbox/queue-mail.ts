import type { Transaction } from '../database/connect.ts'
import { enqueue } from '../jobs/queue.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { readRecipient } from './mail.ts'

/** A mail of plain text. The subject carries no personal data of citizens; links in the body may be secrets of the recipient. */
export interface Mail {
  to: string
  subject: string
  body: string
  /** The portal it speaks for: its administrators can read it in the office. Without one, only those of the network. */
  siteId?: number | null
}

/**
 * Writes a mail to the outbox in the caller's commit, and asks the job to send it. It is never lost once the commit stands:
 * without SMTP settings it stays readable in the office ("Thư đi"). Throws when the address is none.
 */
export async function queueMail(tx: Transaction, mail: Mail): Promise<{ mailId: number }> {
  const recipient = readRecipient(mail.to)
  const { id } = await tx
    .insertInto('outboxMail')
    .values({
      recipient,
      subject: cleanLine(mail.subject),
      body: mail.body.normalize('NFC'),
      siteId: mail.siteId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(tx, 'send-mail', {})
  return { mailId: id }
}
