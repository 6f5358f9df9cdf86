import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { lockEntry } from './load-edition.ts'
import { mayRead, mayWrite } from './policy.ts'
import { refuse } from './reason.ts'
import { entryInLanguage, type EntryInLanguage } from './translation-queries.ts'

/** Links two entries of a portal as the Vietnamese and the English version of one matter. Who links may write both. */
export async function linkTranslation(
  tx: Transaction,
  by: Actor,
  act: { entryId: number; otherId: number },
): Promise<void> {
  // Always in the same order, so that two people who link each other's way wait rather than block each other.
  for (const id of [act.entryId, act.otherId].toSorted((a, b) => a - b)) await lockEntry(tx, id)
  const [one, other] = [await writable(tx, by, act.entryId), await writable(tx, by, act.otherId)]
  if (one.siteId !== other.siteId) refuse('link', 'other-portal')
  if (one.language === other.language) refuse('link', 'same-language')
  if (await isLinked(tx, one.entryId)) refuse('link', 'version-exists')
  if (await isLinked(tx, other.entryId)) refuse('link', 'other-linked')
  await insertLink(tx, by, one, other)
  await recordEvent(tx, {
    action: 'entry.translation-linked',
    by,
    subject: { kind: 'entry', id: one.entryId },
    siteId: one.siteId,
    summary: `Liên kết “${one.title}” với “${other.title}”`,
    after: { [one.language]: one.entryId, [other.language]: other.entryId },
  })
}

/** Writes the link of two entries; the Vietnamese one counts as the original and goes first. */
export async function insertLink(
  tx: Transaction,
  by: Actor,
  one: Pick<EntryInLanguage, 'entryId' | 'siteId' | 'language'>,
  other: Pick<EntryInLanguage, 'entryId' | 'siteId' | 'language'>,
): Promise<void> {
  const pair = one.language === 'vi' ? [one, other] : [other, one]
  const groupId = pair[0]!.entryId
  await tx
    .insertInto('entryTranslation')
    .values(pair.map(({ entryId, siteId, language }) => ({ entryId, siteId, language, groupId, linkedBy: by.id })))
    .execute()
}

/** Whether an entry has a version in another language. */
export const isLinked = async (tx: Transaction, entryId: number): Promise<boolean> =>
  (await tx.selectFrom('entryTranslation').select('entryId').where('entryId', '=', entryId).executeTakeFirst()) !==
  undefined

async function writable(tx: Transaction, by: Actor, entryId: number): Promise<EntryInLanguage> {
  const entry = await entryInLanguage(tx, entryId)
  if (!entry || !mayRead(by, entry)) throw new NotFound()
  if (!mayWrite(by, entry)) throw new Forbidden()
  return entry
}
