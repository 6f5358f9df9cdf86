import { createHash, randomBytes } from 'node:crypto'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const lettersOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => letters[byte % 32]).join('')

/** A new key for a program: 32 letters and digits (160 bits). It is shown once; the database keeps its digest. */
export const newKey = (): string => lettersOf(randomBytes(32))

/** Whether a text can be a key. */
export const isKey = (text: string | undefined): text is string => /^[0-9A-HJKMNP-TV-Z]{32}$/.test(text ?? '')

/** What the database keeps of a key. */
export const hashOfKey = (key: string): Buffer => createHash('sha256').update(`khue open311 key ${key}`).digest()

/**
 * The number a program gets for a report: 12 letters and digits (60 bits) that follow from the token of what it sent, so that the
 * same report sent again has the same one, and nobody counts from one to the next.
 */
export const requestIdOf = (token: string): string =>
  lettersOf(createHash('sha256').update(`khue open311 request ${token}`).digest().subarray(0, 12))

export const isRequestId = (text: string | undefined): text is string => /^[0-9A-HJKMNP-TV-Z]{12}$/.test(text ?? '')

/**
 * The token of what a program sent: the same words of the same program on the same day are one report, so a program that lost the
 * answer may simply send it again. 32 hexadecimal digits, which only who has the key can work out.
 */
export const tokenOf = (key: string, day: string, body: string): string =>
  createHash('sha256').update(`khue open311 report ${key} ${day} ${body}`).digest('hex').slice(0, 32)
