import type { OfficeContext } from '../../office/route.ts'
import type { CaseState } from '../case.ts'
import { isCaseKind } from '../kind.ts'
import type { QueueFilters } from '../queries.ts'
import { numberOf, withQuery } from './form.tsx'

/** The tabs of a queue, and what each shows. */
export const queueTabs = {
  moi: 'received',
  'dang-xu-ly': 'assigned',
  'cho-bo-sung': 'clarifying',
  'cho-duyet': 'submitted',
  'da-tra-loi': 'done',
  'cach-ly': 'quarantined',
} as const satisfies Record<string, CaseState | 'done'>
export type QueueTab = keyof typeof queueTabs
const isQueueTab = (text: string | undefined): text is QueueTab => text !== undefined && Object.hasOwn(queueTabs, text)

/** What an address of a queue narrows it to. */
export interface QueueView {
  tab: QueueTab
  query: Record<(typeof names)[number], string>
}
const names = ['loai', 'linh-vuc', 'phong', 'can-bo', 'han', 'q'] as const

/** Reads the view out of the query of an address, or of a form that keeps it. */
export function queueViewOf(params: URLSearchParams): QueueView {
  const tab = params.get('muc') ?? undefined
  const query = Object.fromEntries(names.map((name) => [name, (params.get(name) ?? '').trim().slice(0, 200)]))
  return { tab: isQueueTab(tab) ? tab : 'moi', query: query as QueueView['query'] }
}
export const viewOfAddress = (c: OfficeContext): QueueView => queueViewOf(new URL(c.req.url).searchParams)

/** The address of a queue with that view; `more` stands beside it. */
export const queueAddress = (
  siteId: number,
  { tab, query }: QueueView,
  more: Record<string, string | undefined> = {},
): string => withQuery(`/cong/${siteId}/ho-so`, { muc: tab === 'moi' ? undefined : tab, ...query, ...more })

const dues: Readonly<Record<string, QueueFilters['due']>> = {
  'qua-han': 'overdue',
  'hom-nay': 'today',
  '3-ngay': 'soon',
}

/** What a view asks the queue for. */
export const filtersOf = ({ tab, query }: QueueView): QueueFilters => ({
  state: queueTabs[tab],
  kind: isCaseKind(query.loai) ? query.loai : undefined,
  fieldId: numberOf(query['linh-vuc']),
  divisionId: numberOf(query.phong),
  officerId: query['can-bo'] || undefined,
  due: Object.hasOwn(dues, query.han) ? dues[query.han] : undefined,
  text: query.q || undefined,
})
