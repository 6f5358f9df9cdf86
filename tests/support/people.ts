import type { Database } from '../../src/database/connect.ts'
import type { Actor, Role } from '../../src/people/actor.ts'

let made = 0

/** A person with memberships, as the database and as the actor commands take. */
export async function person(
  db: Database,
  name: string,
  memberships: readonly { siteId: number | null; role: Role }[],
): Promise<Actor> {
  const id = `p${++made}-${Math.random().toString(36).slice(2, 8)}`
  const email = `${id}@khue.example`
  await db.insertInto('person').values({ id, name, email, emailVerified: true }).execute()
  for (const { siteId, role } of memberships) {
    await db.insertInto('membership').values({ personId: id, siteId, role, validFrom: '2020-01-01' }).execute()
  }
  return { id, name, email, memberships }
}
