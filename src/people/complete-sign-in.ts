import { recordEvent } from '../audit/record-event.ts'
import { inTransaction, type Transaction } from '../database/connect.ts'
import { attemptsAllowed, forgetFailures, lockMinutes, type Attempt } from './attempts.ts'
import type { AuthParts, PasswordAuth } from './better-auth.ts'
import { actorById } from './queries.ts'

/** What the parts of sign-in share. */
export interface SignInParts extends AuthParts {
  passwordAuth: PasswordAuth
  /** The token in the session cookie, if we signed it. */
  sessionToken(headers: Headers): Promise<string | undefined>
  sessionCookie: string
}

/** The last step of every way in: the session counts from here, the browser's older one ends, and the log knows. */
export async function completeSignIn(
  tx: Transaction,
  signed: { personId: string; token: string | undefined; old: string | undefined; method: string },
): Promise<void> {
  const actor = await actorById(tx, signed.personId)
  if (!actor || !signed.token) throw new Error('sign-in without a person')
  await forgetFailures(tx, actor.id)
  await tx
    .updateTable('personSession')
    .set({ waitsForCode: false, seenAt: new Date() })
    .where('token', '=', signed.token)
    .execute()
  await tx.deleteFrom('personSession').where('personId', '=', actor.id).where('expiresAt', '<', new Date()).execute()
  if (signed.old) await tx.deleteFrom('personSession').where('token', '=', signed.old).execute()
  await recordEvent(tx, {
    action: 'person.signed-in',
    by: actor,
    subject: { kind: 'person', id: actor.id },
    summary: 'Đăng nhập',
    after: { method: signed.method },
  })
}

/** Records what failed and why: for the auditors, never for the one who tries. */
export async function noteFailure(
  parts: Pick<AuthParts, 'db'>,
  personId: string | undefined,
  reason: string,
  attempt?: Attempt,
): Promise<void> {
  const by = { system: 'Đăng nhập' }
  const subject = { kind: 'person', id: personId ?? 'không rõ' }
  await inTransaction(parts.db, async (tx) => {
    await recordEvent(tx, {
      action: 'person.sign-in-failed',
      by,
      subject,
      summary: 'Đăng nhập không thành công',
      after: { reason },
    })
    if (attempt && attempt.number >= attemptsAllowed) {
      const summary = `Khóa tài khoản ${lockMinutes} phút sau ${attemptsAllowed} lần sai`
      await recordEvent(tx, { action: 'person.locked', by, subject, summary })
    }
  })
}

/** better-auth is handed what it needs of a request and nothing an outsider could steer it with. */
export function onlyNeeded(headers: Headers): Headers {
  const kept = new Headers()
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name)
    if (value) kept.set(name, value.slice(0, 8192))
  }
  return kept
}
