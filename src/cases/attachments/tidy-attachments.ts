import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../../database/connect.ts'
import type { FileStore } from '../../media/file-store.ts'
import { encryptedName } from './attachment.ts'

const day = 24 * 3600 * 1000

/**
 * Removes the files of forms that were not sent within a day, then files no row names: left by uploads that did not commit, by
 * cleaning, by writes cut off halfway. Only files older than a day, so none that is on its way. Safe to repeat.
 */
export async function tidyAttachments(
  db: Database,
  files: FileStore,
  now = new Date(),
): Promise<{ drafts: number; files: number }> {
  const drafts = await db
    .deleteFrom('caseAttachment')
    .where('caseId', 'is', null)
    .where('at', '<', new Date(now.getTime() - day))
    .returning('stored')
    .execute()
  for (const { stored } of drafts) await files.remove(encryptedName(stored))
  let removed = 0
  for (const folder of await readdir(files.folder).catch(() => [] as string[])) {
    if (/^[0-9a-f]{2}$/.test(folder)) removed += await removeUnnamed(db, path.join(files.folder, folder), now)
  }
  return { drafts: drafts.length, files: removed }
}

async function removeUnnamed(db: Database, folder: string, now: Date): Promise<number> {
  const old: string[] = []
  for (const name of await readdir(folder)) {
    const found = await stat(path.join(folder, name)).catch(() => undefined)
    if (found?.isFile() && now.getTime() - found.mtimeMs > day) old.push(name)
  }
  if (old.length === 0) return 0
  const named = await db
    .selectFrom('caseAttachment')
    .select('stored')
    .where('state', '<>', 'gone')
    .where('stored', '=', sql<string>`any(${old.map((name) => name.slice(0, 64))}::text[])`)
    .execute()
  const standing = new Set(named.map(({ stored }) => encryptedName(stored)))
  const gone = old.filter((name) => !standing.has(name))
  for (const name of gone) await rm(path.join(folder, name), { force: true })
  return gone.length
}
