import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { NotFound } from '../refusals.ts'
import { mayRead } from './policy.ts'
import { peopleOn, type PersonOn } from './queries.ts'
import type { State } from './edition.ts'

/** Notes that a person has an edition open (and types in it), and tells who else has. No act: it leaves no event. */
export async function notePresence(
  db: Database | Transaction,
  by: Actor,
  act: { editionId: number; typing: boolean },
): Promise<PersonOn[]> {
  const edition = await db
    .selectFrom('edition')
    .select(['siteId', 'authorId', 'state'])
    .where('id', '=', act.editionId)
    .executeTakeFirst()
  if (!edition || !mayRead(by, { ...edition, state: edition.state as State })) throw new NotFound()
  const seen = { seenAt: sql<Date>`now()`, ...(act.typing ? { typingAt: sql<Date>`now()` } : {}) }
  await db
    .insertInto('editionPresence')
    .values({ editionId: act.editionId, personId: by.id, ...seen })
    .onConflict((conflict) => conflict.columns(['editionId', 'personId']).doUpdateSet(seen))
    .execute()
  const people = await peopleOn(db, act.editionId)
  return people.filter((person) => person.personId !== by.id)
}
