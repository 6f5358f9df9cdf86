import { dateOf } from '../../web/dates.ts'
import { fill, type Language, type Say } from '../../web/message.ts'
import { serviceOf, type FeedbackState } from '../feedback.ts'
import { messages } from '../public-messages.ts'

/** What is to be said of a report's deadline: in words, and whether it is or was missed. */
export function serviceWords(
  report: { state: FeedbackState; dueAt: Date | null; answeredAt: Date | null },
  { say, language, now }: { say: Say; language: Language; now: Date },
): { text: string; isLate: boolean } | undefined {
  const service = serviceOf(report, now)
  if (service.is === 'none') return undefined
  const values = {
    day: dateOf(service.lastDay, language),
    at: dateOf(report.answeredAt ?? service.lastDay, language),
    n: service.days,
  }
  const whole = service.days > 0
  const message = {
    running: whole ? messages.due : messages.dueSoon,
    late: whole ? messages.late : messages.lateToday,
    met: messages.met,
    missed: whole ? messages.missed : messages.missedSame,
  }[service.is]
  return { text: fill(say(message), values), isLate: service.is === 'late' }
}
