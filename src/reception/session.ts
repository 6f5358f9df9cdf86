import type { Message } from '../web/message.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'

/** A session of reception as it was typed. */
export interface TypedSession {
  startsAt: Date | undefined
  endsAt: Date | undefined
  /** Who receives, by post. */
  host: string
  place: string
  content: string
  participants: string
  online: boolean
  /** Why it is announced later than the law asks; empty where it is not. */
  lateReason: string
}

export interface SessionFault {
  code: string
  message: Message
}

export const sessionLimits = { host: 200, place: 300, long: 1000, reason: 500, weeks: 26 } as const

/** A session with its texts made exact. */
export const exactSession = (typed: TypedSession): TypedSession => ({
  ...typed,
  host: cleanLine(typed.host),
  place: cleanLine(typed.place),
  content: cleanText(typed.content),
  participants: cleanText(typed.participants),
  lateReason: cleanLine(typed.lateReason),
})

/**
 * What stands against a session. `lastDay`: the last day of Vietnam on which it could be announced in time, as 2026-11-23; `today` likewise.
 * One announced later needs a reason, and says so in public (Law on Citizen Reception 42/2013, art. 24, cl. 4).
 */
export function whyNotSession(
  session: TypedSession,
  at: { now: Date; today: string; lastDay?: string },
): SessionFault[] {
  const faults: SessionFault[] = []
  const add = (code: string, vi: string, en: string): void => void faults.push({ code, message: { vi, en } })
  const { startsAt, endsAt } = session
  if (!startsAt) add('startsAt:missing', 'Hãy chọn ngày, giờ bắt đầu.', 'Choose when it begins.')
  else if (startsAt <= at.now)
    add('startsAt:past', 'Giờ bắt đầu phải ở phía sau hiện tại.', 'It must begin in the future.')
  if (!endsAt) add('endsAt:missing', 'Hãy chọn giờ kết thúc.', 'Choose when it ends.')
  else if (startsAt && endsAt <= startsAt)
    add('endsAt:order', 'Giờ kết thúc phải sau giờ bắt đầu.', 'It must end after it begins.')
  else if (startsAt && endsAt.getTime() - startsAt.getTime() > 12 * 3_600_000)
    add('endsAt:long', 'Một buổi tiếp không quá 12 giờ: hãy tách thành nhiều buổi.', 'At most 12 hours.')
  if (session.host === '') add('host:missing', 'Hãy ghi người chủ trì theo chức vụ.', 'Name who receives, by post.')
  for (const [field, value, most] of [
    ['host', session.host, sessionLimits.host],
    ['place', session.place, sessionLimits.place],
    ['content', session.content, sessionLimits.long],
    ['participants', session.participants, sessionLimits.long],
    ['lateReason', session.lateReason, sessionLimits.reason],
  ] as const)
    if (value.length > most) add(`${field}:long`, `Dài quá ${most} ký tự: hãy rút gọn.`, 'Too long.')
  if (at.lastDay !== undefined && at.today > at.lastDay && session.lateReason === '')
    add(
      'lateReason:missing',
      'Buổi tiếp này được công bố muộn hơn luật định: hãy ghi lý do, lý do sẽ hiện trên cổng.',
      'It is announced later than the law asks: say why; the reason is shown in public.',
    )
  return faults
}
