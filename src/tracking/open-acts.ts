import type { TrackedCase } from './queries.ts'

/** What the sender may do on the page of a case now. The database decides again (sender_act). */
export interface OpenActs {
  clarify: boolean
  add: boolean
  /** Until when the sender may say that the answer does not satisfy; undefined: not, or no more. */
  reopenUntil: Date | undefined
  rate: boolean
  withdraw: boolean
}

const day = 86_400_000

/** Which acts of the sender are open. */
export function openActsOf(c: TrackedCase, now: Date): OpenActs {
  const until = c.answeredAt && new Date(c.answeredAt.getTime() + c.reopenDays * day)
  if (c.erased) return { clarify: false, add: false, reopenUntil: undefined, rate: false, withdraw: false }
  const mayReopen = c.state === 'answered' && c.reopened === 0 && until !== null && now < until
  return {
    clarify: c.state === 'clarifying',
    add: ['quarantined', 'received', 'assigned', 'submitted'].includes(c.state),
    reopenUntil: mayReopen ? until : undefined,
    rate: c.answeredAt !== null,
    withdraw: !c.leads && ['received', 'assigned', 'clarifying'].includes(c.state),
  }
}
