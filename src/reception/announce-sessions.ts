import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { isoDayOf } from '../web/dates.ts'
import { mayKeepReception } from './policy.ts'
import { lastDayFor, receptionRule } from './queries.ts'
import { exactSession, sessionLimits, whyNotSession, type TypedSession } from './session.ts'

const week = 7 * 86_400_000

/**
 * Announces a session, and the same again in the weeks after it (`weeks` in all), at once. The first must be announced as long before
 * as the law asks, or say why not.
 */
export async function announceSessions(
  tx: Transaction,
  by: Actor,
  act: TypedSession & { siteId: number; weeks: number },
): Promise<{ sessionIds: number[] }> {
  const { siteId, weeks } = act
  if (!mayKeepReception(by, siteId)) throw new Forbidden()
  const now = new Date()
  const session = exactSession(act)
  const rule = await receptionRule(tx, siteId, now)
  const lastDay = session.startsAt && lastDayFor(session.startsAt, rule)
  const faults = whyNotSession(session, { now, today: isoDayOf(now), lastDay })
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > sessionLimits.weeks)
    faults.push({
      code: 'weeks:range',
      message: { vi: `Số tuần lặp lại từ 1 đến ${sessionLimits.weeks}.`, en: 'From 1 to 26 weeks.' },
    })
  const { startsAt, endsAt } = session
  if (faults.length > 0 || !startsAt || !endsAt) throw new Refused('reception.announce', faults)
  const late = lastDay !== undefined && isoDayOf(now) > lastDay
  const rows = Array.from({ length: weeks }, (_, index) => ({
    siteId,
    startsAt: new Date(startsAt.getTime() + index * week),
    endsAt: new Date(endsAt.getTime() + index * week),
    host: session.host,
    place: session.place,
    content: session.content,
    participants: session.participants,
    isOnline: session.online,
    lateReason: late && index === 0 ? session.lateReason : null,
    createdBy: by.id,
  }))
  const made = await tx.insertInto('receptionSession').values(rows).returning('id').execute()
  await recordEvent(tx, {
    action: 'reception.announced',
    by,
    siteId,
    subject: { kind: 'reception', id: made[0]!.id },
    summary: `Công bố lịch tiếp công dân: ${session.host}`,
    after: { startsAt, endsAt, host: session.host, weeks, late },
  })
  return { sessionIds: made.map(({ id }) => id) }
}
