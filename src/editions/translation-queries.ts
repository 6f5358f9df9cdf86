import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import type { Language } from '../web/message.ts'
import type { State } from './edition.ts'

type Reader = Database | Transaction

/** An entry by its newest version that was not thrown away. */
export interface EntryInLanguage {
  entryId: number
  siteId: number
  editionId: number
  authorId: string
  state: State
  language: Language
  title: string
}

/** The newest version of an entry that was not thrown away. */
export const entryInLanguage = (db: Reader, entryId: number): Promise<EntryInLanguage | undefined> =>
  newest(db).where('e.entryId', '=', entryId).executeTakeFirst()

/** The version of an entry in the other language, where they are linked. */
export const otherVersionOf = (db: Reader, entryId: number): Promise<EntryInLanguage | undefined> =>
  newest(db)
    .where('e.entryId', 'in', (q) =>
      q
        .selectFrom('entryTranslation as mine')
        .innerJoin('entryTranslation as other', 'other.groupId', 'mine.groupId')
        .select('other.entryId')
        .where('mine.entryId', '=', entryId)
        .where('other.entryId', '<>', entryId),
    )
    .executeTakeFirst()

const offered = 50

/** The newest entries of a portal in a language that are linked to none: what could be linked. */
export const unlinkedIn = (
  db: Reader,
  siteId: number,
  language: Language,
): Promise<Pick<EntryInLanguage, 'entryId' | 'title'>[]> =>
  db
    .selectFrom('liveItem as i')
    .select(['i.entryId', 'i.title'])
    .where('i.siteId', '=', siteId)
    .where('i.homeSiteId', '=', siteId)
    .where('i.language', '=', language)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('entryTranslation as t').select('t.entryId').whereRef('t.entryId', '=', 'i.entryId'))),
    )
    .orderBy('i.publishedAt', 'desc')
    .orderBy('i.entryId', 'desc')
    .limit(offered)
    .execute()

/** The entry a public address of a portal leads to. */
export const entryAtAddress = async (db: Reader, siteId: number, path: string): Promise<number | undefined> =>
  (
    await db
      .selectFrom('address')
      .select('entryId')
      .where('siteId', '=', siteId)
      .where('path', '=', path)
      .executeTakeFirst()
  )?.entryId

const newest = (db: Reader) =>
  db
    .selectFrom('edition as e')
    .select(['e.entryId', 'e.siteId', 'e.id as editionId', 'e.authorId', 'e.title'])
    .select((eb) => [
      eb.ref('e.state').$castTo<State>().as('state'),
      eb.ref('e.language').$castTo<Language>().as('language'),
    ])
    .where('e.state', '<>', 'discarded')
    .where(
      sql<boolean>`not exists (select from edition n where n.entry_id = e.entry_id and n.version > e.version and n.state <> 'discarded')`,
    )
