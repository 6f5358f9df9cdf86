import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Content } from '../editions/content.ts'
import { cleanLine, slugOf } from '../web/vietnamese.ts'

/** The bylines of these names, made where they are new. Part of importing an entry, whose audit event names it. */
export async function nameAuthors(tx: Transaction, names: readonly string[]): Promise<Content['credits']> {
  const credits: Content['credits'] = []
  for (const name of new Set(names.map((one) => cleanLine(one).slice(0, 200)).filter(Boolean)))
    credits.push({ ...(await nameAuthor(tx, name)), part: 'text' })
  return credits
}

async function nameAuthor(tx: Transaction, name: string): Promise<{ authorId: number; name: string }> {
  // The lock articles take too: the same byline is not made twice.
  await sql`select pg_advisory_xact_lock(hashtext('author:' || lower(${name})))`.execute(tx)
  const known = await tx
    .selectFrom('author')
    .select(['id', 'name'])
    .where(sql`lower(name)`, '=', sql<string>`lower(${name})`)
    .executeTakeFirst()
  if (known) return { authorId: known.id, name: known.name }
  const wanted = slugOf(name)
  const taken = new Set(
    (await tx.selectFrom('author').select('slug').where('slug', 'like', `${wanted}%`).execute()).map((row) => row.slug),
  )
  let slug = wanted
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`
  const { id } = await tx.insertInto('author').values({ name, slug }).returning('id').executeTakeFirstOrThrow()
  return { authorId: id, name }
}
