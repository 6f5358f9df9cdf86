import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** The bytes of a file were changed, or the key is another one's. */
export class FileCipherBroken extends Error {
  constructor(cause?: unknown) {
    super('Tệp mã hóa bị hỏng hoặc sai khóa (the encrypted file is broken or the key is wrong)', { cause })
    this.name = 'FileCipherBroken'
  }
}

const version = 1
const ivBytes = 12
const tagBytes = 16

/**
 * Encrypts a file with a key of its own (AES-256-GCM). The outcome is a version byte, 12 bytes of nonce, the ciphertext and 16 bytes
 * of tag; `name`, under which it will lie, is bound to it, so that one file cannot stand in for another.
 */
export function encryptFile(bytes: Uint8Array, name: string): { body: Buffer; key: string } {
  const [key, iv] = [randomBytes(32), randomBytes(ivBytes)]
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(name))
  const body = Buffer.concat([Buffer.of(version), iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  return { body, key: key.toString('base64url') }
}

/** Opens what encryptFile() made. @throws FileCipherBroken when bytes, key or name do not belong together. */
export function decryptFile(body: Buffer, key: string, name: string): Buffer {
  if (body.length < 1 + ivBytes + tagBytes || body[0] !== version) throw new FileCipherBroken()
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), body.subarray(1, 1 + ivBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(Buffer.from(name))
    decipher.setAuthTag(body.subarray(-tagBytes))
    return Buffer.concat([decipher.update(body.subarray(1 + ivBytes, -tagBytes)), decipher.final()])
  } catch (error) {
    throw new FileCipherBroken(error)
  }
}
