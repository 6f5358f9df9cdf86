import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import sharp from 'sharp'
import { kinds } from '../src/kinds.ts'
import { recordEvent } from '../src/audit/record-event.ts'
import type { Config } from '../src/config.ts'
import { connect, inTransaction, type Transaction } from '../src/database/connect.ts'
import { linkTranslation } from '../src/editions/link-translation.ts'
import { createLogger } from '../src/logger.ts'
import { openFileStore, type FileStore } from '../src/media/file-store.ts'
import { prepareUpload, type PreparedUpload } from '../src/media/prepare-upload.ts'
import type { Actor } from '../src/people/actor.ts'
import { startKeyring } from '../src/sealing/register-keyring.ts'
import { slugOf } from '../src/web/vietnamese.ts'
import { demoArticles } from './articles.ts'
import { loadHome } from './load-home.ts'
import { loadNetwork, type DemoWorld } from './load-network.ts'
import { loadArticle } from './load-article.ts'
import { loadDesks } from './load-desks.ts'
import { loadReaders } from './load-readers.ts'
import { loadStatistics } from './load-statistics.ts'
import { demoPassword } from './network.ts'

export interface DemoPlace {
  url: string
  config: Config
}

/** Loads units, portals, people, topics and articles in one commit: wholly or not at all. */
export async function loadDemo({ url, config }: DemoPlace): Promise<void> {
  const db = connect(url, 'khue_office', 4)
  try {
    await startKeyring(db, config, createLogger(config.logLevel))
    const files = openFileStore(path.join(config.home, 'files'))
    const pictures = drawPictures()
    const password = await hashPassword(demoPassword)
    await inTransaction(db, async (tx) => {
      const world = await loadNetwork(tx, password)
      await loadArticles(tx, { world, files, pictures })
      await loadHome(tx, world)
      await loadReaders(tx, world)
      await loadDesks(tx, world)
      await loadStatistics(tx, [...world.sites.values()])
      await tx
        .insertInto('setting')
        .values({ key: 'demo', value: JSON.stringify('loaded') })
        .execute()
      await recordEvent(tx, {
        action: 'demo.loaded',
        by: { system: 'khue demo' },
        subject: { kind: 'network', id: 'demo' },
        summary: 'Nạp mạng lưới minh họa',
      })
    })
    await analyse(url)
  } finally {
    await db.destroy()
  }
}

/** Fresh statistics, so the first pages are planned well. */
async function analyse(url: string): Promise<void> {
  const owner = connect(url, 'owner', 1)
  try {
    await sql`analyze`.execute(owner)
  } finally {
    await owner.destroy()
  }
}

const used = (): Set<string> =>
  new Set(
    demoArticles.flatMap((article) =>
      [article.image, ...(article.gallery ?? [])].flatMap((picture) => picture?.file ?? []),
    ),
  )

/** Begins with all of them; each is waited for by the article that shows it, so that drawing and loading share the time. */
function drawPictures(): Map<string, Promise<PreparedUpload>> {
  const draw = async (file: string): Promise<PreparedUpload> => {
    const svg = path.resolve(import.meta.dirname, 'images', file)
    const body = await sharp(svg).resize(1600).jpeg({ quality: 82 }).toBuffer()
    return prepareUpload({ name: file.replace(/\.svg$/, '.jpg'), body })
  }
  const read = async (name: string): Promise<PreparedUpload> =>
    prepareUpload({ name, body: await readFile(path.resolve(import.meta.dirname, 'films', name)) })
  const films = demoArticles.flatMap(({ film }) => (film ? [film.file, film.captions] : []))
  const all = new Map([
    ...[...used()].map((file) => [file, draw(file)] as const),
    ...films.map((name) => [name, read(name)] as const),
  ])
  // One that fails is told by whoever waits for it.
  void Promise.allSettled(all.values())
  return all
}

interface ArticlesIn {
  world: DemoWorld
  files: FileStore
  pictures: ReadonlyMap<string, Promise<PreparedUpload>>
}

async function loadArticles(tx: Transaction, { world, files, pictures }: ArticlesIn): Promise<void> {
  const names = new Set(demoArticles.flatMap((article) => article.authors.map((author) => author.name)))
  const authors = new Map<string, number>()
  for (const name of names) {
    const row = await tx
      .insertInto('author')
      .values({ slug: slugOf(name), name, isDemo: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    authors.set(name, row.id)
  }
  const oldestFirst = demoArticles.toSorted((a, b) => (b.publishedDaysAgo ?? 0) - (a.publishedDaysAgo ?? 0))
  const loaded = new Map<string, { entryId: number; by: Actor }>()
  for (const article of oldestFirst)
    loaded.set(article.key, await loadArticle(tx, { article, world, files, pictures, authors, kinds }))
  for (const { key, translates } of demoArticles) {
    const [one, other] = [loaded.get(translates ?? ''), loaded.get(key)]
    if (one && other) await linkTranslation(tx, one.by, { entryId: one.entryId, otherId: other.entryId })
  }
}
