import type { FC } from 'hono/jsx'
import { workingDaysLeft } from '../../calendar/deadline.ts'
import type { Calendar } from '../../calendar/working-days.ts'
import { dateOf, isoDayOf } from '../../web/dates.ts'
import { fill, type Language, type Say } from '../../web/message.ts'
import { messages } from './messages.ts'

interface DueTagProps {
  dueAt: Date
  /** The clock stands still while the sender is asked. */
  paused?: boolean
  now: Date
  calendar: Calendar
  say: Say
  language: Language
}

/** How much time is left by the calendar of working days; red once it is over, amber on the last day. */
export const CaseDueTag: FC<DueTagProps> = ({ dueAt, paused, now, calendar, say, language }) => {
  const lastMoment = new Date(dueAt.getTime() - 1)
  if (paused) return <span class="tag">{say(messages.paused)}</span>
  const left = workingDaysLeft({ dueAt, lastDay: isoDayOf(lastMoment) }, now, calendar)
  const [tone, text] =
    left < 0
      ? ['tag-danger', fill(say(messages.lateBy), { n: -left })]
      : left === 0
        ? ['tag-warn', say(messages.dueToday)]
        : [left <= 2 ? 'tag-warn' : '', fill(say(messages.leftDays), { n: left })]
  return (
    <span class={`tag ${tone}`.trim()} title={fill(say(messages.untilDay), { day: dateOf(lastMoment, language) })}>
      {text}
    </span>
  )
}
