import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomInt } from 'node:crypto'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 20

/** A code that opens one file once: 20 letters and digits (100 bits) that are not mistaken for one another, in groups of five. */
export function newOneTimeCode(): string {
  const all = Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
  return grouped(all)
}

/** A code as people type it; undefined when it is none. */
export function readOneTimeCode(text: string | undefined): string | undefined {
  const bare = (text ?? '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[\s.-]/g, '')
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(bare) ? grouped(bare) : undefined
}

const grouped = (bare: string): string => bare.match(/.{5}/g)!.join('-')

/** What the database knows a code by. The code has too many bits for anybody to find it from this. */
export const digestOfCode = (code: string): Buffer => createHash('sha256').update(`khue one-time code ${code}`).digest()

/** A file to hand over. */
export interface DeliveredFile {
  name: string
  mime: string
  body: Buffer
}

/** A file as it waits to be fetched: of no use to who lacks its code. */
export interface EncryptedFile {
  salt: Buffer
  content: Buffer
}

/** The key of a file (HKDF, RFC 5869, SHA-256). The code is random, so no slow derivation is needed. */
const keyOf = (code: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', code, salt, 'khue information delivery', 32))

/** Encrypts a file, its name and its type under its code (AES-256-GCM). */
export function encryptForCode({ name, mime, body }: DeliveredFile, code: string): EncryptedFile {
  const [salt, iv] = [randomBytes(32), randomBytes(12)]
  const head = Buffer.from(JSON.stringify({ name, mime }))
  const size = Buffer.alloc(4)
  size.writeUInt32BE(head.length)
  const cipher = createCipheriv('aes-256-gcm', keyOf(code, salt), iv)
  const sealed = Buffer.concat([cipher.update(size), cipher.update(head), cipher.update(body), cipher.final()])
  return { salt, content: Buffer.concat([iv, cipher.getAuthTag(), sealed]) }
}

/** Opens what encryptForCode made. @throws when the code is another, or a byte was changed. */
export function decryptWithCode({ salt, content }: EncryptedFile, code: string): DeliveredFile {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(code, salt), content.subarray(0, 12))
  decipher.setAuthTag(content.subarray(12, 28))
  const plain = Buffer.concat([decipher.update(content.subarray(28)), decipher.final()])
  const head = plain.readUInt32BE(0)
  const { name, mime } = JSON.parse(plain.toString('utf8', 4, 4 + head)) as { name: string; mime: string }
  return { name, mime, body: plain.subarray(4 + head) }
}
