import type { Recurring } from './worker.ts'

/** Every recurring job, on one page. */
export const schedule: readonly Recurring[] = [
  { name: 'watch-due-editions', cron: '* * * * *' },
  { name: 'send-mail', cron: '* * * * *' },
  { name: 'empty-sealed-mails', cron: '50 * * * *' },
  { name: 'empty-deliveries', cron: '*/10 * * * *' },
  { name: 'tidy-editions', cron: '15 * * * *' },
  { name: 'tidy-files', cron: '40 3 * * *' },
  // Twenty minutes after midnight, so that counts still on their way meet the digests of their day; each hour, in case one was missed.
  { name: 'forget-visitors', cron: '20 * * * *' },
  { name: 'forget-raters', cron: '10 * * * *' },
  { name: 'forget-feedback-voices', cron: '12 * * * *' },
  { name: 'forget-case-voices', cron: '12 * * * *' },
  { name: 'count-question-words', cron: '50 3 * * *' },
  { name: 'erase-report-senders', cron: '30 * * * *' },
  { name: 'route-cases', cron: '* * * * *' },
  { name: 'tell-senders', cron: '* * * * *' },
  { name: 'recompute-clocks', cron: '*/2 * * * *' },
  { name: 'watch-clocks', cron: '*/5 * * * *' },
  { name: 'morning-digest', cron: '30 7 * * *' },
  { name: 'close-silent', cron: '45 * * * *' },
  { name: 'clean-attachments', cron: '* * * * *' },
  { name: 'tidy-attachments', cron: '25 * * * *' },
  { name: 'erase-case-senders', cron: '35 * * * *' },
]
