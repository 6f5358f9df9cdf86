import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import type { Content } from './content.ts'
import { linksOf, mediaIdsOf } from './content-parts.ts'
import type { State, Transition } from './edition.ts'
import { editionViews, type EditionView } from './edition-view.ts'
import type { PublishFacts } from './why-not-publish.ts'

export type { EditionView } from './edition-view.ts'

/** A connection or an open transaction: reading works in both. */
type Reader = Database | Transaction

/** The edition of this number, whatever its state; who may see it says policy.ts. */
export async function editionById(db: Reader, id: number): Promise<EditionView | undefined> {
  const found = await editionViews(db).where('e.id', '=', id).executeTakeFirst()
  return found
}

/** All versions of an entry, newest first. An entry has few; at most 200 are given. */
export async function editionsOfEntry(db: Reader, entryId: number): Promise<EditionView[]> {
  const found = await editionViews(db)
    .where('e.entryId', '=', entryId)
    .orderBy('e.version', 'desc')
    .limit(200)
    .execute()
  return found
}

/** A text that was kept. */
export interface KeptSave {
  id: number
  editionId: number
  version: number
  revision: number
  kind: 'autosave' | 'save' | 'step' | 'restore' | 'import' | 'conflict'
  personId: string
  name: string
  savedAt: Date
  title: string
}

/** What was kept of an edition, newest first, without the texts; `before`: the number of the last one shown. At most 100. */
export async function savesOfEdition(db: Reader, editionId: number, before?: number): Promise<KeptSave[]> {
  const found = await db
    .selectFrom('editionSave as v')
    .innerJoin('edition as e', 'e.id', 'v.editionId')
    .innerJoin('person as p', 'p.id', 'v.personId')
    .select(['v.id', 'v.editionId', 'e.version', 'v.revision', 'v.kind', 'v.personId', 'p.name', 'v.savedAt'])
    .select(sql<string>`v.content ->> 'title'`.as('title'))
    .where('v.editionId', '=', editionId)
    .$if(before !== undefined, (q) => q.where('v.id', '<', before as number))
    .orderBy('v.id', 'desc')
    .limit(100)
    .execute()
  return found as KeptSave[]
}

/** One kept text, with the edition it belongs to. */
export async function saveById(
  db: Reader,
  id: number,
): Promise<(KeptSave & { entryId: number; content: Content }) | undefined> {
  const found = await db
    .selectFrom('editionSave as v')
    .innerJoin('edition as e', 'e.id', 'v.editionId')
    .innerJoin('person as p', 'p.id', 'v.personId')
    .select([
      'v.id',
      'v.editionId',
      'e.version',
      'e.entryId',
      'v.revision',
      'v.kind',
      'v.personId',
      'p.name',
      'v.savedAt',
      'v.content',
    ])
    .select(sql<string>`v.content ->> 'title'`.as('title'))
    .where('v.id', '=', id)
    .executeTakeFirst()
  return found as (KeptSave & { entryId: number; content: Content }) | undefined
}

/** A step an edition took. `name` is null when the system took it. */
export interface TakenStep {
  id: number
  transition: Transition | 'create' | 'confirm'
  fromState: State | null
  toState: State
  personId: string | null
  name: string | null
  comment: string | null
  at: Date
}

/** The steps of an edition in the order they were taken. */
export async function stepsOfEdition(db: Reader, editionId: number): Promise<TakenStep[]> {
  const found = await db
    .selectFrom('editionStep as t')
    .leftJoin('person as p', 'p.id', 't.personId')
    .select(['t.id', 't.transition', 't.fromState', 't.toState', 't.personId', 'p.name', 't.comment', 't.at'])
    .where('t.editionId', '=', editionId)
    .orderBy('t.id')
    .limit(500)
    .execute()
  return found as TakenStep[]
}

export interface CommentView {
  id: number
  entryId: number
  editionId: number
  version: number
  personId: string
  name: string
  quote: string | null
  body: string
  createdAt: Date
  resolvedBy: string | null
  resolvedByName: string | null
  resolvedAt: Date | null
}

/** What colleagues said on any version of an entry, oldest first; at most 500. */
export const commentsOfEntry = (db: Reader, entryId: number): Promise<CommentView[]> =>
  db
    .selectFrom('editionComment as c')
    .innerJoin('edition as e', 'e.id', 'c.editionId')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .leftJoin('person as r', 'r.id', 'c.resolvedBy')
    .select([
      'c.id',
      'c.entryId',
      'c.editionId',
      'e.version',
      'c.personId',
      'p.name',
      'c.quote',
      'c.body',
      'c.createdAt',
      'c.resolvedBy',
      'r.name as resolvedByName',
      'c.resolvedAt',
    ])
    .where('c.entryId', '=', entryId)
    .orderBy('c.id')
    .limit(500)
    .execute()

/** How long a person counts as being on an edition after they were last seen, in seconds. */
export const presenceSeconds = 45

export interface PersonOn {
  personId: string
  name: string
  seenAt: Date
  /** Typed within the last half minute. */
  typing: boolean
}

/** Who has an edition open now, by name. */
export const peopleOn = (db: Reader, editionId: number): Promise<PersonOn[]> =>
  db
    .selectFrom('editionPresence as o')
    .innerJoin('person as p', 'p.id', 'o.personId')
    .select(['o.personId', 'p.name', 'o.seenAt'])
    .select(sql<boolean>`coalesce(o.typing_at > now() - interval '30 seconds', false)`.as('typing'))
    .where('o.editionId', '=', editionId)
    .where('o.seenAt', '>', sql<Date>`now() - make_interval(secs => ${presenceSeconds})`)
    .orderBy(sql`p.name collate "vi-x-icu"`)
    .execute()

/** What the database knows of what a text names, for whyNot(). */
export async function loadPublishFacts(
  db: Reader,
  edition: { siteId: number; content: Content },
): Promise<PublishFacts> {
  const { siteId, content } = edition
  const sections = await idsIn(content.sectionIds, (ids) =>
    db.selectFrom('section').select('id').where('siteId', '=', siteId).where('id', 'in', ids).execute(),
  )
  const media = await idsIn(mediaIdsOf(content), (ids) =>
    db
      .selectFrom('media')
      .select(['id', 'kind', 'state'])
      .where('siteId', '=', siteId)
      .where('id', 'in', ids)
      .execute(),
  )
  const authors = await idsIn(
    content.credits.map((credit) => credit.authorId),
    (ids) => db.selectFrom('author').select('id').where('id', 'in', ids).execute(),
  )
  const entries = await idsIn(
    linksOf(content.body).flatMap((link) => link.entryId ?? []),
    (ids) =>
      db
        .selectFrom('entry as n')
        .select('n.id')
        .where('n.id', 'in', ids)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('goneItem as g').select('g.entryId').whereRef('g.entryId', '=', 'n.id'))),
        )
        .execute(),
  )
  const numbers = (rows: { id: number }[]): number[] => rows.map((row) => row.id)
  return { sectionIds: numbers(sections), media, authorIds: numbers(authors), entryIds: numbers(entries) }
}

const idsIn = <Row>(ids: readonly number[], find: (ids: number[]) => Promise<Row[]>): Promise<Row[]> =>
  ids.length === 0 ? Promise.resolve([]) : find([...new Set(ids)])

/** Scheduled editions whose time has been over for at least this many seconds, longest first. */
export const dueButNotLive = (
  db: Reader,
  seconds = 5,
): Promise<{ id: number; siteId: number; title: string; scheduledFor: Date | null }[]> =>
  db
    .selectFrom('edition')
    .select(['id', 'siteId', 'title', 'scheduledFor'])
    .where('state', '=', 'scheduled')
    .where('scheduledFor', '<=', sql<Date>`now() - make_interval(secs => ${seconds})`)
    .orderBy('scheduledFor')
    .limit(500)
    .execute()
