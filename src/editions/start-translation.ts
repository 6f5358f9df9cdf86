import type { Transaction } from '../database/connect.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import type { Content, Kinds } from './content.ts'
import { insertEntry } from './create-entry.ts'
import { insertLink, isLinked } from './link-translation.ts'
import { lockEntry } from './load-edition.ts'
import { mayCreate, mayRead } from './policy.ts'
import { editionById, type EditionView } from './queries.ts'
import { refuse } from './reason.ts'
import { unseenAuthors } from './revise-entry.ts'

/**
 * Begins the version of an entry in the other language, as a draft of the person's that is linked from the start. It takes over
 * structure, pictures, files and the text to be translated; title and summary are left empty, so that it cannot be published
 * before somebody has written them.
 */
export async function startTranslation(
  tx: Transaction,
  by: Actor,
  act: { entryId: number },
  kinds: Kinds,
): Promise<{ entryId: number; editionId: number }> {
  const entry = await lockEntry(tx, act.entryId)
  const source = await sourceOf(tx, by, entry.id)
  if (!mayCreate(by, entry.siteId)) throw new Forbidden()
  const site = await tx.selectFrom('site').select('closedAt').where('id', '=', entry.siteId).executeTakeFirstOrThrow()
  if (site.closedAt) refuse('translate', 'site-closed')
  if (await isLinked(tx, entry.id)) refuse('translate', 'version-exists')
  const kind = kinds.get(source.kind) ?? refuse('translate', 'kind-unknown')
  const content = inOtherLanguage(kind.read(source.content).content)
  const made = await insertEntry(tx, by, {
    siteId: entry.siteId,
    kind: kind.name,
    content,
    textAuthors: unseenAuthors(source),
    isDemo: entry.isDemo,
  })
  const language = content.language === 'vi' ? 'en' : 'vi'
  const { siteId } = entry
  await insertLink(
    tx,
    by,
    { entryId: entry.id, siteId, language },
    { entryId: made.entryId, siteId, language: content.language },
  )
  await recordEvent(tx, {
    action: 'entry.translation-begun',
    by,
    subject: { kind: 'entry', id: made.entryId },
    siteId: entry.siteId,
    summary: `Bắt đầu bản ${content.language === 'en' ? 'tiếng Anh' : 'tiếng Việt'}: “${source.title}”`,
    after: { editionId: made.editionId, from: source.id },
  })
  return made
}

const inOtherLanguage = (content: Content): Content => ({
  ...content,
  language: content.language === 'vi' ? 'en' : 'vi',
  title: '',
  summary: '',
  slug: '',
})

/** What is live, else the newest version that was not thrown away. */
async function sourceOf(tx: Transaction, by: Actor, entryId: number): Promise<EditionView> {
  const found = await tx
    .selectFrom('edition')
    .select('id')
    .where('entryId', '=', entryId)
    .where('state', '<>', 'discarded')
    .orderBy((eb) => eb('state', '=', 'published'), 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const edition = found && (await editionById(tx, found.id))
  if (!edition || !mayRead(by, edition)) throw new NotFound()
  return edition
}
