import type { DeliveryContext } from '../../delivery/route.ts'
import { cursorOf } from '../../delivery/pages/list-page.tsx'
import type { Cursor } from '../../editions/live.ts'
import { NotFound } from '../../refusals.ts'
import { readQuery, type Query } from '../../search/read-query.ts'
import { answerCounts, type AnswerCounts, type AnswersOf } from '../live-queries.ts'

/** A list of answers as its address asks for it. */
export interface ListAsked {
  of: AnswersOf
  counts: AnswerCounts
  query: Query | undefined
  after: Cursor | undefined
  /** Address parts, without the place in the list. */
  fieldSlug: string | undefined
  divisionId: number | undefined
  isNetwork: boolean
}

/** Whether the portal is the head of a network, and so lists the answers of all of it. */
export const headsNetwork = ({ parent, hasComponents }: DeliveryContext['var']['site']): boolean =>
  parent === undefined && hasComponents

/** Reads the address of a list. A filter that leads to nothing is no page. Every parameter is looked at, so that the page can be kept. */
export async function readList(c: DeliveryContext): Promise<ListAsked> {
  const { db, site, language } = c.var
  const [words, fieldSlug, division, range] = ['q', 'linh-vuc', 'don-vi', 'pham-vi'].map((name) => c.req.query(name))
  const after = cursorOf(c)
  const isNetwork = range === 'mang-luoi'
  if ((range !== undefined && !isNetwork) || (isNetwork && !headsNetwork(site))) throw new NotFound()
  if (division !== undefined && (isNetwork || !/^[1-9]\d{0,8}$/.test(division))) throw new NotFound()
  const divisionId = division === undefined ? undefined : Number(division)
  const place = { scope: isNetwork ? ('network' as const) : { siteId: site.id }, language, divisionId }
  const fieldId = fieldSlug === undefined ? undefined : await fieldOf(c, fieldSlug)
  const of = { ...place, fieldId }
  const counts = await answerCounts(db, of)
  if (divisionId !== undefined && !counts.divisions.some(({ id }) => id === divisionId) && counts.total === 0)
    throw new NotFound()
  const read = words?.trim() ? readQuery(words) : undefined
  return { of, counts, query: read?.search ? read : undefined, after, fieldSlug, divisionId, isNetwork }
}

async function fieldOf(c: DeliveryContext, slug: string): Promise<number> {
  const found = await c.var.db.selectFrom('caseField').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!found) throw new NotFound()
  return found.id
}

/** Where a list leads with other filters: the Vietnamese address with its parameters. */
export function listAddress(
  asked: Pick<ListAsked, 'query' | 'fieldSlug' | 'divisionId' | 'isNetwork'>,
  other: { fieldSlug?: string | null; divisionId?: number | null; after?: string } = {},
): string {
  const { fieldSlug = asked.fieldSlug, divisionId = asked.divisionId, after } = other
  const query = new URLSearchParams()
  if (divisionId) query.set('don-vi', String(divisionId))
  if (fieldSlug) query.set('linh-vuc', fieldSlug)
  if (asked.isNetwork) query.set('pham-vi', 'mang-luoi')
  if (asked.query) query.set('q', asked.query.typed)
  if (after) query.set('truoc', after)
  const text = query.toString()
  return text ? `/hoi-dap?${text}` : '/hoi-dap'
}
