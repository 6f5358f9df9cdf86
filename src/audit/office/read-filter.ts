import type { OfficeContext } from '../../office/route.ts'
import { fromLocalInput } from '../../web/dates.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import { readSubject } from '../action-names.ts'
import type { AuditFilter } from '../queries.ts'

/** Names of the fields of the filter form, in the address. */
export const filterNames = ['nguoi', 'viec', 'doi-tuong', 'cong', 'tu', 'den', 'chu'] as const
export type FilterTyped = Partial<Record<(typeof filterNames)[number], string>>

const day = 24 * 3600 * 1000

/** The filter as the address has it; what is no date is named in `errors` and left out. */
export function readFilter(c: OfficeContext): {
  filter: AuditFilter
  typed: FilterTyped
  errors: FilterTyped
  after: string | undefined
} {
  const typed: FilterTyped = {}
  for (const name of filterNames) {
    const value = cleanLine(c.req.query(name) ?? '').slice(0, 200)
    if (value) typed[name] = value
  }
  const errors: FilterTyped = {}
  const dayOf = (name: 'tu' | 'den'): Date | undefined => {
    const text = typed[name]
    const at = text === undefined ? undefined : fromLocalInput(`${text}T00:00`)
    if (text !== undefined && !at) errors[name] = text
    return at
  }
  const to = dayOf('den')
  const subject = typed['doi-tuong'] === undefined ? undefined : readSubject(typed['doi-tuong'])
  const site = Number(typed.cong)
  return {
    filter: {
      person: typed.nguoi,
      action: typed.viec,
      text: typed.chu,
      subjectKind: subject?.kind,
      subjectId: subject?.id,
      siteId: Number.isSafeInteger(site) && site > 0 && site <= 2_147_483_647 ? site : undefined,
      from: dayOf('tu'),
      to: to && new Date(to.getTime() + day),
    },
    typed,
    errors,
    after: c.req.query('sau'),
  }
}

/** Address of the log with this filter. */
export const filtered = (typed: FilterTyped, more: Record<string, string> = {}, path = '/nhat-ky'): string => {
  const query = new URLSearchParams({ ...typed, ...more }).toString()
  return query ? `${path}?${query}` : path
}
