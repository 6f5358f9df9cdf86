import { createHmac, randomBytes } from 'node:crypto'
import path from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { Hono } from 'hono'
import { serializeSigned } from 'hono/utils/cookie'
import { readConfig, type Config } from '../../src/config.ts'
import type { Database } from '../../src/database/connect.ts'
import { createLogger } from '../../src/logger.ts'
import { openFileStore } from '../../src/media/file-store.ts'
import { createOffice } from '../../src/office/office.tsx'
import type { OfficeEnv, OfficeRoute } from '../../src/office/route.ts'
import { createAuth, type Auth } from '../../src/people/sign-in.ts'
import { keyringOf, type Keyring } from '../../src/sealing/keyring.ts'
import { publicFiles } from '../../src/web/public-files.ts'

export const testSecret = 'test-secret-of-at-least-thirty-two-characters'

/** An office with real sign-in on a database, spoken to by `office.request(path, …)`; addresses are http://localhost:3001/…. */
export interface TestOffice {
  office: Hono<OfficeEnv>
  auth: Auth
  config: Config
  /** Opens an address. */
  get(path: string, cookie?: string): Promise<Response>
  /** Sends a form of the office's own. */
  post(path: string, body: Record<string, string>, cookie?: string): Promise<Response>
  /** The Cookie header of someone who signed in; a second factor counts as enrolled. See `signIn`. */
  cookieOf(person: { id: string }): Promise<string>
}

interface TestOfficeParts {
  db: Database
  routes: readonly OfficeRoute[]
  env?: Record<string, string>
  demo?: boolean
  kinds?: Parameters<typeof createOffice>[0]['kinds']
  /** Of `sealingFor`; without it nothing sealed can be opened. */
  keyring?: Keyring
}

export function testOffice({
  db,
  routes,
  env = {},
  demo = false,
  kinds = new Map(),
  keyring,
}: TestOfficeParts): TestOffice {
  const config = readConfig({ OFFICE_URL: 'http://localhost:3001', ...env })
  const logger = createLogger(process.env.TEST_LOG ?? 'silent')
  const auth = createAuth({ config, db, secret: testSecret, demo, logger })
  const assets = publicFiles(path.resolve(import.meta.dirname, '../../public'))
  // Pages name the bundles; request-level tests need no browser code behind the names.
  for (const bundle of ['office.js', 'editor.js']) assets.add(bundle, Buffer.from(''))
  const office = createOffice({
    config,
    db,
    logger,
    kinds,
    routes,
    demo,
    files: openFileStore(path.join(config.home, 'test-files')),
    publicFiles: assets,
    health: { whyNotReady: async () => undefined },
    keyring: keyring ?? keyringOf([]),
    readSession: auth.readSession,
    auth: auth.handler,
    extra: (c) => c.set('auth', auth),
  })
  const { officeUrl } = config
  return {
    office,
    auth,
    config,
    cookieOf: (person) => signIn(db, person, testSecret),
    get: async (path, cookie = '') => office.request(`${officeUrl}${path}`, { headers: { cookie } }),
    post: async (path, body, cookie = '') =>
      office.request(`${officeUrl}${path}`, {
        method: 'POST',
        body: new URLSearchParams(body),
        headers: { origin: officeUrl, cookie },
      }),
  }
}

/** The Cookie header a browser would send after these answers, the later ones winning. */
export function cookiesAfter(...answers: readonly Response[]): string {
  const jar = new Map<string, string>()
  for (const cookie of answers.flatMap((answer) => answer.headers.getSetCookie())) {
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s)
    if (/Max-Age=0/i.test(cookie)) jar.delete(name)
    else jar.set(name, value)
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** Opens a session as the sign-in screen would and returns its Cookie header; a second factor counts as enrolled. */
export async function signIn(db: Database, person: { id: string }, secret = testSecret): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await db.updateTable('person').set({ twoFactorEnabled: true }).where('id', '=', person.id).execute()
  await db
    .insertInto('personSession')
    .values({
      id: randomBytes(12).toString('hex'),
      token,
      personId: person.id,
      expiresAt: new Date(Date.now() + 3_600_000),
      userAgent: 'Test',
    })
    .execute()
  return (await serializeSigned('khue.session_token', token, secret)).split(';')[0] ?? ''
}

/** Gives a person a password. */
export async function givePassword(db: Database, person: { id: string }, password: string): Promise<void> {
  await db
    .insertInto('personAccount')
    .values({
      id: randomBytes(12).toString('hex'),
      accountId: person.id,
      providerId: 'credential',
      personId: person.id,
      password: await hashPassword(password),
    })
    .execute()
}

/** The code an authenticator shows for a secret in base32 (RFC 6238: SHA-1, 30 seconds, 6 digits). */
export function authenticatorCode(secret: string, at = Date.now()): string {
  const bits = [...secret.replace(/\s/g, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}
