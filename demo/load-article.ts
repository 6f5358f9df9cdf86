import type { Transaction } from '../src/database/connect.ts'
import { approveEdition } from '../src/editions/approve-edition.ts'
import { commentOnEdition } from '../src/editions/comment-on-edition.ts'
import type { Content, Film, Kinds, Picture } from '../src/editions/content.ts'
import { correctEntry } from '../src/editions/correct-entry.ts'
import { createEntry } from '../src/editions/create-entry.ts'
import { decideOffer } from '../src/editions/decide-offer.ts'
import { discardEdition } from '../src/editions/discard-edition.ts'
import { expireEdition } from '../src/editions/expire-edition.ts'
import { featurePlacement } from '../src/editions/feature-placement.ts'
import { offerEntry } from '../src/editions/offer-entry.ts'
import { publishEdition } from '../src/editions/publish-edition.ts'
import { publishInEmergency } from '../src/editions/publish-in-emergency.ts'
import { returnEdition } from '../src/editions/return-edition.ts'
import { reviewEdition } from '../src/editions/review-edition.ts'
import { scheduleEdition } from '../src/editions/schedule-edition.ts'
import { submitEdition } from '../src/editions/submit-edition.ts'
import { withdrawEdition } from '../src/editions/withdraw-edition.ts'
import type { FileStore } from '../src/media/file-store.ts'
import type { PreparedUpload } from '../src/media/prepare-upload.ts'
import { storeUpload } from '../src/media/store-upload.ts'
import type { Actor, Role } from '../src/people/actor.ts'
import type { DemoArticle, DemoFilm, DemoPicture } from './article.ts'
import type { DemoWorld } from './load-network.ts'
import { bodyOf } from './markup.ts'

export interface DemoLoad {
  article: DemoArticle
  world: DemoWorld
  files: FileStore
  /** Pictures, films and captions by the name of their file. */
  /** Drawn while the articles are loaded. */
  pictures: ReadonlyMap<string, Promise<PreparedUpload>>
  authors: ReadonlyMap<string, number>
  kinds: Kinds
}

/** Takes one demo article through the real lifecycle to the state it shows; then moves its dates into the past. */
export async function loadArticle(tx: Transaction, load: DemoLoad): Promise<{ entryId: number; by: Actor }> {
  const { article, world, kinds } = load
  const siteId = world.sites.get(article.site) as number
  const desk = deskOf(world, siteId)
  const content = await contentOf(tx, load, desk.writer)
  const { entryId, editionId } = await createEntry(tx, desk.writer, { siteId, kind: 'article', content }, kinds)
  await tx.updateTable('entry').set({ isDemo: true }).where('id', '=', entryId).execute()
  await comments(tx, load, editionId)
  await moveTo(tx, { ...load, desk, editionId })
  await backdate(tx, article, entryId)
  if (article.correction) await correct(tx, { ...load, desk, editionId: entryId })
  await placements(tx, { ...load, desk, editionId: entryId })
  return { entryId, by: desk.editor }
}

interface Desk {
  writer: Actor
  editor: Actor
  chief: Actor
  /** Who publishes in an emergency, so that the chief is left to confirm it. */
  secretary: Actor
}

function deskOf(world: DemoWorld, siteId: number): Desk {
  const holder = (...roles: Role[]): Actor => {
    for (const role of roles) {
      const found = [...world.people.values()].find((person) =>
        person.memberships.some((m) => m.siteId === siteId && m.role === role),
      )
      if (found) return found
    }
    throw new Error(`portal ${siteId} has nobody who is ${roles.join(' or ')}`)
  }
  return {
    writer: holder('contributor', 'editor'),
    editor: holder('editor'),
    chief: holder('chief_editor'),
    secretary: holder('desk_secretary', 'chief_editor'),
  }
}

async function contentOf(tx: Transaction, load: DemoLoad, by: Actor): Promise<Partial<Content>> {
  const { article, world } = load
  const siteId = world.sites.get(article.site) as number
  const picture = async (demo: DemoPicture): Promise<Picture> => {
    const prepared = await (load.pictures.get(demo.file) as Promise<PreparedUpload>)
    const stored = await storeUpload(tx, by, { siteId, name: prepared.name, body: prepared.body, prepared }, load.files)
    await tx
      .updateTable('media')
      .set({ state: 'ready', alt: demo.alt, caption: demo.caption, source: demo.credit })
      .where('id', '=', stored.mediaId)
      .execute()
    return { mediaId: stored.mediaId, alt: demo.alt, caption: demo.caption, source: demo.credit }
  }
  const gallery: Picture[] = []
  for (const demo of article.gallery ?? []) gallery.push(await picture(demo))
  const lead = article.image ? await picture(article.image) : null
  const body = bodyOf(article.body)
  if (article.film) {
    const attrs: Film = await filmOf(tx, load, by, { demo: article.film, poster: lead && { mediaId: lead.mediaId } })
    body.content.unshift({ type: 'film', attrs: { ...attrs } })
  }
  return {
    title: article.title,
    summary: article.summary,
    genre: article.genre,
    language: article.language ?? 'vi',
    body,
    lead,
    gallery,
    credits: article.authors.map(({ name, part }) => ({ authorId: load.authors.get(name) as number, name, part })),
    source: article.source,
    sectionIds: [world.sections.get(`${article.site}/${article.section}`) as number],
    topicIds: (article.topics ?? []).map((slug) => world.topics.get(slug) as number),
    tags: [...(article.tags ?? [])],
  }
}

async function filmOf(
  tx: Transaction,
  { article, world, pictures, files }: DemoLoad,
  by: Actor,
  { demo, poster }: { demo: DemoFilm; poster: Film['poster'] },
): Promise<Film> {
  const siteId = world.sites.get(article.site) as number
  const stored = async (file: string): Promise<number> => {
    const prepared = await (pictures.get(file) as Promise<PreparedUpload>)
    return (await storeUpload(tx, by, { siteId, prepared }, files)).mediaId
  }
  return {
    film: { mediaId: await stored(demo.file) },
    poster,
    captions: [{ mediaId: await stored(demo.captions), language: 'vi' }],
    title: demo.title,
    transcript: demo.transcript.map((text) => ({ text })),
  }
}

interface Step extends DemoLoad {
  desk: Desk
  editionId: number
}

async function comments(tx: Transaction, { article, world, kinds: _ }: DemoLoad, editionId: number): Promise<void> {
  for (const { quote, body, by } of article.comments ?? []) {
    await commentOnEdition(tx, world.people.get(by) as Actor, { editionId, quote, body })
  }
  if (article.deskNote) {
    const editor = deskOf(world, world.sites.get(article.site) as number).editor
    await commentOnEdition(tx, editor, { editionId, body: article.deskNote })
  }
}

async function moveTo(tx: Transaction, step: Step): Promise<void> {
  const { article, desk, editionId, kinds } = step
  if (article.emergencyReason) {
    await publishInEmergency(tx, desk.secretary, { editionId, reason: article.emergencyReason }, kinds)
    return
  }
  if (article.state === 'draft') return
  if (article.state === 'discarded') {
    await discardEdition(tx, desk.writer, { editionId }, kinds)
    return
  }
  await submitEdition(tx, desk.writer, { editionId }, kinds)
  if (article.state === 'submitted') return
  if (article.state === 'returned') {
    await returnEdition(
      tx,
      desk.chief,
      { editionId, comment: article.returnComment ?? 'Đề nghị bổ sung nguồn.' },
      kinds,
    )
    return
  }
  const { chain } = await tx.selectFrom('edition').select('chain').where('id', '=', editionId).executeTakeFirstOrThrow()
  if (chain === 'full')
    await reviewEdition(tx, desk.writer === desk.editor ? desk.chief : desk.editor, { editionId }, kinds)
  if (article.state === 'reviewed') return
  await approveEdition(tx, desk.chief, { editionId }, kinds)
  if (article.state === 'approved') return
  if (article.state === 'scheduled') {
    await scheduleEdition(tx, desk.chief, { editionId, at: timeOf(article) }, kinds)
    return
  }
  await publishEdition(tx, desk.chief, { editionId }, kinds)
  if (article.state === 'withdrawn') {
    await withdrawEdition(
      tx,
      desk.chief,
      { editionId, reason: article.withdrawalReason ?? 'Thông tin không còn đúng.' },
      kinds,
    )
  }
  if (article.state === 'expired') await expireEdition(tx, { system: 'khue demo' }, { editionId }, kinds)
}

const day = 86_400_000

/** The time an article names, in Vietnamese time; never in the future for what is already out. */
function timeOf(article: DemoArticle): Date {
  const [hour = 8, minute = 0] = (article.publishedAt ?? '08:00').split(':').map(Number)
  const ago = article.publishedDaysAgo ?? 1
  const vietnam = new Date(Date.now() - ago * day + 7 * 3_600_000)
  const at = Date.UTC(vietnam.getUTCFullYear(), vietnam.getUTCMonth(), vietnam.getUTCDate(), hour - 7, minute)
  return new Date(article.state === 'scheduled' ? at : Math.min(at, Date.now() - 60_000))
}

async function backdate(tx: Transaction, article: DemoArticle, entryId: number): Promise<void> {
  if (!['published', 'withdrawn', 'expired'].includes(article.state)) return
  const at = timeOf(article)
  await tx
    .updateTable('entry')
    .set({ firstPublishedAt: at, createdAt: new Date(at.getTime() - 5 * 3_600_000) })
    .where('id', '=', entryId)
    .execute()
  await tx
    .updateTable('edition')
    .set({ publishedAt: at, createdAt: new Date(at.getTime() - 5 * 3_600_000) })
    .where('entryId', '=', entryId)
    .execute()
}

/** A correction of a live article, through a version of its own. */
async function correct(tx: Transaction, { article, desk, editionId: entryId, kinds }: Step): Promise<void> {
  const { note, daysAgo } = article.correction as NonNullable<DemoArticle['correction']>
  const { editionId } = await correctEntry(tx, desk.editor, { entryId, note }, kinds)
  await submitEdition(tx, desk.editor, { editionId }, kinds)
  const { chain } = await tx.selectFrom('edition').select('chain').where('id', '=', editionId).executeTakeFirstOrThrow()
  if (chain === 'full') await reviewEdition(tx, desk.chief, { editionId }, kinds)
  await approveEdition(tx, desk.chief, { editionId }, kinds)
  await publishEdition(tx, desk.chief, { editionId }, kinds)
  await tx
    .updateTable('edition')
    .set({ publishedAt: new Date(Date.now() - daysAgo * day) })
    .where('id', '=', editionId)
    .execute()
}

async function placements(tx: Transaction, { article, world, desk, editionId: entryId, kinds }: Step): Promise<void> {
  for (const { site, state, reason } of article.offeredTo ?? []) {
    const siteId = world.sites.get(site) as number
    await offerEntry(tx, desk.chief, {
      entryId,
      siteId,
      note: 'Kính đề nghị cổng đăng để bà con toàn Thành phố cùng biết.',
    })
    if (state === 'offered') continue
    const sectionId =
      world.sections.get(`${site}/${article.section}`) ?? (world.sections.get(`${site}/tin-tuc`) as number)
    await decideOffer(
      tx,
      deskOf(world, siteId).editor,
      {
        entryId,
        siteId,
        accept: state === 'accepted',
        note: reason ?? '',
        sectionIds: [sectionId],
      },
      kinds,
    )
  }
  if (!article.featured && !article.pinned) return
  const siteId = world.sites.get(article.site) as number
  const pinnedUntil = article.pinned ? new Date(Date.now() + 30 * day) : null
  await featurePlacement(tx, desk.chief, { entryId, siteId, featured: article.featured ?? false, pinnedUntil })
}
