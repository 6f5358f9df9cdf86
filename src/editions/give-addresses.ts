import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import { slugOf } from '../web/vietnamese.ts'
import type { Content, Kind } from './content.ts'

/**
 * Gives an entry its address on its home and on every portal that accepted it, before its edition goes live: the slug asked for,
 * with `-2`, `-3` where another entry has it. An address once given stays: when the slug changes, the old one leads to the new.
 * Without a slug asked for, an entry keeps the address it has however its title changes.
 */
export async function giveAddresses(
  tx: Transaction,
  entry: { id: number; siteId: number; slug: string | null },
  kind: Kind,
  content: Content,
): Promise<void> {
  const wanted = content.slug ? slugOf(content.slug) : (entry.slug ?? slugOf(content.title))
  const placements = await tx
    .selectFrom('placement')
    .select('siteId')
    .where('entryId', '=', entry.id)
    .where('state', 'in', ['home', 'accepted'])
    .orderBy('siteId')
    .execute()
  for (const { siteId } of placements) {
    const slug = await giveAddress(tx, { entryId: entry.id, siteId }, kind, wanted)
    if (siteId === entry.siteId && slug !== entry.slug)
      await tx.updateTable('entry').set({ slug }).where('id', '=', entry.id).execute()
  }
}

/** Gives an entry an address on one portal, and tells the slug it got. */
export async function giveAddress(
  tx: Transaction,
  at: { entryId: number; siteId: number },
  kind: Kind,
  wanted: string,
): Promise<string> {
  for (let count = 1; ; count++) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`
    const path = pathOf(kind, slug)
    const owner = await tx
      .selectFrom('address')
      .select('entryId')
      .where('siteId', '=', at.siteId)
      .where('path', '=', path)
      .executeTakeFirst()
    if (owner ? owner.entryId === at.entryId : await takeFreePath(tx, at, path)) {
      await makeCurrent(tx, at, path)
      return slug
    }
  }
}

/** The public path of a slug: /bai-viet/… */
export const pathOf = (kind: Kind, slug: string): string => `/${kind.path.replace(/^\/|\/$/g, '')}/${slug}`

/** False when another commit takes it at the same moment: the insert waits for that commit, and yields to it. */
async function takeFreePath(tx: Transaction, at: { entryId: number; siteId: number }, path: string): Promise<boolean> {
  const taken = await tx
    .insertInto('address')
    .values({ ...at, path, isCurrent: false })
    .onConflict((conflict) => conflict.columns(['siteId', 'path']).doNothing())
    .returning('path')
    .executeTakeFirst()
  return taken !== undefined
}

async function makeCurrent(tx: Transaction, at: { entryId: number; siteId: number }, path: string): Promise<void> {
  const here = tx.updateTable('address').where('siteId', '=', at.siteId).where('entryId', '=', at.entryId)
  await here.set({ isCurrent: false }).where('path', '<>', path).where('isCurrent', '=', true).execute()
  await here.set({ isCurrent: true }).where('path', '=', path).where('isCurrent', '=', sql.lit(false)).execute()
}
