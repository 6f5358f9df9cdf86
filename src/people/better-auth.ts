import { randomInt } from 'node:crypto'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { APIError } from 'better-auth/api'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { Logger } from '../logger.ts'

export interface AuthParts {
  config: Config
  db: Database
  /** Signs cookies and seals the secrets of authenticators; at least 32 characters, the same for every process of the installation. */
  secret: string
  /** The demo network: no second factor is demanded. */
  demo: boolean
  logger: Logger
}

/** A session ends after this many hours, however busy. */
const sessionHours = 12
export const cookiePrefix = 'khue'
export const oidcProvider = 'oidc'

/** better-auth for passwords and second factors. Its endpoints are called from here only; none is reachable from outside. */
export type PasswordAuth = ReturnType<typeof createPasswordAuth>
export const createPasswordAuth = (parts: AuthParts) =>
  betterAuth({
    ...commonOptions(parts),
    plugins: [
      twoFactor({
        issuer: 'Khuê',
        allowPasswordless: true,
        backupCodeOptions: { customBackupCodesGenerate: recoveryCodes, storeBackupCodes: 'encrypted' },
        schema: { twoFactor: { modelName: 'personTwoFactor', fields: { userId: 'personId' } } },
      }),
    ],
  })

/**
 * better-auth for the agency's single sign-on: an instance of its own, because it waits for the provider's discovery
 * document, and a provider that does not answer must not hold up those who sign in by password.
 */
export const createSingleSignOn = (parts: AuthParts, oidc: NonNullable<Config['oidc']>) =>
  betterAuth({
    ...commonOptions(parts),
    account: {
      ...commonOptions(parts).account,
      accountLinking: { enabled: true, requireLocalEmailVerified: false, updateUserInfoOnLink: false },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: oidcProvider,
            name: oidc.name,
            discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
            clientId: oidc.clientId,
            clientSecret: oidc.clientSecret,
            scopes: ['openid', 'email', 'profile'],
            requireIdTokenVerification: true,
            disableSignUp: true,
            disableImplicitSignUp: true,
          },
        ],
      }),
    ],
  })

function commonOptions({ config, db, secret, logger }: AuthParts) {
  return {
    appName: 'Khuê',
    baseURL: config.officeUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [config.officeUrl],
    database: { db, type: 'postgres' as const },
    logger: {
      level: 'warn' as const,
      log: (level: string, message: string) =>
        level === 'error' ? logger.warn({ auth: message }, 'sign-in') : logger.debug({ auth: message }, 'sign-in'),
    },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${config.officeUrl}/dang-nhap` },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: 1,
      maxPasswordLength: 128,
    },
    user: { modelName: 'person', validateUserInfo: refuseUnverifiedEmail },
    session: {
      modelName: 'personSession',
      fields: { userId: 'personId' },
      expiresIn: sessionHours * 3600,
      // The idle limit is kept by readSession; better-auth only knows the absolute one.
      disableSessionRefresh: true,
    },
    account: { modelName: 'personAccount', fields: { userId: 'personId' }, encryptOAuthTokens: true },
    verification: { modelName: 'personVerification' },
    advanced: {
      cookiePrefix,
      useSecureCookies: config.officeUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax' as const, httpOnly: true, path: '/' },
    },
    databaseHooks: {
      session: { create: { before: (session: { userId: string }) => refuseDisabled(db, session.userId) } },
      // Sign-in is all the provider is asked for: what it would let us do beyond that is not kept.
      account: { create: { before: forgetTokens }, update: { before: forgetTokens } },
    },
  }
}

async function refuseDisabled(db: Database, personId: string): Promise<void> {
  const person = await db.selectFrom('person').select('disabledAt').where('id', '=', personId).executeTakeFirst()
  if (!person || person.disabledAt) throw new APIError('FORBIDDEN', { code: 'person_disabled', message: 'disabled' })
}

async function forgetTokens<T extends object>(account: T): Promise<{ data: T }> {
  const none = {
    accessToken: null,
    refreshToken: null,
    idToken: null,
    accessTokenExpiresAt: null,
    refreshTokenExpiresAt: null,
  }
  return { data: { ...account, ...none } }
}

/** Whoever the provider names must have proven the address there, at every sign-in. */
const refuseUnverifiedEmail: NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']> = ({
  user,
  source,
}) => (source.method === 'oauth' && !user.emailVerified ? { error: 'email_not_verified' } : undefined)

// Without the letters and digits that look alike on paper.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of 49 bits for the day the telephone is lost. */
function recoveryCodes(): string[] {
  const part = (): string => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: 10 }, () => `${part()}-${part()}`)
}
