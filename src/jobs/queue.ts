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
  /** Takes address and text away from sealed mails that went out a while ago. */
  'empty-sealed-mails': Record<string, never>
  /** Takes away files that were handed over by one-time code, or fetched by nobody in time. */
  'empty-deliveries': Record<string, never>
  /** Forgets presence, preview links and thinned autosaves that are over. */
  'tidy-editions': Record<string, never>
  /** Removes files no row names. */
  'tidy-files': Record<string, never>
  /** Forgets what told the readers of past days apart. */
  'forget-visitors': Record<string, never>
  /** Forgets who rated what on past days. */
  'forget-raters': Record<string, never>
  /** Forgets who said on past days that they met the same as somebody. */
  'forget-feedback-voices': Record<string, never>
  /** Forgets what past days knew of who sent cases. */
  'forget-case-voices': Record<string, never>
  /** Counts how frequent words are in titles of answered questions. */
  'count-question-words': Record<string, never>
  /** Erases who sent reports of errors, after the time their portals keep them. */
  'erase-report-senders': Record<string, never>
  /** Puts the mails about steps of cases into the outbox. */
  'tell-senders': Record<string, never>
  /** Gives new cases to the divisions their fields are routed to. */
  'route-cases': Record<string, never>
  /** Tells the next person of clocks that run out or have. */
  'watch-clocks': Record<string, never>
  /** Mails everyone at a desk what waits this morning. */
  'morning-digest': Record<string, never>
  /** Closes answered cases whose senders said nothing more. */
  'close-silent': Record<string, never>
  /** Works out the deadlines of open cases again, after a change of the calendar or of a rule. */
  'recompute-clocks': Record<string, never>
  /** Cleans the files citizens sent with their cases. */
  'clean-attachments': Record<string, never>
  /** Removes files of forms that were not sent, and encrypted files no row names. */
  'tidy-attachments': Record<string, never>
  /** Erases who sent cases, after the time their kinds are kept. */
  'erase-case-senders': Record<string, never>
}
export type JobName = keyof JobPayloads

export const jobNames = [
  'publish-due-edition',
  'expire-edition',
  'watch-due-editions',
  'derive-images',
  'send-mail',
  'empty-sealed-mails',
  'empty-deliveries',
  'tidy-editions',
  'tidy-files',
  'forget-visitors',
  'forget-raters',
  'forget-feedback-voices',
  'forget-case-voices',
  'count-question-words',
  'erase-report-senders',
  'tell-senders',
  'route-cases',
  'watch-clocks',
  'morning-digest',
  'close-silent',
  'recompute-clocks',
  'clean-attachments',
  'tidy-attachments',
  'erase-case-senders',
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
