import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { seal, type SealingKey } from '../sealing/seal.ts'
import { cleanLine } from '../web/vietnamese.ts'
import type { Channel } from './case.ts'
import type { CaseKind, ClockPurpose } from './kind.ts'
import { receivedMail } from './mails.ts'
import { startClock, type NewClock } from './start-clock.ts'
import { digestOf, newFormToken, trackingCodeOf } from './tracking.ts'

/** Who sends a case, as far as they say. Kept sealed, apart from it. Lines without control characters. */
export interface Sender {
  name?: string
  email?: string
  phone?: string
  address?: string
  /** Number of an identity card; asked for only where the law does. */
  identity?: string
  organisation?: string
  fax?: string
}

/** A case as it arrives, checked by its feature. */
export interface NewCase {
  kind: CaseKind
  siteId: number
  channel: Channel
  language: 'vi' | 'en'
  fieldId?: number
  title: string
  body: string
  sender: Sender
  /** What its kind asks for besides, without anything that names somebody. */
  details?: Record<string, unknown>
  publicWanted?: boolean
  consents?: readonly { purpose: string; given: boolean; textVersion: string }[]
  /** The token its form carried; attachments came under it. */
  formToken?: string
  /** Other rules for its clocks than those of its kind: what is asked for decides how long it may take. */
  rules?: CaseKind['clocks']
  /** Digest of who sends it, from the public face; absent for what the office enters. */
  visitor?: string
  by?: Actor
  /** When it came, where the office writes it down later; never for what readers send. */
  receivedAt?: Date
  /** Why it is suspected, and how much; from `quarantineFrom` on it is held back. */
  suspicion?: { score: number; reasons: readonly string[]; quarantine: boolean }
  /** The function of the database that takes it together with what its kind keeps apart, and what that reads besides; else take_case. */
  taking?: { by: 'take_feedback'; more: Record<string, unknown> }
}

export type Received =
  | { is: 'received' | 'again'; number: string; code: string; caseId: number; dueAt: Date | undefined }
  | { is: 'enough' | 'unknown' }

/** What receiving needs to know besides the case. */
export interface Receiving {
  key: SealingKey
  /** Portal address for links in the mail: https://ba-dinh.example.vn, no trailing slash. */
  origin: string
  siteName: string
}

/**
 * Takes a case in one commit: its clocks, its sealed sender, the mail that tells of it, the audit event. What this answers with
 * 'received' is kept. A form sent again gives the number and the code of the first time, and no second case.
 */
export async function receiveCase(db: Database | Transaction, given: NewCase, receiving: Receiving): Promise<Received> {
  const token = given.formToken ?? newFormToken()
  const startedAt = (given.by && given.receivedAt) ?? new Date()
  const clocks = await clocksOf(db, given, startedAt)
  const { rows: numbers } = await sql<{ number: string }>`select next_case_number() as number`.execute(db)
  const arrived = { token, code: trackingCodeOf(token), number: numbers[0]!.number, startedAt, clocks }
  const doc = await documentOf(given, arrived, receiving)
  const take = sql.id(given.taking?.by ?? 'take_case')
  const { rows } = await sql<{ taken: Taken }>`select ${take}(${JSON.stringify(doc)}::jsonb) as taken`.execute(db)
  const taken = rows[0]!.taken
  if (!('number' in taken)) return taken
  return { is: taken.is, number: taken.number, code: arrived.code, caseId: taken.id, dueAt: dueOf(clocks) }
}

/** What is known of a case once it arrived. */
interface Arrived {
  token: string
  code: string
  number: string
  startedAt: Date
  clocks: readonly NewClock[]
}

function clocksOf(db: Database | Transaction, { kind, rules, siteId }: NewCase, startedAt: Date): Promise<NewClock[]> {
  const purposes = Object.entries({ ...kind.clocks, ...rules }) as [
    ClockPurpose,
    NonNullable<CaseKind['clocks'][ClockPurpose]>,
  ][]
  return Promise.all(purposes.map(([purpose, ruleId]) => startClock(db, { ruleId, purpose, siteId, startedAt })))
}

function dueOf(clocks: readonly NewClock[]): Date | undefined {
  const dueAt = clocks.find(({ purpose }) => purpose === 'answer')?.dueAt
  return dueAt === undefined ? undefined : new Date(dueAt)
}

/** The case as the database takes it (migrations/0040, take_case). */
async function documentOf(given: NewCase, arrived: Arrived, { key, origin, siteName }: Receiving) {
  const { token, code, number, startedAt, clocks } = arrived
  const { kind, sender, suspicion } = given
  const email = cleanLine(sender.email ?? '')
  const mail = receivedMail({ number, code, origin, siteName, dueAt: dueOf(clocks), kind })
  return {
    number,
    kind: kind.name,
    siteId: given.siteId,
    channel: given.channel,
    language: given.language,
    fieldId: given.fieldId ?? null,
    title: kind.sealed ? '' : given.title,
    body: kind.sealed ? '' : given.body,
    sealedWords: kind.sealed ? await seal(key, { title: given.title, body: given.body }) : null,
    details: given.details ?? {},
    publicWanted: given.publicWanted ?? false,
    consents: given.consents ?? [],
    clocks,
    // Always there, since it holds the code the mails of later steps need.
    sender: {
      sealed: await seal(key, { ...sender, code }),
      hasEmail: email !== '',
      hasPhone: Boolean(sender.phone),
    },
    mail: email === '' ? null : { subject: mail.subject, sealed: await seal(key, { to: email, body: mail.body }) },
    trackingHash: digestOf(code).toString('hex'),
    formHash: digestOf(token).toString('hex'),
    visitor: given.visitor ?? null,
    byId: given.by?.id ?? null,
    byName: given.by?.name ?? null,
    receivedAt: startedAt.toISOString(),
    suspect: suspicion?.reasons ?? [],
    suspicion: suspicion?.score ?? 0,
    quarantine: suspicion?.quarantine ?? false,
    ...given.taking?.more,
  }
}

type Taken = { is: 'received' | 'again'; number: string; id: number } | { is: 'enough' | 'unknown' }
