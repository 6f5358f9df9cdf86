import { symmetricDecrypt } from 'better-auth/crypto'
import { recordEvent } from '../audit/record-event.ts'
import { inTransaction } from '../database/connect.ts'
import type { Actor } from './actor.ts'
import { onlyNeeded, type SignInParts } from './complete-sign-in.ts'

/** A factor begun and not yet confirmed: what the authenticator has to be told. */
export interface PendingFactor {
  /** otpauth:// address, for the QR code. */
  uri: string
  /** The same secret to type by hand, in groups of four. */
  secret: string
}

/** The authenticator (TOTP) of the person signed in. */
export interface SecondFactor {
  /** Makes a new secret; it is asked for from the first code on that `confirm` takes. Check the password first. */
  begin(headers: Headers, password: string): Promise<void>
  pending(actor: Actor): Promise<PendingFactor | undefined>
  /** Takes the first code: from now on it is asked for at sign-in. Undefined when the code is wrong. The browser's session is renewed. */
  confirm(
    headers: Headers,
    actor: Actor,
    code: string,
  ): Promise<{ recoveryCodes: string[]; cookies: string[] } | undefined>
  /** New recovery codes; the old ones no longer work. Check the password first. */
  renewRecoveryCodes(headers: Headers, actor: Actor, password: string): Promise<string[]>
}

export function createSecondFactor(parts: SignInParts): SecondFactor {
  const { api } = parts.passwordAuth
  return {
    async begin(headers, password) {
      await api.enableTwoFactor({ body: { password, method: 'totp' }, headers: onlyNeeded(headers) })
    },
    pending: (actor) => pending(parts, actor),
    async confirm(headers, actor, code) {
      // Recovery codes are shown to whoever comes through here, so only a factor just begun may.
      if (!(await pending(parts, actor))) return undefined
      const answer = await api.verifyTOTP({
        body: { code: code.replace(/\s/g, '') },
        headers: onlyNeeded(headers),
        asResponse: true,
      })
      if (!answer.ok) return undefined
      const subject = { kind: 'person', id: actor.id }
      await inTransaction(parts.db, (tx) =>
        recordEvent(tx, {
          action: 'person.second-factor-enrolled',
          by: actor,
          subject,
          summary: 'Bật xác thực hai bước',
        }),
      )
      const { backupCodes } = await api.viewBackupCodes({ body: { userId: actor.id } })
      return { recoveryCodes: backupCodes, cookies: answer.headers.getSetCookie() }
    },
    async renewRecoveryCodes(headers, actor, password) {
      const { backupCodes } = await api.generateBackupCodes({ body: { password }, headers: onlyNeeded(headers) })
      const subject = { kind: 'person', id: actor.id }
      await inTransaction(parts.db, (tx) =>
        recordEvent(tx, {
          action: 'person.recovery-codes-renewed',
          by: actor,
          subject,
          summary: 'Tạo mã dự phòng mới',
        }),
      )
      return backupCodes
    },
  }
}

async function pending(parts: SignInParts, actor: Actor): Promise<PendingFactor | undefined> {
  const row = await parts.db
    .selectFrom('personTwoFactor')
    .select('secret')
    .where('personId', '=', actor.id)
    .where('verified', '=', false)
    .executeTakeFirst()
  if (!row) return undefined
  const { secretConfig } = await parts.passwordAuth.$context
  const secret = base32(Buffer.from(await symmetricDecrypt({ key: secretConfig, data: row.secret })))
  const issuer = issuerOf(parts.config.officeUrl)
  const name = encodeURIComponent(issuer)
  const uri = `otpauth://totp/${name}:${encodeURIComponent(actor.email)}?secret=${secret}&issuer=${name}&digits=6&period=30`
  return { uri, secret: secret.replace(/(.{4})(?=.)/g, '$1 ') }
}

/** What the authenticator shows above the code: several installations may stand side by side in it. */
const issuerOf = (officeUrl: string): string => {
  const { hostname } = new URL(officeUrl)
  return hostname === 'localhost' ? 'Khuê' : `Khuê ${hostname}`
}

/** RFC 4648, without padding: what authenticators read. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}
