import { createHash, randomBytes } from 'node:crypto'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A token for a form about to be sent: whoever sends the same form twice means one case. 32 hexadecimal digits. */
export const newFormToken = (): string => randomBytes(16).toString('hex')
export const isFormToken = (text: string | undefined): text is string => /^[0-9a-f]{32}$/.test(text ?? '')

/**
 * The code that opens the page of a case: 16 letters and digits (80 bits) that are not mistaken for one another. It follows from the
 * token of the form, so that a form sent again after a lost answer gives the same code; from the code nothing follows.
 */
export function trackingCodeOf(token: string): string {
  const digest = createHash('sha256').update(`khue tracking ${token}`).digest()
  const all = Array.from(digest.subarray(0, 16), (byte) => letters[byte % 32]).join('')
  return all.match(/.{4}/g)!.join('-')
}

/** A code as people type it; undefined when it is none. */
export function readTrackingCode(text: string | undefined): string | undefined {
  const bare = (text ?? '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[\s.-]/g, '')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(bare) ? bare.match(/.{4}/g)!.join('-') : undefined
}

/** What the database keeps of a code or a token. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
