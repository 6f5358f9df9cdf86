import { cleanLine } from '../web/vietnamese.ts'

/** Tries before a mail is left alone. The wait doubles after each failure: 1, 2, 4 … minutes. */
export const maxAttempts = 8

/** Whether a mail that failed is tried again by itself. */
export const willTryAgain = (mail: { sentAt: Date | null; attempts: number }): boolean =>
  mail.sentAt === null && mail.attempts < maxAttempts

const hidden = '[liên kết riêng của người nhận, không hiện ở đây]'

/** The body without links that carry a secret (a query, or a long word nobody types): who opens them acts as the recipient. */
export const withoutSecretLinks = (body: string): string =>
  body.replace(/https?:\/\/[^\s<>"]+/g, (link) =>
    /\?|[A-Za-z0-9_-]{20,}/.test(link.replace(/^https?:\/\/[^/]+/, '')) ? hidden : link,
  )

/** One mail address and nothing that would send it to others as well. @throws when it is none. */
export function readRecipient(to: string): string {
  const recipient = cleanLine(to)
  if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(recipient)) throw new Error('queueMail: not a mail address')
  return recipient
}
