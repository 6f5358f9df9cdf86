import type { Database } from '../../src/database/connect.ts'
import type { Body, BodyNode, Content } from '../../src/editions/content.ts'
import { slugOf } from '../../src/web/vietnamese.ts'
import { person } from './people.ts'
import type { TestSite } from './sites.ts'

/** Writes rows that readers see, without the commands of the office: an entry, its edition, its places and addresses. */
export interface LiveBuilder {
  publish(
    site: TestSite,
    given: Partial<Content> & { title: string },
    more?: PublishMore,
  ): Promise<{ entryId: number; path: string; editionId: number }>
  /** Lets an editor of the other portal accept a copy. */
  copy(entryId: number, to: TestSite, sections?: string[]): Promise<string>
  withdraw(entryId: number, reason: string): Promise<void>
  expire(entryId: number): Promise<void>
  picture(site: TestSite, name?: string): Promise<number>
  document(site: TestSite, name: string): Promise<number>
  author(name: string): Promise<{ id: number; slug: string }>
  topic(name: string, summary?: string): Promise<{ id: number; slug: string }>
}
interface PublishMore {
  at?: Date
  updatedAt?: Date
  sections?: string[]
  featured?: boolean
  pinnedUntil?: Date
  correctionNote?: string
}

export const text = (words: string, ...marks: NonNullable<BodyNode['marks']>): BodyNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
})
export const paragraph = (...content: (BodyNode | string)[]): BodyNode => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
})
export const doc = (...content: (BodyNode | string)[]): Body => ({
  type: 'doc',
  content: content.map((one) => (typeof one === 'string' ? paragraph(one) : one)),
})

export async function liveBuilder(db: Database): Promise<LiveBuilder> {
  const author = await person(db, 'Trần Thị Lan', [])
  const approver = await person(db, 'Nguyễn Văn Minh', [])
  let made = 0
  return {
    async publish(site, given, more = {}) {
      const at = more.at ?? new Date(Date.UTC(2026, 10, 1) + made * 60_000)
      const sectionIds = given.sectionIds ?? (more.sections ?? ['tin-tuc']).map((slug) => site.sections[slug]!)
      const content: Content = { ...blank, ...given, sectionIds }
      const slug = content.slug || `${slugOf(content.title)}-${++made}`
      const path = `/bai-viet/${slug}`
      const { id: entryId } = await db
        .insertInto('entry')
        .values({ siteId: site.id, kind: 'article', slug, firstPublishedAt: at, createdBy: author.id })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('placement')
        .values({
          entryId,
          siteId: site.id,
          state: 'home',
          featured: more.featured ?? false,
          pinnedUntil: more.pinnedUntil ?? null,
        })
        .execute()
      await db.insertInto('address').values({ siteId: site.id, path, entryId, isCurrent: true }).execute()
      const { id: editionId } = await db
        .insertInto('edition')
        .values({
          entryId,
          siteId: site.id,
          kind: 'article',
          version: 1,
          state: 'published',
          chain: 'full',
          content: JSON.stringify(content),
          authorId: author.id,
          updatedBy: author.id,
          submittedBy: author.id,
          approvedBy: approver.id,
          approvedAt: at,
          publishedAt: more.updatedAt ?? at,
          publishedBy: approver.id,
          correctionNote: more.correctionNote ?? null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { entryId, path, editionId }
    },
    async copy(entryId, to, sections = ['tin-tuc']) {
      const editor = await person(db, 'Lê Thu Hà', [{ siteId: to.id, role: 'editor' }])
      const { path } = await db
        .selectFrom('address')
        .select('path')
        .where('entryId', '=', entryId)
        .where('isCurrent', '=', true)
        .executeTakeFirstOrThrow()
      await db
        .insertInto('placement')
        .values({ entryId, siteId: to.id, state: 'offered', offeredBy: author.id })
        .execute()
      await db.insertInto('address').values({ siteId: to.id, path, entryId, isCurrent: true }).execute()
      await db
        .updateTable('placement')
        .set({ state: 'accepted', decidedBy: editor.id, sectionIds: sections.map((slug) => to.sections[slug]!) })
        .where('entryId', '=', entryId)
        .where('siteId', '=', to.id)
        .execute()
      return path
    },
    withdraw: (entryId, reason) => end(db, entryId, { state: 'withdrawn', withdrawalReason: reason }),
    expire: (entryId) => end(db, entryId, { state: 'expired' }),
    async picture(site, name = 'anh.jpg') {
      const id = await file(db, {
        siteId: site.id,
        kind: 'image',
        mime: 'image/jpeg',
        name,
        createdBy: author.id,
        width: 1600,
        height: 1000,
        state: 'ready',
        sha256: digest(++made),
      })
      await db
        .insertInto('mediaVariant')
        .values(
          [320, 640, 1280].map((width) => ({
            mediaId: id,
            format: 'webp',
            width,
            height: width / 1.6,
            bytes: width * 40,
          })),
        )
        .execute()
      return id
    },
    document: (site, name) =>
      file(db, {
        siteId: site.id,
        kind: 'document',
        mime: 'application/pdf',
        name,
        createdBy: author.id,
        state: 'ready',
        sha256: digest(++made),
      }),
    author: (name) =>
      db
        .insertInto('author')
        .values({ name, slug: slugOf(name) })
        .returning(['id', 'slug'])
        .executeTakeFirstOrThrow(),
    topic: (name, summary = '') =>
      db
        .insertInto('topic')
        .values({ name, slug: slugOf(name), summary })
        .returning(['id', 'slug'])
        .executeTakeFirstOrThrow(),
  }
}

const blank: Content = {
  title: '',
  summary: '',
  genre: 'news',
  language: 'vi',
  slug: '',
  body: doc('Nội dung.'),
  lead: null,
  gallery: [],
  attachments: [],
  credits: [],
  source: '',
  sourceUrl: '',
  sectionIds: [],
  topicIds: [],
  tags: [],
  relatedIds: [],
}

async function end(db: Database, entryId: number, change: { state: string; withdrawalReason?: string }): Promise<void> {
  await db
    .updateTable('edition')
    .set({ ...change, endedAt: new Date() })
    .where('entryId', '=', entryId)
    .where('state', '=', 'published')
    .execute()
}

interface FileRow {
  siteId: number
  kind: string
  mime: string
  name: string
  createdBy: string
  width?: number
  height?: number
  state: string
  sha256: string
}
const file = async (db: Database, row: FileRow): Promise<number> =>
  (
    await db
      .insertInto('media')
      .values({ ...row, bytes: 2_345_678 })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

const digest = (number: number): string => number.toString(16).padStart(64, '0')
