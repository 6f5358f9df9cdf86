import { sql } from 'kysely'
import type { RuleId } from '../calendar/rules.ts'
import type { CaseOutcome, CaseState, Channel } from '../cases/case.ts'
import type { CaseKindName, ClockPurpose } from '../cases/kind.ts'
import { digestOf } from '../cases/tracking.ts'
import type { Database } from '../database/connect.ts'
import type { Duration } from '../calendar/deadline.ts'

/** What who holds the code of a case may see of it. No word of the sender is among it. */
export interface TrackedCase {
  id: number
  number: string
  kind: CaseKindName
  /** The portal it was sent to. */
  siteId: number
  state: CaseState
  outcome: CaseOutcome | null
  channel: Channel
  field: string | null
  fieldEn: string | null
  /** The agency that deals with it now, and its portal. */
  handler: string
  handlerSiteId: number
  division: string | null
  receivedAt: Date
  answeredAt: Date | null
  closedAt: Date | null
  reopened: number
  /** Who sent it was erased: nothing may be added any more. */
  erased: boolean
  /** Cases of others were joined to it, and wait for its answer. */
  leads: boolean
  mergedInto: string | null
  publishedPath: string | null
  /** Set where another portal published it. */
  publishedHost: string | null
  hasEmail: boolean
  reopenDays: number
  clocks: readonly TrackedClock[]
  events: readonly TrackedEvent[]
  /** Questions of the office to the sender. */
  messages: readonly { at: Date; body: string }[]
  answers: readonly TrackedAnswer[]
  rating: string | null
}
export interface TrackedClock {
  purpose: ClockPurpose
  ruleId: RuleId
  pack: string
  basis: unknown
  startedAt: Date
  duration: Duration
  dueAt: Date
  firstDueAt: Date
  state: 'running' | 'met' | 'missed' | 'stopped'
  endedAt: Date | null
  pauses: readonly { from: Date; to: Date | null }[]
  extensions: readonly (Duration & { reason: string; at: Date })[]
}
export interface TrackedEvent {
  at: Date
  step: string
  by: 'person' | 'sender' | 'system'
  facts: Record<string, unknown>
}
export interface TrackedAnswer {
  kind: 'answer' | 'refusal' | 'progress'
  ground: string
  body: string
  at: Date
}

/** The case a code opens; undefined when it opens none. The code as readTrackingCode gives it. */
export async function trackedCase(db: Database, code: string): Promise<TrackedCase | undefined> {
  const { rows } = await sql<{ found: Raw<TrackedCase> | null }>`
    select tracked_case(${digestOf(code)}) as found`.execute(db)
  const found = rows[0]?.found
  if (!found) return undefined
  return {
    ...found,
    receivedAt: new Date(found.receivedAt),
    answeredAt: dateOr(found.answeredAt),
    closedAt: dateOr(found.closedAt),
    clocks: found.clocks.map(clockFrom),
    events: found.events.map((event) => ({ ...event, at: new Date(event.at) })),
    messages: found.messages.map((message) => ({ ...message, at: new Date(message.at) })),
    answers: found.answers.map((answer) => ({ ...answer, at: new Date(answer.at) })),
  }
}

/** Of a row as JSON has it. */
type Raw<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Raw<T[K]> } : T

const dateOr = (text: string | null): Date | null => (text === null ? null : new Date(text))

function clockFrom(raw: Raw<TrackedClock>): TrackedClock {
  const { amount, unit } = raw as unknown as Duration
  return {
    ...raw,
    basis: raw.basis,
    startedAt: new Date(raw.startedAt),
    duration: { amount, unit },
    dueAt: new Date(raw.dueAt),
    firstDueAt: new Date(raw.firstDueAt),
    endedAt: dateOr(raw.endedAt),
    pauses: raw.pauses.map(({ from, to }) => ({ from: new Date(from), to: dateOr(to) })),
    extensions: raw.extensions.map((extension) => ({ ...extension, at: new Date(extension.at) })),
  }
}

/** Whether a reader may still try codes today. */
export const mayTryCodes = (db: Database, visitor: string): Promise<boolean> => tries(db, visitor, false)
/** Counts a code that opened nothing. */
export const countWrongCode = (db: Database, visitor: string): Promise<boolean> => tries(db, visitor, true)

async function tries(db: Database, visitor: string, wrong: boolean): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select case_tries(${visitor}, ${wrong}) as may`.execute(db)
  return rows[0]!.may
}
