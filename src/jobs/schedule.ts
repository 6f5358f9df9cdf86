import type { Recurring } from './worker.ts'

/** Every recurring job, on one page. */
export const schedule: readonly Recurring[] = [
  { name: 'watch-due-editions', cron: '* * * * *' },
  { name: 'send-mail', cron: '* * * * *' },
  { name: 'tidy-editions', cron: '15 * * * *' },
  { name: 'tidy-files', cron: '40 3 * * *' },
]
