import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'

/** What happened: `action` is `noun.participle` ('edition.approved'); before and after hold the values that changed. */
export interface AuditEvent {
  action: string
  /** Who did it; a job or the command line names itself. */
  by: Actor | { system: string }
  subject: { kind: string; id: number | string }
  siteId?: number | null
  /** One line for people, in Vietnamese, without personal data of citizens. */
  summary?: string
  before?: unknown
  after?: unknown
}

/**
 * Appends one event to the audit log, in the caller's commit. Call it last: from here to the commit the log is locked,
 * which keeps the chain of digests in the order of commits.
 */
export async function recordEvent(tx: Transaction, event: AuditEvent): Promise<void> {
  const person = 'system' in event.by ? undefined : event.by
  await tx
    .insertInto('auditEvent')
    .values({
      // Number, time and digests are set by the database (migrations/0007).
      id: 0,
      at: new Date(),
      prevHash: Buffer.alloc(0),
      hash: Buffer.alloc(0),
      actorId: person?.id ?? null,
      actor: person?.name ?? ('system' in event.by ? event.by.system : ''),
      action: event.action,
      subjectKind: event.subject.kind,
      subjectId: String(event.subject.id),
      siteId: event.siteId ?? null,
      summary: event.summary ?? '',
      before: event.before === undefined ? null : JSON.stringify(event.before),
      after: event.after === undefined ? null : JSON.stringify(event.after),
    })
    .execute()
}
