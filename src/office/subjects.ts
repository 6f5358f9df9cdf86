import type { Database } from '../database/connect.ts'
import type { Subject } from './route.ts'

type FindSite = (db: Database, id: number) => Promise<number | null | undefined>

const tables = {
  site: (db, id) => db.selectFrom('site').select('id as siteId').where('id', '=', id).executeTakeFirst(),
  entry: (db, id) => db.selectFrom('entry').select('siteId').where('id', '=', id).executeTakeFirst(),
  edition: (db, id) => db.selectFrom('edition').select('siteId').where('id', '=', id).executeTakeFirst(),
  section: (db, id) => db.selectFrom('section').select('siteId').where('id', '=', id).executeTakeFirst(),
  media: (db, id) => db.selectFrom('media').select('siteId').where('id', '=', id).executeTakeFirst(),
  membership: (db, id) => db.selectFrom('membership').select('siteId').where('id', '=', id).executeTakeFirst(),
  comment: (db, id) =>
    db
      .selectFrom('editionComment as c')
      .innerJoin('edition as e', 'e.id', 'c.editionId')
      .select('e.siteId')
      .where('c.id', '=', id)
      .executeTakeFirst(),
  // A placement is decided by the site it was offered to: the address carries that site as /:placement, with the entry beside it.
  placement: (db, id) => db.selectFrom('site').select('id as siteId').where('id', '=', id).executeTakeFirst(),
  // Whoever deals with a case now; who may see it among them is for its own policy (src/cases/policy.ts).
  case: (db, id) =>
    db.selectFrom('citizenCase').select('handlingSiteId as siteId').where('id', '=', id).executeTakeFirst(),
} satisfies Record<Subject, (db: Database, id: number) => Promise<{ siteId: number | null } | undefined>>

/** The site a subject belongs to; null: to the network; undefined: there is no such subject. */
export const siteOfSubject =
  (subject: Subject): FindSite =>
  async (db, id) =>
    (await tables[subject](db, id))?.siteId
