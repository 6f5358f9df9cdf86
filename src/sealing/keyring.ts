import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { z } from 'zod'
import type { SealingKey } from './seal.ts'

/** The private keys of an installation, by name. Held by the office and the worker, never by the public face or the database. */
export interface Keyring {
  /** The private key of a name; undefined when this process does not hold it. */
  find(kid: string): Promise<CryptoKey | undefined>
  /** Public halves of all keys, the newest last. */
  publicKeys(): readonly SealingKey[]
}

/** A private key as it is kept: OKP on X25519 (RFC 8037), named by the beginning of its thumbprint (RFC 7638). */
export type PrivateKey = JWK & { kty: 'OKP'; crv: 'X25519'; x: string; d: string; kid: string }

const privateKey = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: z.string().regex(/^[\w-]{43}$/),
  d: z.string().regex(/^[\w-]{43}$/),
  kid: z.string().min(1).max(200),
})
const keySet = z.object({ keys: z.array(privateKey).min(1) })

/** Where the keys of an installation are told. */
export interface KeyringPlace {
  home: string
  /** The key set itself, from SEALING_KEYS. */
  sealingKeys?: string
  /** A file of its own for the key set, from SEALING_KEYS_FILE. */
  sealingKeysFile?: string
}

/** Makes a new private key. */
export async function makePrivateKey(): Promise<PrivateKey> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true })
  const jwk = await exportJWK(pair.privateKey)
  const thumbprint = await calculateJwkThumbprint({ kty: 'OKP', crv: 'X25519', x: jwk.x })
  // In hexadecimal digits: a name that begins with a dash would be an option on a command line.
  const kid = Buffer.from(thumbprint, 'base64url').toString('hex').slice(0, 16)
  return { ...jwk, kty: 'OKP', crv: 'X25519', x: jwk.x as string, d: jwk.d as string, kid, use: 'enc', alg: 'ECDH-ES' }
}

/** A keyring of keys held in memory, the newest last. */
export const keyringOf = (keys: readonly PrivateKey[]): Keyring => ringOver(() => keys)

/** The file of the key set; undefined when the keys came in SEALING_KEYS itself. */
export const keyringFile = (place: KeyringPlace): string | undefined =>
  place.sealingKeys ? undefined : (place.sealingKeysFile ?? path.join(place.home, 'sealing-keys.json'))

/** Whether any key is told. */
export function hasKeyring(place: KeyringPlace): boolean {
  const file = keyringFile(place)
  return file === undefined || existsSync(file)
}

/**
 * Opens the keyring told by SEALING_KEYS, by SEALING_KEYS_FILE, or kept below the home of the installation; one without keys where
 * there is none yet. A key that is added to the file while this process runs is found without a restart.
 * @throws one sentence when what is told is no key set.
 */
export function openKeyring(place: KeyringPlace): Keyring {
  const file = keyringFile(place)
  if (file === undefined) {
    const keys = readKeySet(place.sealingKeys ?? '', 'SEALING_KEYS')
    return ringOver(() => keys)
  }
  let held: { at: string; keys: readonly PrivateKey[] } = { at: '', keys: [] }
  const current = (): readonly PrivateKey[] => {
    const found = statSync(file, { throwIfNoEntry: false })
    const at = found && `${found.ino} ${found.mtimeMs}`
    if (at !== undefined && at !== held.at) held = { at, keys: readKeySet(readFileSync(file, 'utf8'), file) }
    return held.keys
  }
  current()
  return ringOver(current)
}

/** Adds a key to the file of the keyring, which is made (mode 0600) if there is none. @throws when the keys are told by SEALING_KEYS. */
export function addToKeyring(place: KeyringPlace, key: PrivateKey): void {
  const file = writableFile(place)
  const before = existsSync(file) ? readKeySet(readFileSync(file, 'utf8'), file) : undefined
  if (before) return replaceFile(file, [...before, key])
  // Two processes that start at once make one file: the second finds the name taken.
  const half = writeHalf(file, [key])
  try {
    linkSync(half, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(half, { force: true })
  }
}

/** Takes a key out of the file of the keyring. @throws when the keys are told by SEALING_KEYS. */
export function removeFromKeyring(place: KeyringPlace, kid: string): void {
  const file = writableFile(place)
  replaceFile(
    file,
    readKeySet(readFileSync(file, 'utf8'), file).filter((key) => key.kid !== kid),
  )
}

function ringOver(current: () => readonly PrivateKey[]): Keyring {
  const imported = new Map<string, Promise<CryptoKey>>()
  return {
    find: async (kid) => {
      const key = current().find((each) => each.kid === kid)
      if (!key) return undefined
      if (!imported.has(kid)) imported.set(kid, importJWK(key, 'ECDH-ES') as Promise<CryptoKey>)
      return imported.get(kid)
    },
    publicKeys: () => current().map(publicHalf),
  }
}

/** What of a key anybody may hold. */
export const publicHalf = ({ kid, x }: PrivateKey): SealingKey => ({
  kid,
  publicJwk: { kty: 'OKP', crv: 'X25519', x, kid, use: 'enc', alg: 'ECDH-ES' },
})

/** The message never quotes what was read: it may hold a key. */
function readKeySet(text: string, from: string): readonly PrivateKey[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    parsed = undefined
  }
  const read = keySet.safeParse(parsed)
  if (!read.success)
    throw new Error(
      `${from} không chứa chùm khóa niêm phong hợp lệ: cần { "keys": [khóa X25519 …] } (not a set of X25519 private keys)`,
    )
  return read.data.keys as PrivateKey[]
}

function writableFile(place: KeyringPlace): string {
  const file = keyringFile(place)
  if (file === undefined)
    throw new Error(
      'Khóa niêm phong được đưa vào qua biến SEALING_KEYS: hãy sửa ở nơi giữ biến ấy (the keys come from SEALING_KEYS: change them there)',
    )
  return file
}

function replaceFile(file: string, keys: readonly PrivateKey[]): void {
  renameSync(writeHalf(file, keys), file)
}

function writeHalf(file: string, keys: readonly PrivateKey[]): string {
  mkdirSync(path.dirname(file), { recursive: true })
  const half = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  writeFileSync(half, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flush: true })
  return half
}
