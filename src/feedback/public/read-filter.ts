import type { CaseFieldName } from '../../cases/field-queries.ts'
import type { DeliveryContext } from '../../delivery/route.ts'
import { feedbackStates, lateFilter, stateOfSlug, type FeedbackFilterState } from '../feedback.ts'
import type { FeedbackFilter, Ward } from '../live-queries.ts'

/** What a list is narrowed to, as its address says it. */
export interface ChosenFilter {
  filter: FeedbackFilter
  /** Slug of the field, code of the ward, slug of the state; empty: all. */
  field: string
  ward: string
  state: string
}

/** Names of the parameters. The page store keeps pages under them (delivery/store/page-address.ts). */
const names = { field: 'linh-vuc', ward: 'phuong', state: 'tinh-trang' } as const

/** Reads the filter of an address. Undefined when it names a field, ward or state there is none of: no such page. */
export function readFilter(
  c: DeliveryContext,
  fields: readonly CaseFieldName[],
  wards: readonly Ward[],
): ChosenFilter | undefined {
  const asked = {
    field: c.req.query(names.field) ?? '',
    ward: c.req.query(names.ward) ?? '',
    state: c.req.query(names.state) ?? '',
  }
  const field = fields.find(({ slug }) => slug === asked.field)
  const ward = wards.find(({ code }) => code === asked.ward)
  const state = asked.state === '' ? undefined : stateOfSlug(asked.state)
  if ((asked.field && !field) || (asked.ward && !ward) || (asked.state && !state)) return undefined
  return { ...asked, filter: { fieldId: field?.id, unitId: ward?.id, state } }
}

/** Whether anything is chosen. */
export const isNarrowed = ({ field, ward, state }: ChosenFilter): boolean => `${field}${ward}${state}` !== ''

/** The query of an address with this filter, with `?`; empty where nothing is chosen. In the order of the names, as pages are kept. */
export function filterQuery(chosen: Partial<ChosenFilter>, more: Record<string, string> = {}): string {
  const values = { [names.field]: chosen.field, [names.ward]: chosen.ward, [names.state]: chosen.state, ...more }
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString()}`
}

/** The word of an address for a state. */
export const slugOfState = (state: FeedbackFilterState): string =>
  state === 'late' ? lateFilter.slug : feedbackStates[state].slug

export const filterNames = names
