import type { OfficeContext } from '../../office/route.ts'
import { isDay, isoDayOf } from '../../web/dates.ts'
import type { Days } from '../queries.ts'

const readDay = (text = ''): string | undefined => (isDay(text) ? text : undefined)

/** Today in Viet Nam, so many days back. */
const dayBack = (days: number): string => isoDayOf(new Date(Date.now() - days * 86_400_000))

/** The days somebody asked for, or the last thirty; `wrong` when they end before they begin. */
export function readDays(c: OfficeContext): Days & { wrong: boolean } {
  const from = readDay(c.req.query('tu')) ?? dayBack(29)
  const to = readDay(c.req.query('den')) ?? dayBack(0)
  return { from, to, wrong: from > to }
}
