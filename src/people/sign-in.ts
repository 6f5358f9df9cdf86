import { verifyPassword } from 'better-auth/crypto'
import { parseSigned } from 'hono/utils/cookie'
import { inTransaction, type Transaction } from '../database/connect.ts'
import type { Session } from '../office/office.tsx'
import { holdsSomewhere, secondFactorRoles } from './actor.ts'
import { claimAttempt, forgetFailures, takeBackAttempt } from './attempts.ts'
import { cookiePrefix, createPasswordAuth, type AuthParts } from './better-auth.ts'
import { completeSignIn, noteFailure, onlyNeeded, type SignInParts } from './complete-sign-in.ts'
import { sessionByToken, signInFacts } from './queries.ts'
import { createSecondFactor, type SecondFactor } from './second-factor.ts'
import { createOidc, type Oidc } from './single-sign-on.ts'

/** What came of a step of signing in. Cookies are whole Set-Cookie headers, to be sent with the answer. */
export type SignInOutcome =
  | { outcome: 'signed-in'; cookies: string[] }
  /** The password was right; the second factor is still to come. */
  | { outcome: 'code-wanted'; cookies: string[] }
  /** Wrong, unknown, locked or disabled: one answer for all, so that nothing is learned from it. */
  | { outcome: 'refused' }
  /** The first step is too long ago. */
  | { outcome: 'over' }

export interface Auth {
  /** Answers below /api/auth/: the way back from single sign-on, and 404 for everything else. */
  handler(request: Request): Promise<Response>
  /** Who is signed in by these headers. Counts as activity, unless the header `x-khue-background` says that no person asked. */
  readSession(headers: Headers): Promise<Session | undefined>
  /** First step: e-mail and password. Always makes a new session, and ends the one the browser held. */
  signIn(headers: Headers, given: { email: string; password: string }): Promise<SignInOutcome>
  /** Second step: a code of the authenticator, or a recovery code. */
  giveCode(headers: Headers, code: string): Promise<SignInOutcome>
  /** Whether a first step was made and waits for its second. */
  codeWanted(headers: Headers): Promise<boolean>
  /**
   * Whether this is the person's password, for acts that ask for it again; a wrong one counts like a failed sign-in.
   * Who only uses single sign-on has none, and passes.
   */
  isPassword(personId: string, password: string): Promise<boolean>
  /** The header that makes the browser forget the session. */
  forgetCookie: string
  secondFactor: SecondFactor
  oidc: Oidc | undefined
}

/** Sign-in on better-auth: passwords, second factor, single sign-on. One for a process; `db` is connected as khue_office. */
export function createAuth(given: AuthParts): Auth {
  const secure = given.config.officeUrl.startsWith('https:')
  const cookie = (name: string): string => `${secure ? '__Secure-' : ''}${cookiePrefix}.${name}`
  const sessionCookie = cookie('session_token')
  const sessionToken = (headers: Headers): Promise<string | undefined> =>
    signedCookie(headers, sessionCookie, given.secret)
  const parts: SignInParts = { ...given, passwordAuth: createPasswordAuth(given), sessionToken, sessionCookie }
  const challenge = async (headers: Headers): Promise<string | undefined> =>
    waitingPerson(parts, {
      challenge: await signedCookie(headers, cookie('two_factor'), given.secret),
      session: await sessionToken(headers),
    })
  const oidc = given.config.oidc && createOidc(parts, given.config.oidc)
  return {
    handler: async (request) => (await oidc?.handler(request)) ?? new Response('Not found', { status: 404 }),
    readSession: (headers) => readSession(parts, headers),
    signIn: (headers, credentials) => signIn(parts, headers, credentials),
    giveCode: async (headers, code) => giveCode(parts, headers, { personId: await challenge(headers), code }),
    codeWanted: async (headers) => (await challenge(headers)) !== undefined,
    isPassword: (personId, password) => isPassword(parts, personId, password),
    forgetCookie: `${sessionCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
    secondFactor: createSecondFactor(parts),
    oidc,
  }
}

async function signedCookie(headers: Headers, name: string, secret: string): Promise<string | undefined> {
  const value = (await parseSigned(headers.get('cookie') ?? '', secret, name))[name]
  return value || undefined
}

async function readSession(parts: SignInParts, headers: Headers): Promise<Session | undefined> {
  const token = await parts.sessionToken(headers)
  const live = token ? await sessionByToken(parts.db, token, parts.config.sessionIdleMinutes) : undefined
  if (!live) return undefined
  if (live.stale && !headers.has('x-khue-background')) {
    await parts.db.updateTable('personSession').set({ seenAt: new Date() }).where('id', '=', live.id).execute()
  }
  const demanded = holdsSomewhere(live.actor, ...secondFactorRoles)
  return { id: live.id, actor: live.actor, secondFactorMissing: demanded && !live.twoFactorEnabled && !parts.demo }
}

async function signIn(
  parts: SignInParts,
  headers: Headers,
  given: { email: string; password: string },
): Promise<SignInOutcome> {
  const person = await signInFacts(parts.db, { email: given.email })
  const attempt = person && !person.disabledAt ? await claimAttempt(parts.db, person.id) : undefined
  if (!person || !attempt) {
    // The same work as for a real check, so that the time of the answer tells nothing either.
    await check(parts, headers, { email: 'nobody@khue.invalid', password: given.password })
    await noteFailure(parts, person?.id, !person ? 'unknown' : person.disabledAt ? 'disabled' : 'locked')
    return { outcome: 'refused' }
  }
  const answer = await check(parts, headers, { email: person.email, password: given.password })
  if (!answer.ok) {
    await noteFailure(parts, person.id, 'wrong-password', attempt)
    return { outcome: 'refused' }
  }
  const said = (await answer.json()) as { token?: string; twoFactorRedirect?: boolean }
  if (said.twoFactorRedirect) {
    await takeBackAttempt(parts.db, attempt)
    return { outcome: 'code-wanted', cookies: answer.headers.getSetCookie() }
  }
  await inTransaction(parts.db, async (tx) =>
    completeSignIn(tx, {
      personId: person.id,
      token: said.token,
      old: await parts.sessionToken(headers),
      method: 'password',
    }),
  )
  return { outcome: 'signed-in', cookies: answer.headers.getSetCookie() }
}

const check = (parts: SignInParts, headers: Headers, body: { email: string; password: string }): Promise<Response> =>
  parts.passwordAuth.api.signInEmail({ body, headers: onlyNeeded(headers), asResponse: true })

/** The person whose first step waits: by the challenge after a password, or by a session of single sign-on that still wants its code. */
async function waitingPerson(
  { db }: AuthParts,
  by: { challenge?: string; session?: string },
): Promise<string | undefined> {
  const challenge = by.challenge
    ? await db
        .selectFrom('personVerification')
        .select('value')
        .where('identifier', '=', by.challenge)
        .where('expiresAt', '>', new Date())
        .executeTakeFirst()
    : undefined
  if (challenge || !by.session) return challenge?.value
  const tenMinutesAgo = new Date(Date.now() - 600_000)
  const session = await db
    .selectFrom('personSession')
    .select('personId')
    .where('token', '=', by.session)
    .where('waitsForCode', '=', true)
    .where('createdAt', '>', tenMinutesAgo)
    .executeTakeFirst()
  return session?.personId
}

async function giveCode(
  parts: SignInParts,
  headers: Headers,
  given: { personId: string | undefined; code: string },
): Promise<SignInOutcome> {
  const { personId } = given
  if (!personId) return { outcome: 'over' }
  const attempt = await claimAttempt(parts.db, personId)
  if (!attempt) {
    await noteFailure(parts, personId, 'locked')
    return { outcome: 'refused' }
  }
  const code = given.code.replace(/[\s-]/g, '').toLowerCase()
  const isTotp = /^\d{6}$/.test(code)
  const call = { headers: onlyNeeded(headers), asResponse: true as const }
  const answer = isTotp
    ? await parts.passwordAuth.api.verifyTOTP({ ...call, body: { code } })
    : await parts.passwordAuth.api.verifyBackupCode({ ...call, body: { code: `${code.slice(0, 5)}-${code.slice(5)}` } })
  if (!answer.ok) {
    await noteFailure(parts, personId, 'wrong-code', attempt)
    return { outcome: 'refused' }
  }
  const { token } = (await answer.json()) as { token: string }
  const taken = await inTransaction(parts.db, async (tx) => {
    if (isTotp && !(await takeCodeOnce(tx, personId, code))) {
      await tx.deleteFrom('personSession').where('token', '=', token).execute()
      return false
    }
    const old = await parts.sessionToken(headers)
    await completeSignIn(tx, {
      personId,
      token,
      old: old === token ? undefined : old,
      method: isTotp ? 'authenticator' : 'recovery-code',
    })
    return true
  })
  if (taken) return { outcome: 'signed-in', cookies: answer.headers.getSetCookie() }
  await noteFailure(parts, personId, 'code-used-before', attempt)
  return { outcome: 'refused' }
}

/** A code seen over a shoulder is worth nothing: each opens one session. */
async function takeCodeOnce(tx: Transaction, personId: string, code: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('personTwoFactor')
    .set({ lastCode: code, lastCodeAt: new Date() })
    .where('personId', '=', personId)
    .where((eb) =>
      eb.or([eb('lastCode', 'is distinct from', code), eb('lastCodeAt', '<', new Date(Date.now() - 180_000))]),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function isPassword(parts: SignInParts, personId: string, password: string): Promise<boolean> {
  const account = await parts.db
    .selectFrom('personAccount')
    .select('password')
    .where('personId', '=', personId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (!account?.password) return true
  const attempt = await claimAttempt(parts.db, personId)
  if (attempt && (await verifyPassword({ hash: account.password, password }))) {
    await forgetFailures(parts.db, personId)
    return true
  }
  await noteFailure(parts, personId, attempt ? 'wrong-password' : 'locked', attempt)
  return false
}
