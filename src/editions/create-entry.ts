import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import type { Content, Kinds } from './content.ts'
import type { Chain } from './edition.ts'
import { keepText } from './keep-text.ts'
import { refuseOtherLanguage } from './linked-language.ts'
import { mayCreate } from './policy.ts'
import { refuse } from './reason.ts'
import { noteStep } from './take-step.ts'

export interface NewEntry {
  siteId: number
  kind: string
  content?: unknown
  /** Where the text comes from, when it was not typed. */
  origin?: 'import'
  isDemo?: boolean
}

/** Begins an entry with a first draft of it, at home on the site. What the kind does not know of `content` is dropped and named. */
export async function createEntry(
  tx: Transaction,
  by: Actor,
  act: NewEntry,
  kinds: Kinds,
): Promise<{ entryId: number; editionId: number; dropped: string[] }> {
  if (!mayCreate(by, act.siteId)) throw new Forbidden()
  const kind = kinds.get(act.kind) ?? refuse('create', 'kind-unknown')
  const site = await tx.selectFrom('site').select('closedAt').where('id', '=', act.siteId).executeTakeFirst()
  if (!site) throw new NotFound()
  if (site.closedAt) refuse('create', 'site-closed')
  const { content, dropped } =
    act.content === undefined ? { content: kind.empty(), dropped: [] } : kind.read(act.content)
  const { entryId, editionId } = await insertEntry(tx, by, { ...act, kind: kind.name, content })
  await recordEvent(tx, {
    action: 'entry.created',
    by,
    subject: { kind: 'entry', id: entryId },
    siteId: act.siteId,
    summary: `Tạo mới: “${content.title}”`,
    after: { editionId, kind: kind.name },
  })
  return { entryId, editionId, dropped }
}

/** Writes an entry at home on a site with its first draft. The caller has asked policy, and records the event. */
export async function insertEntry(
  tx: Transaction,
  by: Actor,
  entry: NewEntry & { content: Content; textAuthors?: readonly string[]; chain?: Chain },
): Promise<{ entryId: number; editionId: number }> {
  const { siteId, kind, content, textAuthors, chain, origin = 'save', isDemo = false } = entry
  const { id: entryId } = await tx
    .insertInto('entry')
    .values({ siteId, kind, createdBy: by.id, isDemo })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('placement').values({ entryId, siteId, state: 'home' }).execute()
  const editionId = await insertEdition(tx, by, { entryId, siteId, kind, content, textAuthors, chain })
  await keepText(tx, by, { editionId, revision: 1, kind: origin, content })
  return { entryId, editionId }
}

export interface NewEdition {
  entryId: number
  siteId: number
  kind: string
  content: Content
  correctionNote?: string
  restoredFrom?: number
  textAuthors?: readonly string[]
  /** Where something else than the settings of its portal decides which chain it goes through. */
  chain?: Chain
}

/** Writes the next version of an entry, as a draft of the person's, in the chain its site and kind go through. */
export async function insertEdition(tx: Transaction, by: Actor, next: NewEdition): Promise<number> {
  const { textAuthors = [], content, chain, ...rest } = next
  await refuseOtherLanguage(tx, next.entryId, content)
  const last = await tx
    .selectFrom('edition')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('entryId', '=', next.entryId)
    .executeTakeFirst()
  const { id } = await tx
    .insertInto('edition')
    .values({
      ...rest,
      version: (last?.version ?? 0) + 1,
      chain: chain ?? (await chainOf(tx, next.siteId, next.kind)),
      content: JSON.stringify(content),
      textAuthors: [...textAuthors],
      authorId: by.id,
      updatedBy: by.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await noteStep(tx, by, { id, state: null }, { step: 'create', to: 'draft' })
  return id
}

/** The full chain unless the site has chosen the short one for this kind. */
async function chainOf(tx: Transaction, siteId: number, kind: string): Promise<Chain> {
  const found = await tx
    .selectFrom('siteChain')
    .select('chain')
    .where('siteId', '=', siteId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return found?.chain === 'short' ? 'short' : 'full'
}
