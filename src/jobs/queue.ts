import { fromKysely, PgBoss } from 'pg-boss'
import type { Transaction } from '../database/connect.ts'

/** Every job and what it is given. A job's body is one call; see jobs/schedule.ts for the recurring ones. */
export interface JobPayloads {
  /** Makes a scheduled edition live at its time. */
  'publish-due-edition': { editionId: number }
  /** Ends a live edition whose time is over. */
  'expire-edition': { editionId: number }
  /** Reports and mends what is due but not live. */
  'watch-due-editions': Record<string, never>
  /** Writes the smaller versions of an image. */
  'derive-images': { mediaId: number }
  /** Sends the mails of the outbox that wait. */
  'send-mail': Record<string, never>
  /** Forgets presence, preview links and thinned autosaves that are over. */
  'tidy-editions': Record<string, never>
  /** Removes files no row names. */
  'tidy-files': Record<string, never>
  /** Forgets what told the readers of past days apart. */
  'forget-visitors': Record<string, never>
  /** Forgets who rated what on past days. */
  'forget-raters': Record<string, never>
  /** Erases who sent reports of errors, after the time their portals keep them. */
  'erase-report-senders': Record<string, never>
}
export type JobName = keyof JobPayloads

export const jobNames = [
  'publish-due-edition',
  'expire-edition',
  'watch-due-editions',
  'derive-images',
  'send-mail',
  'tidy-editions',
  'tidy-files',
  'forget-visitors',
  'forget-raters',
  'erase-report-senders',
] as const satisfies readonly JobName[]

/** Enqueues a job that exists if and only if the transaction commits. `after`: not before this time. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayloads[Name],
  after?: Date,
): Promise<void> {
  // A sender of its own for each call: it holds nothing but the caller's transaction.
  const sender = new PgBoss({ db: fromKysely(tx.withoutPlugins()), migrate: false, supervise: false, schedule: false })
  await sender.send(name, payload, { startAfter: after, retryLimit: 5, retryBackoff: true })
}
