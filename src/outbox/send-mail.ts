import { createTransport, type Transporter } from 'nodemailer'
import { sql } from 'kysely'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import type { Keyring } from '../sealing/keyring.ts'
import { open, SealingKeyMissing } from '../sealing/seal.ts'
import { maxAttempts } from './mail.ts'
import type { SealedPart } from './queue-sealed-mail.ts'

/**
 * Sends the mails that wait, oldest first, until none is due; several workers share the queue without sending one twice. A failure is
 * noted and tried again later, and so is a sealed mail the keyring does not open. Without SMTP settings nothing is sent and nothing
 * counts as tried. A worker that dies between the mail server's answer and the commit sends that mail again, under the same Message-ID.
 */
export async function sendMail(
  db: Database,
  config: { smtpUrl?: string; mailFrom: string },
  keyring: Keyring,
): Promise<{ sent: number; failed: number }> {
  const done = { sent: 0, failed: 0 }
  if (!config.smtpUrl) return done
  // One connection for all of them: many servers greet late on purpose. One that does not answer must not hold the row, and with it
  // a connection to the database, for long.
  const transport = createTransport({
    url: config.smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  } as never)
  try {
    for (;;) {
      const outcome = await sendNext(db, { transport, from: config.mailFrom, keyring })
      if (!outcome) return done
      done[outcome]++
    }
  } finally {
    transport.close()
  }
}

interface Post {
  transport: Transporter
  from: string
  keyring: Keyring
}

async function sendNext(db: Database, { transport, from, keyring }: Post): Promise<'sent' | 'failed' | undefined> {
  return inTransaction(db, async (tx) => {
    const mail = await nextMail(tx)
    if (!mail) return undefined
    const tried = { attemptedAt: sql<Date>`clock_timestamp()`, attempts: mail.attempts + 1 }
    const mark = tx.updateTable('outboxMail').where('id', '=', mail.id)
    try {
      const { to, body } =
        mail.sealed === null ? { to: mail.recipient, body: mail.body } : await open<SealedPart>(keyring, mail.sealed)
      await transport.sendMail({
        from,
        to,
        subject: mail.subject,
        text: body,
        messageId: messageId(mail, from),
        date: mail.createdAt,
      })
      await mark.set({ ...tried, sentAt: sql`clock_timestamp()`, lastError: null }).execute()
      return 'sent'
    } catch (error) {
      const lastError = mail.sealed === null ? reasonOf(error) : reasonWithoutWords(error)
      // A missing key is no fault of the mail: it is never given up for it.
      const attempts = error instanceof SealingKeyMissing ? Math.min(tried.attempts, maxAttempts - 1) : tried.attempts
      await mark.set({ ...tried, attempts, lastError }).execute()
      return 'failed'
    }
  })
}

const nextMail = (tx: Transaction) =>
  tx
    .selectFrom('outboxMail')
    .select(['id', 'recipient', 'subject', 'body', 'sealed', 'attempts', 'createdAt'])
    .where('sentAt', 'is', null)
    .where('emptiedAt', 'is', null)
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

const messageId = (mail: { id: number; createdAt: Date }, from: string): string =>
  `<khue-${mail.id}-${mail.createdAt.getTime()}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'}>`

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 500)

/** What nodemailer tells of a failure besides words. */
interface MailFault {
  name?: string
  code?: string
  command?: string
  response?: string
  responseCode?: number
}

/** Faults that come before any address is told. */
const unheard = new Set(['ECONNECTION', 'ECONNREFUSED', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EAUTH'])
const sealErrors = new Set(['SealingKeyMissing', 'SealBroken'])

/**
 * Why a sealed mail failed. Mail servers quote the address they refuse, in forms nobody can foresee: of their words only the codes
 * are kept (RFC 5321 and 3463).
 */
function reasonWithoutWords(error: unknown): string {
  const fault = (error ?? {}) as MailFault
  if (sealErrors.has(fault.name ?? '') || (unheard.has(fault.code ?? '') && !fault.response)) return reasonOf(error)
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(fault.response ?? '')?.[1]
  const codes = [fault.responseCode, enhanced, fault.code, /^[A-Z ]{1,20}$/.exec(fault.command ?? '')?.[0]]
  return `Máy chủ thư từ chối: ${codes.filter(Boolean).join(' ') || 'không rõ lý do'}`
}
