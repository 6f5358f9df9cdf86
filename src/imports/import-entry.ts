import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Content, Kind, Kinds } from '../editions/content.ts'
import type { FileStore } from '../media/file-store.ts'
import { storeUpload } from '../media/store-upload.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { cleanLine, slugOf } from '../web/vietnamese.ts'
import { contentOf } from './content-of.ts'
import { findSections } from './find-sections.ts'
import { importerId } from './importer.ts'
import { nameAuthors } from './name-authors.ts'
import { mayImport } from './policy.ts'
import type { PreparedItem } from './prepare-item.ts'
import { digestOf, type SourceItem } from './source-item.ts'

export interface EntryToImport extends PreparedItem {
  siteId: number
  runId: number
}
export type Imported =
  | { outcome: 'imported'; entryId: number; path: string; warnings: string[] }
  | { outcome: 'already' | 'differs' }

/**
 * Brings one article that was published elsewhere onto a portal, live, in one commit: pictures, authors, section, entry, old addresses, text.
 * Its author is the system's importer, its approval the importing person's act. An item of the same key is never imported twice.
 * Throws Forbidden, or Refused when nothing can be made of it.
 */
export async function importEntry(
  tx: Transaction,
  by: Actor,
  act: EntryToImport,
  { kinds, files }: { kinds: Kinds; files: FileStore },
): Promise<Imported> {
  if (!mayImport(by, act.siteId)) throw new Forbidden()
  const { siteId, runId, item } = act
  const digest = digestOf(item)
  const claimed = await tx
    .insertInto('importItem')
    .values({ siteId, sourceKey: item.key, digest, runId })
    .onConflict((c) => c.doNothing())
    .returning('sourceKey')
    .executeTakeFirst()
  if (!claimed) {
    const known = await tx
      .selectFrom('importItem')
      .select('digest')
      .where('siteId', '=', siteId)
      .where('sourceKey', '=', item.key)
      .executeTakeFirst()
    return { outcome: known?.digest === digest ? 'already' : 'differs' }
  }
  const kind = kinds.get('article')
  if (!kind) throw new Error('there is no kind article to import into')
  const warnings = [...act.warnings]
  const content = await makeContent(tx, by, act, { kind, files, warnings })
  const entry = await placeEntry(tx, siteId, { item, content, kind }, warnings)
  await publish(tx, by, { siteId, entryId: entry.id, kind: kind.name, content, at: entry.at })
  await tx
    .updateTable('importItem')
    .set({ entryId: entry.id })
    .where('siteId', '=', siteId)
    .where('sourceKey', '=', item.key)
    .execute()
  await recordEvent(tx, {
    action: 'entry.imported',
    by,
    siteId,
    subject: { kind: 'entry', id: entry.id },
    summary: `Nhập bài “${content.title}”`,
    after: { key: item.key, title: content.title, path: entry.path, publishedAt: entry.at.toISOString() },
  })
  return { outcome: 'imported', entryId: entry.id, path: entry.path, warnings }
}

interface Making {
  kind: Kind
  files: FileStore
  warnings: string[]
}

async function makeContent(
  tx: Transaction,
  by: Actor,
  { siteId, item, pictures }: EntryToImport,
  { kind, files, warnings }: Making,
): Promise<Content> {
  const stored = new Map<string, { mediaId: number; alt: string }>()
  for (const [src, { name, body, prepared, alt }] of pictures) {
    const { mediaId, kind: stands } = await storeUpload(tx, by, { siteId, name, body, prepared }, files)
    if (stands === 'image') stored.set(src, { mediaId, alt })
  }
  const { sectionIds, missing } = await findSections(tx, by, siteId, item.sections)
  if (missing.length > 0) warnings.push(`không có chuyên mục ${missing.map((name) => `“${name}”`).join(', ')}`)
  const credits = await nameAuthors(tx, item.authors)
  const { content, dropped } = contentOf(kind, { item, pictures: stored, sectionIds, credits })
  if (dropped.length > 0) warnings.push(`bỏ: ${dropped.join(', ')}`)
  if (content.title === '')
    throw new Refused('entry.import', [{ code: 'title-missing', message: { vi: 'không có tiêu đề' } }])
  return content
}

/** The entry at home on the portal, its address, and its old ones, which redirect. */
async function placeEntry(
  tx: Transaction,
  siteId: number,
  { item, content, kind }: { item: SourceItem; content: Content; kind: Kind },
  warnings: string[],
): Promise<{ id: number; path: string; at: Date }> {
  const now = new Date()
  if (!item.publishedAt) warnings.push('không có ngày đăng: lấy ngày nhập')
  else if (item.publishedAt > now) warnings.push('ngày đăng ở tương lai: lấy ngày nhập')
  const at = item.publishedAt && item.publishedAt <= now ? item.publishedAt : now
  const site = await tx.selectFrom('site').select('isDemo').where('id', '=', siteId).executeTakeFirstOrThrow()
  const slug = await freeSlug(tx, siteId, kind.path, slugOf(item.slug || content.title))
  const { id } = await tx
    .insertInto('entry')
    .values({ siteId, kind: kind.name, slug, firstPublishedAt: at, createdBy: importerId, isDemo: site.isDemo })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('placement').values({ entryId: id, siteId, state: 'home' }).execute()
  const path = `${kind.path}/${slug}`
  await tx.insertInto('address').values({ siteId, path, entryId: id, isCurrent: true }).execute()
  const old = oldAddress(item.link)
  if (old && old !== path) {
    const kept = await tx
      .insertInto('address')
      .values({ siteId, path: old, entryId: id, isCurrent: false })
      .onConflict((c) => c.doNothing())
      .returning('path')
      .executeTakeFirst()
    if (!kept) warnings.push(`địa chỉ cũ ${old} đã dẫn đến bài khác`)
  }
  return { id, path, at }
}

/** Path and query of the old address; the bare root is no address of an article. */
export function oldAddress(link: string): string | undefined {
  if (link === '' || !URL.canParse(link, 'http://old.invalid')) return undefined
  const url = new URL(link, 'http://old.invalid')
  if (!/^https?:$/.test(url.protocol)) return undefined
  const address = `${url.pathname}${url.search}`
  return address === '/' || address.length > 1500 ? undefined : address
}

async function freeSlug(tx: Transaction, siteId: number, base: string, wanted: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext(${`address ${siteId} ${wanted}`}))`.execute(tx)
  const taken = await tx
    .selectFrom('address')
    .select('path')
    .where('siteId', '=', siteId)
    .where('path', 'like', `${base}/${wanted}%`)
    .execute()
  const paths = new Set(taken.map((row) => row.path))
  if (!paths.has(`${base}/${wanted}`)) return wanted
  for (let number = 2; ; number++) if (!paths.has(`${base}/${wanted}-${number}`)) return `${wanted}-${number}`
}

async function publish(
  tx: Transaction,
  by: Actor,
  { siteId, entryId, kind, content, at }: { siteId: number; entryId: number; kind: string; content: Content; at: Date },
): Promise<void> {
  const now = new Date()
  const value = JSON.stringify(content)
  const { id } = await tx
    .insertInto('edition')
    .values({
      entryId,
      siteId,
      kind,
      version: 1,
      state: 'published',
      chain: 'short',
      content: value,
      authorId: importerId,
      updatedBy: importerId,
      approvedBy: by.id,
      approvedAt: now,
      publishedBy: by.id,
      publishedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('editionSave')
    .values({ editionId: id, revision: 1, kind: 'import', content: value, personId: importerId })
    .execute()
  await tx
    .insertInto('editionStep')
    .values({
      editionId: id,
      transition: 'import',
      toState: 'published',
      personId: by.id,
      comment: cleanLine('Nhập từ hệ thống cũ'),
    })
    .execute()
}
