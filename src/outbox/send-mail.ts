import { createTransport, type Transporter } from 'nodemailer'
import { sql } from 'kysely'
import { inTransaction, type Database } from '../database/connect.ts'
import { maxAttempts } from './mail.ts'

/**
 * Sends the mails that wait, oldest first, until none is due; several workers share the queue without sending one twice. A failure is
 * noted and tried again later. Without SMTP settings nothing is sent and nothing counts as tried. A worker that dies between the mail
 * server's answer and the commit sends that mail again, under the same Message-ID.
 */
export async function sendMail(
  db: Database,
  config: { smtpUrl?: string; mailFrom: string },
): Promise<{ sent: number; failed: number }> {
  const done = { sent: 0, failed: 0 }
  if (!config.smtpUrl) return done
  // A server that does not answer must not hold the row, and with it a connection, for long.
  const transport = createTransport({
    url: config.smtpUrl,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  } as never)
  try {
    for (;;) {
      const outcome = await sendNext(db, transport, config.mailFrom)
      if (!outcome) return done
      done[outcome]++
    }
  } finally {
    transport.close()
  }
}

async function sendNext(db: Database, transport: Transporter, from: string): Promise<'sent' | 'failed' | undefined> {
  return inTransaction(db, async (tx) => {
    const mail = await tx
      .selectFrom('outboxMail')
      .select(['id', 'recipient', 'subject', 'body', 'attempts', 'createdAt'])
      .where('sentAt', 'is', null)
      .where('attempts', '<', maxAttempts)
      .where((eb) =>
        eb.or([
          eb('attemptedAt', 'is', null),
          eb(
            'attemptedAt',
            '<=',
            sql<Date>`now() - least(power(2, greatest(attempts - 1, 0)), 240) * interval '1 minute'`,
          ),
        ]),
      )
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!mail) return undefined
    const mark = tx.updateTable('outboxMail').where('id', '=', mail.id)
    try {
      await transport.sendMail({
        from,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body,
        messageId: messageId(mail, from),
        date: mail.createdAt,
      })
      await mark
        .set({
          sentAt: sql`clock_timestamp()`,
          attemptedAt: sql`clock_timestamp()`,
          attempts: mail.attempts + 1,
          lastError: null,
        })
        .execute()
      return 'sent'
    } catch (error) {
      await mark
        .set({ attemptedAt: sql`clock_timestamp()`, attempts: mail.attempts + 1, lastError: reasonOf(error) })
        .execute()
      return 'failed'
    }
  })
}

const messageId = (mail: { id: number; createdAt: Date }, from: string): string =>
  `<khue-${mail.id}-${mail.createdAt.getTime()}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'}>`

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 500)
