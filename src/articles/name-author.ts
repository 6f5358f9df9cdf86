import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { holds, newsroom, type Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { exactLine } from '../editions/body/exact-text.ts'
import { slugOf } from '../web/vietnamese.ts'

/** Finds the byline of this name, or makes it. Whoever writes on the site may. A byline that was there leaves no audit event. */
export async function nameAuthor(
  tx: Transaction,
  by: Actor,
  act: { siteId: number; name: string },
): Promise<{ id: number; name: string }> {
  if (!holds(by, act.siteId, ...newsroom)) throw new Forbidden()
  const name = exactLine(act.name, 200)
  if (!name) throw new Refused('byline', [{ code: 'author-name-missing', message: { vi: 'Chưa nhập tên tác giả.' } }])
  // Two people naming the same author at once must not make two.
  await sql`select pg_advisory_xact_lock(hashtext('author:' || lower(${name})))`.execute(tx)
  const known = await tx
    .selectFrom('author')
    .select(['id', 'name'])
    .where(sql`lower(name)`, '=', sql<string>`lower(${name})`)
    .executeTakeFirst()
  if (known) return known
  const slug = await freeSlug(tx, slugOf(name))
  const made = await tx.insertInto('author').values({ name, slug }).returning(['id', 'name']).executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'author.created',
    by,
    subject: { kind: 'author', id: made.id },
    siteId: act.siteId,
    summary: `Thêm tác giả “${name}”`,
    after: { name, slug },
  })
  return made
}

async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const taken = new Set(
    (await tx.selectFrom('author').select('slug').where('slug', 'like', `${wanted}%`).execute()).map(
      ({ slug }) => slug,
    ),
  )
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
