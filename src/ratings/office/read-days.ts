import type { OfficeContext } from '../../office/route.ts'
import type { Days } from '../queries.ts'

/** A day as inputs of type date write it; undefined when there is no such day. */
function readDay(text: string | undefined): string | undefined {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text ?? '')) return undefined
  const at = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? undefined : text
}

/** Today in Viet Nam, so many days back. */
const dayBack = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)

/** The days somebody asked for, or the last thirty; `wrong` when they end before they begin. */
export function readDays(c: OfficeContext): Days & { wrong: boolean } {
  const from = readDay(c.req.query('tu')) ?? dayBack(29)
  const to = readDay(c.req.query('den')) ?? dayBack(0)
  return { from, to, wrong: from > to }
}
