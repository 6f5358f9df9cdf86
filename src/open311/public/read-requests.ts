import { readW3cTime } from '../georeport.ts'
import type { ReportsAsked } from '../live-queries.ts'
import { CallRefused } from './call.ts'

const day = 86_400_000
/** The longest span of one call: that of the standard. */
const longestSpan = 90 * day

type Query = (name: string) => string | undefined

const listed = (text: string | undefined): string[] | undefined => {
  const parts = (text ?? '').split(',').flatMap((part) => part.trim() || [])
  return parts.length > 0 ? parts : undefined
}

/** The numbers a call asks for, at most 100; undefined where it asks for none by number. @throws CallRefused. */
export function idsAsked(query: Query): string[] | undefined {
  const ids = listed(query('service_request_id'))
  if (ids && ids.length > 100) throw new CallRefused(400, 'service_request_id: at most 100 at once')
  return ids
}

/** What GET requests narrows its answer to. Without a time, the last 90 days. @throws CallRefused with everything that is wrong. */
export function reportsAsked(query: Query, now: Date): ReportsAsked {
  const wrong: string[] = []
  const time = (name: string): Date | undefined => {
    const text = query(name)?.trim()
    if (!text) return undefined
    const at = readW3cTime(text)
    if (!at) wrong.push(`${name}: not a time of W3C form with its zone, such as 2026-01-31T00:00:00Z`)
    return at
  }
  const [start, end] = [time('start_date'), time('end_date')]
  const from = start ?? new Date((end ?? now).getTime() - longestSpan)
  const until = end ?? (start ? new Date(start.getTime() + longestSpan) : now)
  if (wrong.length === 0 && from > until) wrong.push('start_date is later than end_date')
  if (wrong.length === 0 && until.getTime() - from.getTime() > longestSpan)
    wrong.push('start_date and end_date may not span more than 90 days')
  const status = listed(query('status')?.toLowerCase())
  if (status && !status.every((one) => one === 'open' || one === 'closed')) wrong.push('status: open, closed')
  if (wrong.length > 0) throw new CallRefused(400, ...wrong)
  return { from, until, codes: listed(query('service_code')), status: status as ReportsAsked['status'] }
}
