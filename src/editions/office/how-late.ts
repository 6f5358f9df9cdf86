import { fill, type Say } from '../../web/message.ts'
import { messages } from './messages.ts'

/** A span of time in one word of size: minutes below an hour, hours below two days, else days. */
export function spanOf(milliseconds: number, say: Say): string {
  const minutes = Math.max(1, Math.floor(Math.abs(milliseconds) / 60_000))
  if (minutes < 60) return fill(say(messages.minutes), { n: minutes })
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? fill(say(messages.hours), { n: hours }) : fill(say(messages.days), { n: Math.floor(hours / 24) })
}

/** How late a step is, or how much time is left. */
export function standingOf(dueAt: Date, now: Date, say: Say): { late: boolean; text: string } {
  const left = dueAt.getTime() - now.getTime()
  return { late: left < 0, text: fill(say(left < 0 ? messages.lateBy : messages.dueIn), { time: spanOf(left, say) }) }
}
