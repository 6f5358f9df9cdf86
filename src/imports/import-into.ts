import path from 'node:path'
import { inTransaction, type Database } from '../database/connect.ts'
import type { Kinds } from '../editions/content.ts'
import type { Logger } from '../logger.ts'
import type { FileStore } from '../media/file-store.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { contentOf } from './content-of.ts'
import { ImportRefused } from './decode-text.ts'
import { matchSections } from './find-sections.ts'
import { importEntry } from './import-entry.ts'
import { ensureImporter } from './importer.ts'
import { openSource, type FoundItem, type Source } from './open-source.ts'
import { mayImport } from './policy.ts'
import { prepareItem, type PreparedItem } from './prepare-item.ts'
import { emptyReport, type ImportReport } from './report.ts'
import { digestOf } from './source-item.ts'

export interface ImportOptions {
  /** Connected as khue_office. */
  db: Database
  files: FileStore
  kinds: Kinds
  /** Key of the portal. */
  site: string
  /** A file or a folder. */
  path: string
  /** The importing person: must be able to approve on the portal. */
  by: Actor
  dryRun: boolean
  onProgress?: (done: number, total: number) => void
  logger?: Logger
}

/**
 * Imports a file or folder into a portal, article by article, each in one commit. What a broken-off run brought is not brought again.
 * The whole source is read and found sound before the first article is written. A dry run writes nothing.
 * Throws ImportRefused (a sentence for people) or Forbidden.
 */
export async function importInto(options: ImportOptions): Promise<ImportReport> {
  const site = await options.db.selectFrom('site').select('id').where('key', '=', options.site).executeTakeFirst()
  if (!site) throw new ImportRefused(`Không có cổng nào mang mã ${options.site}.`)
  if (!mayImport(options.by, site.id)) throw new Forbidden()
  const source = await openSource(options.path)
  const report = emptyReport(path.basename(path.resolve(options.path)), source.format, options.dryRun)
  report.encodings = source.encodings
  report.total = source.total
  const runId = options.dryRun ? 0 : await beginRun(options, site.id, source)
  let done = 0
  options.onProgress?.(0, source.total)
  for await (const found of source.items()) {
    await take(options, { siteId: site.id, runId, root: source.root, found }, report)
    options.onProgress?.(++done, source.total)
  }
  if (!options.dryRun) {
    await options.db
      .updateTable('importRun')
      .set({ finishedAt: new Date(), report: JSON.stringify(report) })
      .where('id', '=', runId)
      .execute()
    options.logger?.info(
      { site: options.site, format: source.format, imported: report.imported.length, leftOut: report.leftOut.length },
      'import finished',
    )
  }
  return report
}

function beginRun({ db, path: given, by }: ImportOptions, siteId: number, { format }: Source): Promise<number> {
  return inTransaction(db, async (tx) => {
    await ensureImporter(tx)
    const { id } = await tx
      .insertInto('importRun')
      .values({ siteId, source: path.basename(path.resolve(given)), format, startedBy: by.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

interface Place {
  siteId: number
  runId: number
  root: string
  found: FoundItem
}

async function take(
  options: ImportOptions,
  { siteId, runId, root, found: { item, besides } }: Place,
  report: ImportReport,
): Promise<void> {
  const { key, title } = item
  const leaveOut = (why: string): void => void report.leftOut.push({ key, title, why })
  if (item.leaveOut) return leaveOut(item.leaveOut)
  if (title === '') return leaveOut('không có tiêu đề')
  const known = await options.db
    .selectFrom('importItem')
    .select('digest')
    .where('siteId', '=', siteId)
    .where('sourceKey', '=', key)
    .executeTakeFirst()
  if (known) {
    if (known.digest === digestOf(item)) report.already++
    else report.differs.push({ key, title })
    return
  }
  const prepared = await prepareItem(item, root, besides)
  if (options.dryRun) return tryOut(options, siteId, prepared, report)
  try {
    const result = await inTransaction(options.db, (tx) =>
      importEntry(tx, options.by, { ...prepared, siteId, runId }, options),
    )
    if (result.outcome === 'imported') {
      report.imported.push({ key, title, path: result.path })
      for (const what of result.warnings) report.warnings.push({ key, title, what })
    } else if (result.outcome === 'already') report.already++
    else report.differs.push({ key, title })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    leaveOut(error.reasons.join(' '))
  }
}

/** What an import would say of an item, without writing. */
async function tryOut(
  { db, kinds }: ImportOptions,
  siteId: number,
  { item, pictures, warnings }: PreparedItem,
  report: ImportReport,
): Promise<void> {
  const { key, title } = item
  const kind = kinds.get('article')
  if (!kind) throw new Error('there is no kind article to import into')
  const rows = await db.selectFrom('section').select(['id', 'slug', 'name']).where('siteId', '=', siteId).execute()
  const { sectionIds, missing } = matchSections(rows, item.sections)
  // Any number stands for a picture that would be stored.
  const stood = new Map([...pictures].map(([src, { alt }]) => [src, { mediaId: 1, alt }]))
  const { dropped } = contentOf(kind, { item, pictures: stood, sectionIds, credits: [] })
  report.imported.push({ key, title, path: '' })
  const all = [
    ...warnings,
    ...(missing.length > 0 ? [`không có chuyên mục ${missing.map((name) => `“${name}”`).join(', ')}`] : []),
    ...(sectionIds.length === 0 ? ['sẽ vào chuyên mục “Tin nhập”'] : []),
    ...(dropped.length > 0 ? [`bỏ: ${dropped.join(', ')}`] : []),
    ...(item.publishedAt ? [] : ['không có ngày đăng: lấy ngày nhập']),
  ]
  for (const what of all) report.warnings.push({ key, title, what })
}
