import { sql, type ExpressionBuilder, type SqlBool, type Expression } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import type { DB } from '../database/schema.ts'
import { newsroom, sitesOf, type Actor, type Role } from '../people/actor.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { fold } from '../web/vietnamese.ts'
import { states, type Chain, type State } from './edition.ts'
import { offersFor, type Offer } from './placement-queries.ts'

/** One edition as lists show it. */
export interface EditionRow {
  id: number
  entryId: number
  siteId: number
  siteName: string
  kind: string
  version: number
  state: State
  chain: Chain
  title: string
  genre: string
  language: string
  authorId: string
  authorName: string
  submittedBy: string | null
  publishedBy: string | null
  textAuthors: string[]
  updatedAt: Date
  stateSince: Date
  stepDueAt: Date | null
  scheduledFor: Date | null
  expiresAt: Date | null
  publishedAt: Date | null
  emergencyReason: string | null
  confirmedBy: string | null
  isDemo: boolean
  /** The edition of the same entry that is live now, be it this one. */
  liveEditionId: number | null
}

export interface ArticleFilter {
  /** Words of the title, with or without diacritics; the last may be a beginning. */
  q?: string
  siteId?: number
  state?: State
  kind?: string
  genre?: string
  language?: string
  sectionId?: number
  /** Only those the person wrote or handed in. */
  mine?: boolean
}

type Reader = Database | Transaction
type Rows = ExpressionBuilder<DB & { e: DB['edition']; n: DB['entry'] }, 'e' | 'n'>

const pageSize = 30

/**
 * The texts a person may read, the last changed first: one row per entry (its newest version that was not discarded),
 * or with `state` every edition in that state. `cursor` as given back in `next`.
 */
export async function articleList(db: Reader, actor: Actor, filter: ArticleFilter, cursor?: string): Promise<Page<EditionRow>> {
  const after = readCursor(cursor)
  const found = await rows(db)
    .where((eb) => readable(eb as Rows, actor))
    .where((eb) => eb.and(conditions(eb as Rows, actor, filter)))
    .$if(after !== undefined, (q) => q.where(sql<SqlBool>`(e.updated_at, e.id) < (to_timestamp(${after?.micros}::bigint / 1000000.0), ${after?.id})`))
    .select(sql<string>`(extract(epoch from e.updated_at) * 1000000)::bigint || '-' || e.id`.as('place'))
    .orderBy('e.updatedAt', 'desc')
    .orderBy('e.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const page = pageOf(found, pageSize, (row) => row.place)
  return { ...page, rows: page.rows.map(({ place: _place, ...row }) => row as EditionRow) }
}

/** What waits for a person, what they sent and where it is, what is late. At most fifty rows each; articleList() has the rest. */
export interface Work {
  /** Texts whose next step is this person's. */
  waiting: EditionRow[]
  /** Texts they wrote or handed in that are not live yet. */
  mine: EditionRow[]
  /** Texts of theirs, or waiting for them, past the hours of their step; and due but not live. */
  late: EditionRow[]
  /** Live by emergency, without a second person yet. */
  unconfirmed: EditionRow[]
  offers: Offer[]
}

/** The first page of the office. */
export async function workOf(db: Reader, actor: Actor, now: Date): Promise<Work> {
  const list = (condition: (eb: Rows) => Expression<SqlBool>, order: 'stepDueAt' | 'updatedAt'): Promise<EditionRow[]> =>
    rows(db)
      .where((eb) => condition(eb as Rows))
      .orderBy(order === 'stepDueAt' ? sql`e.step_due_at asc nulls last` : sql`e.updated_at desc`)
      .orderBy('e.id', 'desc')
      .limit(50)
      .execute() as Promise<EditionRow[]>
  const waits = (eb: Rows): Expression<SqlBool> => waitsFor(eb, actor)
  const own = (eb: Rows): Expression<SqlBool> =>
    eb.and([ofPerson(eb, actor), eb('e.state', 'in', ['draft', 'submitted', 'reviewed', 'returned', 'approved', 'scheduled'])])
  const overdue = (eb: Rows): Expression<SqlBool> =>
    eb.or([
      eb.and([eb('e.state', 'in', ['submitted', 'reviewed', 'approved', 'returned']), eb('e.stepDueAt', '<', now)]),
      eb.and([eb('e.state', '=', 'scheduled'), eb('e.scheduledFor', '<', now)]),
    ])
  const heads: readonly Role[] = ['desk_secretary', 'chief_editor']
  return {
    waiting: await list(waits, 'stepDueAt'),
    mine: await list(own, 'updatedAt'),
    late: await list((eb) => eb.and([overdue(eb), eb.or([waits(eb), own(eb), onSites(eb, sitesOf(actor, ...heads))])]), 'stepDueAt'),
    unconfirmed: await list(
      (eb) => eb.and([sql<SqlBool>`e.emergency_reason is not null and e.confirmed_by is null`, onSites(eb, sitesOf(actor, ...heads))]), 'updatedAt'),
    offers: (await offersFor(db, actor, { state: 'offered', direction: 'received' })).rows,
  }
}

/** Scheduled editions whose time has been over for at least this many seconds, longest first. */
export const dueButNotLive = (db: Reader, seconds = 5): Promise<{ id: number; siteId: number; title: string; scheduledFor: Date | null }[]> =>
  db
    .selectFrom('edition')
    .select(['id', 'siteId', 'title', 'scheduledFor'])
    .where('state', '=', 'scheduled')
    .where('scheduledFor', '<=', sql<Date>`now() - make_interval(secs => ${seconds})`)
    .orderBy('scheduledFor')
    .limit(500)
    .execute()

const rows = (db: Reader) =>
  db
    .selectFrom('edition as e')
    .innerJoin('entry as n', 'n.id', 'e.entryId')
    .innerJoin('site as s', 's.id', 'e.siteId')
    .innerJoin('person as p', 'p.id', 'e.authorId')
    .select([
      'e.id', 'e.entryId', 'e.siteId', 's.name as siteName', 'e.kind', 'e.version', 'e.state', 'e.chain', 'e.title', 'e.genre', 'e.language',
      'e.authorId', 'p.name as authorName', 'e.submittedBy', 'e.publishedBy', 'e.textAuthors', 'e.updatedAt', 'e.stateSince', 'e.stepDueAt',
      'e.scheduledFor', 'e.expiresAt', 'e.publishedAt', 'e.emergencyReason', 'e.confirmedBy', 'n.isDemo',
    ])
    .select(sql<number | null>`(select l.id from edition l where l.entry_id = e.entry_id and l.state = 'published')`.as('liveEditionId'))

function onSites(eb: Rows, sites: readonly number[] | 'all'): Expression<SqlBool> {
  if (sites === 'all') return eb.lit(true)
  return sites.length === 0 ? eb.lit(false) : eb('e.siteId', 'in', [...sites])
}

const ofPerson = (eb: Rows, actor: Actor): Expression<SqlBool> => eb.or([eb('e.authorId', '=', actor.id), eb('e.submittedBy', '=', actor.id)])

/** The twin of mayRead() in policy.ts. */
const readable = (eb: Rows, actor: Actor): Expression<SqlBool> =>
  eb.or([
    onSites(eb, sitesOf(actor, 'editor', 'desk_secretary', 'chief_editor', 'auditor')),
    eb.and([onSites(eb, sitesOf(actor, 'contributor')), eb.or([eb('e.authorId', '=', actor.id), eb('e.state', '=', 'published')])]),
  ])

/** Editions whose next step this person's role takes, the second-person rule kept. */
function waitsFor(eb: Rows, actor: Actor): Expression<SqlBool> {
  const notOwn = eb('e.authorId', '<>', actor.id)
  const notSubmitter = sql<SqlBool>`e.submitted_by is distinct from ${actor.id} and not (e.text_authors @> array[${actor.id}])`
  const desk = onSites(eb, sitesOf(actor, 'editor', 'desk_secretary'))
  const chief = onSites(eb, sitesOf(actor, 'chief_editor'))
  const publishers = onSites(eb, sitesOf(actor, 'desk_secretary', 'chief_editor'))
  return eb.or([
    eb.and([eb('e.state', '=', 'submitted'), eb('e.chain', '=', 'full'), desk, notOwn]),
    eb.and([eb('e.state', '=', 'submitted'), eb('e.chain', '=', 'short'), chief, notOwn, notSubmitter]),
    eb.and([eb('e.state', '=', 'reviewed'), chief, notOwn, notSubmitter]),
    eb.and([eb('e.state', '=', 'approved'), publishers]),
    eb.and([eb('e.state', '=', 'returned'), eb('e.authorId', '=', actor.id), onSites(eb, sitesOf(actor, ...newsroom))]),
  ])
}

function conditions(eb: Rows, actor: Actor, filter: ArticleFilter): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = []
  if (filter.state) all.push(eb('e.state', '=', filter.state))
  else all.push(sql<SqlBool>`e.state <> 'discarded' and not exists (select from edition later
    where later.entry_id = e.entry_id and later.version > e.version and later.state <> 'discarded')`)
  if (filter.siteId) all.push(eb('e.siteId', '=', filter.siteId))
  if (filter.kind) all.push(eb('e.kind', '=', filter.kind))
  if (filter.genre) all.push(eb('e.genre', '=', filter.genre))
  if (filter.language) all.push(eb('e.language', '=', filter.language))
  if (filter.sectionId) all.push(sql<SqlBool>`e.content -> 'sectionIds' @> ${String(filter.sectionId)}::jsonb`)
  if (filter.mine) all.push(ofPerson(eb, actor))
  const words = wordsOf(filter.q)
  if (words) all.push(sql<SqlBool>`e.title_words @@ to_tsquery('simple', ${words})`)
  return all
}

/** "Đường Hoà B" → "duong & hoa & b:*"; undefined when nothing but marks was typed. */
function wordsOf(q: string | undefined): string | undefined {
  const words = fold(q ?? '').match(/[a-z0-9]+/g)?.slice(0, 12)
  return words ? `${words.join(' & ')}:*` : undefined
}

function readCursor(cursor: string | undefined): { micros: string; id: number } | undefined {
  const found = /^(\d{1,17})-(\d{1,9})$/.exec(cursor ?? '')
  return found ? { micros: found[1] as string, id: Number(found[2]) } : undefined
}

/** Reads a state from an address. */
export const readState = (text: string | undefined): State | undefined => states.find((state) => state === text)
