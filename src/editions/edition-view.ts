import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import type { Content } from './content.ts'
import type { Chain, EditionFacts, State } from './edition.ts'

/** One edition with everything its screens show. */
export interface EditionView extends EditionFacts {
  content: Content
  title: string
  genre: string
  language: string
  siteName: string
  siteKey: string
  authorName: string
  authorEmail: string
  createdAt: Date
  updatedAt: Date
  updatedBy: string
  updatedByName: string
  stateSince: Date
  stepDueAt: Date | null
  submittedByName: string | null
  submittedAt: Date | null
  reviewedBy: string | null
  reviewedByName: string | null
  reviewedAt: Date | null
  approvedByName: string | null
  approvedAt: Date | null
  publishedByName: string | null
  publishedAt: Date | null
  endedAt: Date | null
  confirmedByName: string | null
  confirmedAt: Date | null
  withdrawalReason: string | null
  restoredFrom: number | null
  /** Of the entry. */
  isDemo: boolean
  slug: string | null
  firstPublishedAt: Date | null
  /** Current address on its home portal, once it had one. */
  path: string | null
  /** The edition of the same entry that is live now, be it this one. */
  liveEditionId: number | null
}

const columns = [
  'e.id',
  'e.entryId',
  'e.siteId',
  'e.kind',
  'e.version',
  'e.revision',
  'e.authorId',
  'e.submittedBy',
  'e.publishedBy',
  'e.emergencyReason',
  'e.confirmedBy',
  'e.correctionNote',
  'e.approvedBy',
  'e.textAuthors',
  'e.unseenWriters',
  'e.scheduledFor',
  'e.expiresAt',
  'e.title',
  'e.genre',
  'e.language',
  'e.createdAt',
  'e.updatedAt',
  'e.updatedBy',
  'e.stateSince',
  'e.stepDueAt',
  'e.submittedAt',
  'e.reviewedBy',
  'e.reviewedAt',
  'e.approvedAt',
  'e.publishedAt',
  'e.endedAt',
  'e.confirmedAt',
  'e.withdrawalReason',
  'e.restoredFrom',
  's.name as siteName',
  's.key as siteKey',
  'author.name as authorName',
  'author.email as authorEmail',
  'editor.name as updatedByName',
  'n.isDemo',
  'n.slug',
  'n.firstPublishedAt',
] as const

const personName = (column: string) => sql<string | null>`(select name from person where id = ${sql.ref(column)})`

/** Editions as `e`, with all that a view of one shows. */
export const editionViews = (db: Database | Transaction) =>
  db
    .selectFrom('edition as e')
    .innerJoin('entry as n', 'n.id', 'e.entryId')
    .innerJoin('site as s', 's.id', 'e.siteId')
    .innerJoin('person as author', 'author.id', 'e.authorId')
    .innerJoin('person as editor', 'editor.id', 'e.updatedBy')
    .select(columns)
    .select((eb) => [
      eb.ref('e.state').$castTo<State>().as('state'),
      eb.ref('e.chain').$castTo<Chain>().as('chain'),
      eb.ref('e.content').$castTo<Content>().as('content'),
      personName('e.submitted_by').as('submittedByName'),
      personName('e.reviewed_by').as('reviewedByName'),
      personName('e.approved_by').as('approvedByName'),
      personName('e.published_by').as('publishedByName'),
      personName('e.confirmed_by').as('confirmedByName'),
      sql<
        string | null
      >`(select path from address a where a.entry_id = e.entry_id and a.site_id = e.site_id and a.is_current)`.as(
        'path',
      ),
      sql<number | null>`(select l.id from edition l where l.entry_id = e.entry_id and l.state = 'published')`.as(
        'liveEditionId',
      ),
    ])
