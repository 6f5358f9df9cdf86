import { answerGone } from '../../delivery/errors.tsx'
import { speak } from '../../delivery/language.ts'
import type { DeliveryContext } from '../../delivery/route.ts'
import { dateTimeOf } from '../../web/dates.ts'
import { fill, type Message } from '../../web/message.ts'
import type { GoneArticle } from '../live-queries.ts'
import { messages } from './messages.ts'

/** 410 rather than 404: it was here, so feeds and search engines should forget it now, and readers learn why. */
export function showGone(
  c: DeliveryContext,
  { state, title, reason, at, language }: GoneArticle,
  withdrawn: Message = messages.withdrawn,
): Response | Promise<Response> {
  speak(c, language)
  const { say } = c.var
  const [head, text] =
    state === 'withdrawn' ? [withdrawn, messages.withdrawnAt] : [messages.expired, messages.expiredAt]
  const lines = [
    fill(say(text), { title, at: dateTimeOf(at, language) }),
    ...(reason ? [fill(say(messages.reason), { reason })] : []),
  ]
  return answerGone(c, say(head), lines)
}
