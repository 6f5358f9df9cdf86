import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from '../../logger.ts'
import type { PublicSite } from '../route.ts'
import type { StoredPage, StoreWatcher } from './page-store.ts'
import { asBuffer } from './press-page.ts'

/** A copy on disk of what a process holds, for the case that it has to start while the database is away. */
export interface Snapshot extends StoreWatcher {
  learnt(host: string, site: PublicSite): void
  /** Changes were heard of until now. */
  heard(): void
  /** What is there to go on with; undefined when there is nothing, or it was last true too long ago. */
  read(): Promise<{ pages: StoredPage[]; sites: [string, PublicSite][] } | undefined>
  /** Writes what is waiting to be written. */
  settle(): Promise<void>
}

/** Nothing older is shown: changes missed since then are not known (milliseconds). */
const longestTrusted = 24 * 3_600_000
const markName = 'heard'
/** Raised whenever what is written here changes its shape; older copies are left alone. */
const format = 1

/** Whether a folder holds pages one may go on with. */
export function holdsPages(folder: string): boolean {
  try {
    if (Date.now() - statSync(path.join(folder, markName)).mtimeMs > longestTrusted) return false
    return readdirSync(folder).some((name) => fileName.test(name))
  } catch {
    return false
  }
}
const fileName = /^[0-9a-f]{40}$/

/**
 * One file for each page and each portal below `folder`. A page that is dropped is removed before anything else happens; a page
 * that comes is written behind the readers' backs. A disk that fails ends the copying, never the serving.
 */
export function openSnapshot(folder: string, logger: Logger): Snapshot {
  const waiting = new Map<string, StoredPage | [string, PublicSite]>()
  let writing: Promise<void> | undefined
  let generation = 0
  let broken = false

  const giveUp = (error: unknown): void => {
    broken = true
    waiting.clear()
    logger.error({ err: error, folder }, 'the copy of held pages cannot be kept: a restart without database finds none')
  }
  const safely = (work: () => void): void => {
    if (broken) return
    try {
      work()
    } catch (error) {
      giveUp(error)
    }
  }
  const writeAll = async (): Promise<void> => {
    for (const [name, thing] of waiting) {
      const begun = generation
      const half = path.join(folder, `${name}.half`)
      try {
        await writeFile(half, encode(thing))
      } catch (error) {
        // The folder was put away meanwhile.
        if (begun !== generation) continue
        return giveUp(error)
      }
      // What was dropped while it was written is no longer waiting, and must not appear.
      if (begun === generation && waiting.get(name) === thing) {
        waiting.delete(name)
        safely(() => renameSync(half, path.join(folder, name)))
      } else if (begun === generation) safely(() => unlinkSync(half))
    }
  }
  const write = (name: string, thing: StoredPage | [string, PublicSite]): void => {
    if (broken) return
    waiting.set(name, thing)
    writing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(writeAll).finally(() => {
      writing = undefined
    })
  }
  const remove = (name: string): void => {
    if (!waiting.delete(name)) safely(() => rmSync(path.join(folder, name), { force: true }))
  }
  safely(() => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  return {
    kept: (page) => write(nameIn(page), page),
    gone: (page) => remove(nameIn(page)),
    cleared() {
      generation++
      waiting.clear()
      safely(() => putAway(folder))
    },
    learnt: (host, site) => write(nameIn([host, site]), [host, site]),
    heard: () => safely(() => mark(path.join(folder, markName))),
    read: async () => (broken ? undefined : readFolder(folder, logger)),
    settle: async () => writing,
  }
}

/** Renamed in one step, so that nothing of it is ever found again; removed at leisure. */
function putAway(folder: string): void {
  const old = `${folder}.old-${process.pid}-${Date.now()}`
  renameSync(folder, old)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  rm(old, { recursive: true, force: true }).catch(() => {})
}

function mark(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    writeFileSync(file, '')
  }
}

const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40)
const nameIn = (thing: StoredPage | [string, PublicSite]): string =>
  nameOf(Array.isArray(thing) ? `host ${thing[0]}` : `${thing.siteId} ${thing.name}`)

/** First line: what it is, as JSON, with the lengths of the two compressed forms that follow. */
function encode(thing: StoredPage | [string, PublicSite]): Buffer {
  if (Array.isArray(thing)) return Buffer.from(`${JSON.stringify({ format, host: thing[0], site: thing[1] })}\n`)
  const { gzip, brotli } = thing
  const bodiless = { ...thing, gzip: undefined, brotli: undefined, redrawing: undefined }
  const head = JSON.stringify({ format, page: bodiless, lengths: [gzip.length, brotli.length] })
  return Buffer.concat([Buffer.from(`${head}\n`), asBuffer(gzip), asBuffer(brotli)])
}

interface Head {
  format: number
  host?: string
  site?: PublicSite
  page?: Omit<StoredPage, 'gzip' | 'brotli' | 'redrawing'>
  lengths?: [number, number]
}

function decode(bytes: Buffer): StoredPage | [string, PublicSite] | undefined {
  const end = bytes.indexOf(10)
  const { format: written, host, site, page, lengths } = JSON.parse(bytes.toString('utf8', 0, end)) as Head
  if (written !== format) return undefined
  if (host !== undefined && site) return [host, site]
  if (!page || !lengths || bytes.length !== end + 1 + lengths[0] + lengths[1]) return undefined
  const middle = end + 1 + lengths[0]
  const [gzip, brotli] = [bytes.toString('latin1', end + 1, middle), bytes.toString('latin1', middle)]
  return { ...page, gzip, brotli, redrawing: false }
}

async function readFolder(folder: string, logger: Logger): ReturnType<Snapshot['read']> {
  if (!holdsPages(folder)) return undefined
  const pages: StoredPage[] = []
  const sites: [string, PublicSite][] = []
  for (const name of readdirSync(folder)) {
    if (!fileName.test(name)) continue
    try {
      const thing = decode(await readFile(path.join(folder, name)))
      // A file that was brought here from elsewhere, or under another name, is no copy of ours.
      if (!thing || name !== nameIn(thing)) continue
      if (Array.isArray(thing)) sites.push(thing)
      else pages.push(thing)
    } catch (error) {
      logger.warn({ err: error, file: name }, 'a held page could not be read back')
    }
  }
  return sites.length > 0 ? { pages, sites } : undefined
}
