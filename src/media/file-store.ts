import { createReadStream } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'

/** Bytes on disk under names made of digests; a file is whole or absent. */
export interface FileStore {
  /** Writes and syncs before it resolves, so a row committed afterwards never names a missing file. */
  put(name: string, body: Uint8Array): Promise<void>
  /** Path of a new file for bytes on their way in, on the same disk; whoever asked for it removes it again. */
  incoming(): Promise<string>
  /** Puts a file of `incoming` in its place, whole and synced before it resolves. */
  keep(file: string, name: string): Promise<void>
  /** Size in bytes; undefined when there is no such file. */
  size(name: string): Promise<number | undefined>
  read(name: string, range?: { start: number; end: number }): Readable
  remove(name: string): Promise<void>
  folder: string
}

/** Folder of files on their way in, below the store. */
export const incomingFolder = 'dang-nhan'

const allowed = /^[0-9a-f]{64}(-\d+)?\.[a-z0-9]{1,5}$/

/** Opens the store below a folder. Names are `{sha256}.{ext}` or `{sha256}-{width}.{ext}`; any other is refused. */
export function openFileStore(folder: string): FileStore {
  const place = (name: string): string => {
    if (!allowed.test(name)) throw new Error(`not a file name of the store: ${name}`)
    return path.join(folder, name.slice(0, 2), name)
  }
  return {
    folder,
    async put(name, body) {
      const target = place(name)
      await mkdir(path.dirname(target), { recursive: true })
      const half = `${target}.${process.pid}.${Math.random().toString(36).slice(2)}`
      const file = await open(half, 'w', 0o640)
      try {
        await file.writeFile(body)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(half, target)
      await syncFolder(path.dirname(target))
      await syncFolder(folder)
    },
    async incoming() {
      const place = path.join(folder, incomingFolder)
      await mkdir(place, { recursive: true })
      return path.join(place, `${randomUUID()}.tep`)
    },
    async keep(file, name) {
      const target = place(name)
      await mkdir(path.dirname(target), { recursive: true })
      const half = await open(file, 'r+')
      await half.chmod(0o640)
      await half.sync()
      await half.close()
      await rename(file, target)
      await syncFolder(path.dirname(target))
      await syncFolder(folder)
    },
    async size(name) {
      return (await stat(place(name)).catch(() => undefined))?.size
    },
    read: (name, range) => createReadStream(place(name), range),
    remove: (name) => rm(place(name), { force: true }),
  }
}

/** The name of a new file is lost with the power unless its folder is synced too. Systems that cannot are left alone. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
