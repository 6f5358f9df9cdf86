import type { Recurring } from './worker.ts'

/** Every recurring job, on one page. */
export const schedule: readonly Recurring[] = [
  { name: 'watch-due-editions', cron: '* * * * *' },
  { name: 'send-mail', cron: '* * * * *' },
  { name: 'tidy-editions', cron: '15 * * * *' },
  { name: 'tidy-files', cron: '40 3 * * *' },
  // Twenty minutes after midnight, so that counts still on their way meet the digests of their day; each hour, in case one was missed.
  { name: 'forget-visitors', cron: '20 * * * *' },
  { name: 'forget-raters', cron: '10 * * * *' },
  { name: 'erase-report-senders', cron: '30 * * * *' },
]
