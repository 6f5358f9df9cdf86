import { createHash } from 'node:crypto'
import { createChallenge, verifySolution, type Challenge, type Payload } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Database } from '../../database/connect.ts'
import { proofKeys, spendProof } from './intake-queries.ts'

/** Rounds of each attempt, and the beginning that is looked for: 256 attempts on average, some seconds of a simple phone. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 5_000, keyPrefix: '00' } as const

/** How long a challenge may be answered, in milliseconds: longer than anybody types. */
const goodFor = 2 * 3_600_000

/** A new challenge in the protocol of ALTCHA (decision 51), signed with the secret of the day. */
export async function newChallenge(db: Database): Promise<Challenge> {
  const [secret] = await proofKeys(db)
  return createChallenge({
    ...work,
    deriveKey,
    expiresAt: new Date(Date.now() + goodFor),
    hmacSignatureSecret: secret,
  })
}

/** Longest answer that is looked at, in characters. */
const longest = 3_000

/**
 * Whether a form brings the answer to a challenge of ours that is in time and was not used before; uses it up. Whatever else it is
 * proves nothing, and is never an error.
 */
export async function proves(db: Database, secrets: readonly string[], answer: string | undefined): Promise<boolean> {
  const payload = readPayload(answer)
  if (!payload) return false
  for (const hmacSignatureSecret of secrets) {
    const { verified } = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret })
    if (verified) {
      const nonce = `${payload.challenge.parameters.nonce} ${payload.challenge.parameters.salt}`
      return spendProof(db, createHash('sha256').update(nonce).digest())
    }
  }
  return false
}

/** An answer as our script writes it; undefined for anything that asks for other work than ours. */
function readPayload(answer: string | undefined): Payload | undefined {
  if (!answer || answer.length > longest || !/^[A-Za-z0-9+/=]+$/.test(answer)) return undefined
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(answer, 'base64').toString('utf8')) as Payload
    const { algorithm, cost, keyPrefix, keyLength, nonce, salt, expiresAt } = challenge.parameters
    const ours =
      algorithm === work.algorithm &&
      cost === work.cost &&
      keyPrefix === work.keyPrefix &&
      keyLength === 32 &&
      typeof expiresAt === 'number' &&
      [nonce, salt].every((part) => /^[0-9a-f]{32}$/.test(part))
    return ours && typeof challenge.signature === 'string' && Number.isInteger(solution.counter)
      ? { challenge, solution }
      : undefined
  } catch {
    return undefined
  }
}
