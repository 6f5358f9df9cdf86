import { isCaseKind, type CaseKindName } from '../../cases/kind.ts'
import type { OfficeContext } from '../../office/route.ts'
import { monthOf, monthText, readMonth } from '../../web/dates.ts'

/** The months and the kind an address asks for. */
export interface BoardRange {
  from: string
  until: string
  kind: CaseKindName | undefined
  /** What was typed is no range; the last twelve months are shown instead. */
  wrong: boolean
  /** The same range in an address. */
  query: string
}

const most = 36

/** Reads the range; the last twelve months where none is asked for. */
export function readMonths(c: OfficeContext, now = new Date()): BoardRange {
  const current = monthOf(now)
  const usual = {
    from: monthText({ year: current.year - (current.month === 12 ? 0 : 1), month: (current.month % 12) + 1 }),
    until: monthText(current),
  }
  const [from, until] = [c.req.query('tu') ?? '', c.req.query('den') ?? '']
  const asked = c.req.query('loai')
  const kind = isCaseKind(asked) && asked !== 'sealed_letter' ? asked : undefined
  const first = readMonth(from)
  const last = readMonth(until)
  const length = first && last ? (last.year - first.year) * 12 + last.month - first.month : -1
  const wrong = (from !== '' || until !== '') && (length < 0 || length >= most)
  const range = first && last && !wrong ? { from, until } : usual
  const query = new URLSearchParams({ tu: range.from, den: range.until, ...(kind && { loai: kind }) }).toString()
  return { ...range, kind, wrong, query }
}
