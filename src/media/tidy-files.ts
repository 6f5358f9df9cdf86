import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { inTransaction, type Database } from '../database/connect.ts'
import { storedName, variantName } from './file-kinds.ts'
import { incomingFolder, type FileStore } from './file-store.ts'
import { lockFiles } from './lock-files.ts'

const day = 24 * 3600 * 1000

/**
 * Removes files no row names: left by uploads that did not commit, by removed media, by writes cut off halfway. Only what is older
 * than a day, and never while an upload is between writing a file and naming it. Resolves to the number removed.
 */
export async function tidyFiles(db: Database, files: FileStore, now = new Date()): Promise<{ removed: number }> {
  let removed = await removeLeftBehind(path.join(files.folder, incomingFolder), now)
  for (const folder of await readdir(files.folder).catch(() => [] as string[])) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    const old = await oldFilesIn(path.join(files.folder, folder), now)
    if (old.length > 0) removed += await removeUnnamed(db, files, { folder, names: old })
  }
  return { removed }
}

/** What uploads left that were cut off by the end of their process. */
async function removeLeftBehind(folder: string, now: Date): Promise<number> {
  const names = await oldFilesIn(folder, now)
  for (const name of names) await rm(path.join(folder, name), { force: true })
  return names.length
}

async function oldFilesIn(folder: string, now: Date): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[])
  const old: string[] = []
  for (const name of names) {
    const found = await stat(path.join(folder, name)).catch(() => undefined)
    if (found?.isFile() && now.getTime() - found.mtimeMs > day) old.push(name)
  }
  return old
}

async function removeUnnamed(
  db: Database,
  files: FileStore,
  found: { folder: string; names: readonly string[] },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    await lockFiles(tx, 'alone')
    const digests = [...new Set(found.names.map((name) => name.slice(0, 64)))]
    const media = await tx
      .selectFrom('media')
      .select(['id', 'sha256', 'mime', 'state'])
      .where('sha256', 'in', digests)
      .execute()
    const variants =
      media.length === 0
        ? []
        : await tx
            .selectFrom('mediaVariant')
            .select(['mediaId', 'format', 'width'])
            .where(
              'mediaId',
              'in',
              media.map((row) => row.id),
            )
            .execute()
    const digestOf = new Map(media.map((row) => [row.id, row.sha256]))
    const named = new Set([
      ...media.map(storedName),
      ...variants.map((row) => variantName(digestOf.get(row.mediaId) as string, row)),
    ])
    let removed = 0
    for (const name of found.names) {
      if (named.has(name)) continue
      const file = path.join(files.folder, found.folder, name)
      // Looked at again under the lock: an upload may have brought the same file back a moment ago.
      const stands = await stat(file).catch(() => undefined)
      if (!stands || Date.now() - stands.mtimeMs < 60_000) continue
      await rm(file, { force: true })
      removed++
    }
    return removed
  })
}
