import { sql, type ExpressionBuilder, type SqlBool, type Expression } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import type { DB } from '../database/schema.ts'
import { newsroom, sitesOf, type Actor, type Role } from '../people/actor.ts'
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
  unseenWriters: string[]
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

type Reader = Database | Transaction
type Rows = ExpressionBuilder<DB & { e: DB['edition']; n: DB['entry'] }, 'e' | 'n'>

/** What waits for a person, what they sent and where it is, what is late. At most fifty rows each; the list of texts has the rest. */
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
  const list = (
    condition: (eb: Rows) => Expression<SqlBool>,
    order: 'stepDueAt' | 'updatedAt',
  ): Promise<EditionRow[]> =>
    rows(db)
      .where((eb) => condition(eb as Rows))
      .orderBy(order === 'stepDueAt' ? sql`e.step_due_at asc nulls last` : sql`e.updated_at desc`)
      .orderBy('e.id', 'desc')
      .limit(50)
      .execute() as Promise<EditionRow[]>
  const waits = (eb: Rows): Expression<SqlBool> => waitsFor(eb, actor)
  const own = (eb: Rows): Expression<SqlBool> =>
    eb.and([
      ofPerson(eb, actor),
      eb('e.state', 'in', ['draft', 'submitted', 'reviewed', 'returned', 'approved', 'scheduled']),
    ])
  const overdue = (eb: Rows): Expression<SqlBool> =>
    eb.or([
      eb.and([eb('e.state', 'in', ['submitted', 'reviewed', 'approved', 'returned']), eb('e.stepDueAt', '<', now)]),
      eb.and([eb('e.state', '=', 'scheduled'), eb('e.scheduledFor', '<', now)]),
    ])
  const heads: readonly Role[] = ['desk_secretary', 'chief_editor']
  return {
    waiting: await list(waits, 'stepDueAt'),
    mine: await list(own, 'updatedAt'),
    late: await list(
      (eb) => eb.and([overdue(eb), eb.or([waits(eb), own(eb), onSites(eb, sitesOf(actor, ...heads))])]),
      'stepDueAt',
    ),
    unconfirmed: await list(
      (eb) =>
        eb.and([
          sql<SqlBool>`e.emergency_reason is not null and e.confirmed_by is null`,
          onSites(eb, sitesOf(actor, ...heads)),
        ]),
      'updatedAt',
    ),
    offers: (await offersFor(db, actor, { state: 'offered', direction: 'received' })).rows,
  }
}

/** What a row of a list shows of an edition `e`, its entry `n`, site `s` and author `p`. */
export const rowColumns = [
  'e.id',
  'e.entryId',
  'e.siteId',
  's.shortName as siteName',
  'e.kind',
  'e.version',
  'e.state',
  'e.chain',
  'e.title',
  'e.genre',
  'e.language',
  'e.authorId',
  'p.name as authorName',
  'e.submittedBy',
  'e.publishedBy',
  'e.textAuthors',
  'e.unseenWriters',
  'e.updatedAt',
  'e.stateSince',
  'e.stepDueAt',
  'e.scheduledFor',
  'e.expiresAt',
  'e.publishedAt',
  'e.emergencyReason',
  'e.confirmedBy',
  'n.isDemo',
] as const

/** The live edition of the same entry, where there is one. */
export const liveEditionId = sql<
  number | null
>`(select l.id from edition l where l.entry_id = e.entry_id and l.state = 'published')`.as('liveEditionId')

const rows = (db: Reader) =>
  db
    .selectFrom('edition as e')
    .innerJoin('entry as n', 'n.id', 'e.entryId')
    .innerJoin('site as s', 's.id', 'e.siteId')
    .innerJoin('person as p', 'p.id', 'e.authorId')
    .select(rowColumns)
    .select(liveEditionId)

function onSites(eb: Rows, sites: readonly number[] | 'all'): Expression<SqlBool> {
  if (sites === 'all') return eb.lit(true)
  return sites.length === 0 ? eb.lit(false) : eb('e.siteId', 'in', [...sites])
}

const ofPerson = (eb: Rows, actor: Actor): Expression<SqlBool> =>
  eb.or([eb('e.authorId', '=', actor.id), eb('e.submittedBy', '=', actor.id)])

/** Editions whose next step this person's role takes, the second-person rule kept. */
function waitsFor(eb: Rows, actor: Actor): Expression<SqlBool> {
  const notOwn = eb('e.authorId', '<>', actor.id)
  const notSubmitter = sql<SqlBool>`e.submitted_by is distinct from ${actor.id} and not (e.text_authors || e.unseen_writers @> array[${actor.id}])`
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

/** Reads a state from an address. */
export const readState = (text: string | undefined): State | undefined => states.find((state) => state === text)
