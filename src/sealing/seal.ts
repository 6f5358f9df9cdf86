import { CompactEncrypt, compactDecrypt, decodeProtectedHeader, errors, importJWK, type JWK } from 'jose'
import type { Keyring } from './keyring.ts'

/** The public half of a key: seals, and cannot open. */
export interface SealingKey {
  kid: string
  publicJwk: JWK
}

/** A sealed value names a key this process does not hold. */
export class SealingKeyMissing extends Error {
  readonly kid: string
  constructor(kid: string) {
    super(`Không có khóa niêm phong ${kid} trong chùm khóa (the keyring lacks this sealing key)`)
    this.name = 'SealingKeyMissing'
    this.kid = kid
  }
}

/** What was given is not a sealed value, was changed since, or was sealed with another key of the same name. */
export class SealBroken extends Error {
  constructor(cause?: unknown) {
    super('Nội dung niêm phong bị hỏng hoặc không đúng khóa (not a sealed value, or not for this key)', { cause })
    this.name = 'SealBroken'
  }
}

const algorithm = 'ECDH-ES'
const encryption = 'A256GCM'

/**
 * Seals a value for whoever holds the private half of a key: a compact JWE (RFC 7516) of its JSON, ECDH-ES on X25519 (RFC 8037) with
 * A256GCM, the key named in the header. The same value sealed twice looks different. Whoever seals cannot open again.
 */
export async function seal(publicKey: SealingKey, value: unknown): Promise<string> {
  const json = JSON.stringify(value)
  if (json === undefined) throw new TypeError('seal: nothing to seal')
  const key = await importJWK(publicKey.publicJwk, algorithm)
  return new CompactEncrypt(new TextEncoder().encode(json))
    .setProtectedHeader({ alg: algorithm, enc: encryption, kid: publicKey.kid })
    .encrypt(key)
}

/**
 * Opens what seal() made. @throws SealingKeyMissing when the keyring lacks the key it names; SealBroken when it is no sealed value,
 * was changed, or the key does not fit.
 */
export async function open<T>(keys: Keyring, sealed: string): Promise<T> {
  const kid = kidOf(sealed)
  const key = await keys.find(kid)
  if (!key) throw new SealingKeyMissing(kid)
  try {
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: [algorithm],
      contentEncryptionAlgorithms: [encryption],
    })
    return JSON.parse(new TextDecoder().decode(plaintext)) as T
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError || error instanceof DOMException)
      throw new SealBroken(error)
    throw error
  }
}

/** The name of the key a value is sealed with. @throws SealBroken when it is no sealed value. */
export function kidOf(sealed: string): string {
  try {
    const { kid } = decodeProtectedHeader(sealed)
    if (typeof kid === 'string' && kid !== '') return kid
  } catch (error) {
    throw new SealBroken(error)
  }
  throw new SealBroken()
}
