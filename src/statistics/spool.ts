import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Counts } from './sums.ts'

/** Counts with the name under which they are counted once, however often they are handed on. */
export interface Batch {
  /** The counting process (a UUID) and its number for this batch. */
  process: string
  number: number
  counts: Counts
}

/** Batches on disk while the database is away: a file each, written whole or not at all, never changed. */
export interface Spool {
  /** @throws what the file system says */
  put(batch: Batch): void
  /** Names of what waits, of this process and of others that ended. */
  list(): string[]
  /** 'gone' when another process took it in; 'unreadable' when it is no batch. */
  read(name: string): Batch | 'gone' | 'unreadable'
  remove(name: string): void
  /** Keeps what cannot be counted out of the way, for a person to look at. */
  setAside(name: string): void
}

/** The spool below `home`; several processes may share it. Readable by the program's own user only. */
export function openSpool(home: string): Spool {
  const folder = path.join(home, 'statistics')
  const place = (name: string): string => path.join(folder, name)
  return {
    put(batch) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const name = `${batch.process}-${String(batch.number).padStart(9, '0')}`
      writeFileSync(place(`${name}.part`), JSON.stringify(batch), { mode: 0o600 })
      renameSync(place(`${name}.part`), place(`${name}.json`))
    },
    list() {
      try {
        return readdirSync(folder)
          .filter((name) => name.endsWith('.json'))
          .toSorted()
      } catch {
        return []
      }
    },
    read(name) {
      let text: string
      try {
        text = readFileSync(place(name), 'utf8')
      } catch {
        return 'gone'
      }
      return parse(text) ?? 'unreadable'
    },
    remove: (name) => rmSync(place(name), { force: true }),
    setAside: (name) => renameSync(place(name), place(`${name}.bad`)),
  }
}

function parse(text: string): Batch | undefined {
  try {
    const batch = JSON.parse(text) as Partial<Batch>
    return batch.process && Number.isInteger(batch.number) && batch.counts ? (batch as Batch) : undefined
  } catch {
    return undefined
  }
}
