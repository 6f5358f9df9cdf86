import { mkdtemp, rm } from 'node:fs/promises'
import { connect as connectSocket, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleContent, newsroomOf, type Newsroom } from '../../../tests/support/articles.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { miniMp4 } from '../../../tests/support/films.ts'
import { readConfig } from '../../config.ts'
import { inTransaction } from '../../database/connect.ts'
import { createDelivery } from '../../delivery/delivery.tsx'
import type { Content, Film } from '../../editions/content.ts'
import { createLogger } from '../../logger.ts'
import { findLive } from '../../search/queries.ts'
import { readQuery } from '../../search/read-query.ts'
import { publicFiles } from '../../web/public-files.ts'
import { fileUrl } from '../address.ts'
import { openFileStore, type FileStore } from '../file-store.ts'
import { mediaPublicRoutes } from '../public.ts'
import { storeUpload } from '../store-upload.ts'

let database: TestDatabase
let desk: Newsroom
let files: FileStore
let port: number
let server: ReturnType<typeof serve>
let film: number
let captions: number

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  files = openFileStore(await mkdtemp(path.join(os.tmpdir(), 'khue-films-')))
  const delivery = createDelivery({
    config: readConfig({}),
    db: database.delivery,
    logger: createLogger('silent'),
    files,
    publicFiles: publicFiles(path.resolve(import.meta.dirname, '../../../public')),
    health: { whyNotReady: async () => undefined },
    routes: mediaPublicRoutes,
  })
  server = serve({ fetch: delivery.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
  film = await store('Lễ hội làng.mp4', miniMp4())
  captions = await store('Lễ hội làng.srt', Buffer.from('1\n00:00:00,500 --> 00:00:02,000\nTrống hội vang lên'))
})
afterAll(async () => {
  server.close()
  await database.drop()
  await rm(files.folder, { recursive: true, force: true })
})

const store = async (name: string, body: Buffer): Promise<number> =>
  (await inTransaction(database.db, (tx) => storeUpload(tx, desk.editor, { siteId: desk.ward.id, name, body }, files)))
    .mediaId

/** What a request written by hand is answered with, byte for byte: no client library mends the path or the headers. */
function send(lines: readonly string[]): Promise<{ status: number; head: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket(port, '127.0.0.1', () =>
      socket.write([...lines, 'Host: ba-dinh.test', 'Connection: close', '', ''].join('\r\n')),
    )
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    socket.on('error', reject)
    socket.on('close', () => {
      const whole = Buffer.concat(parts)
      const end = whole.indexOf('\r\n\r\n')
      const head = whole.toString('latin1', 0, end)
      resolve({ status: Number(head.split(' ')[1]), head, body: whole.subarray(end + 4) })
    })
  })
}
const address = (): string => fileUrl(film, 'Lễ hội làng.mp4')
const header = (head: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim()

async function publish(genre: Content['genre'], attrs: Partial<Film>): Promise<{ entryId: number; editionId: number }> {
  const node = { film: { mediaId: film }, poster: null, captions: [], title: 'Lễ hội', transcript: [], ...attrs }
  const body = { type: 'doc' as const, content: [{ type: 'film', attrs: node }] }
  const content = JSON.stringify(await articleContent(database.db, desk.ward, { genre, body }))
  const siteId = desk.ward.id
  const { id: entryId } = await database.owner
    .insertInto('entry')
    .values({ siteId, kind: 'article', createdBy: desk.writer.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await database.owner.insertInto('placement').values({ entryId, siteId, state: 'home' }).execute()
  await database.owner
    .insertInto('address')
    .values({ siteId, entryId, path: `/bai-viet/phim-${entryId}`, isCurrent: true })
    .execute()
  const { id: editionId } = await database.owner
    .insertInto('edition')
    .values({
      entryId,
      siteId,
      kind: 'article',
      version: 1,
      state: 'published',
      chain: 'full',
      content,
      authorId: desk.writer.id,
      updatedBy: desk.writer.id,
      approvedBy: desk.chief.id,
      approvedAt: new Date(),
      publishedBy: desk.secretary.id,
      publishedAt: new Date(),
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  return { entryId, editionId }
}

test('a film and its captions follow their article: 404 before, 200 while it is live, 410 once it is withdrawn', async () => {
  const both = [`GET ${address()} HTTP/1.1`, `GET ${fileUrl(captions, 'Lễ hội làng.vtt')} HTTP/1.1`]
  const statuses = async (): Promise<number[]> => [(await send([both[0]!])).status, (await send([both[1]!])).status]
  expect(await statuses()).toEqual([404, 404])
  const { entryId, editionId } = await publish('video', { captions: [{ mediaId: captions, language: 'vi' }] })
  expect(await statuses()).toEqual([200, 200])
  const item = await database.owner.selectFrom('liveItem').select('filmMs').where('entryId', '=', entryId).execute()
  expect(item).toEqual([{ filmMs: 3000 }])
  const track = await send([both[1]!])
  expect(header(track.head, 'content-type')).toBe('text/vtt; charset=utf-8')
  expect(header(track.head, 'content-disposition')).toBeUndefined()
  expect(track.body.toString()).toContain('Trống hội vang lên')
  await database.owner
    .updateTable('edition')
    .set({ state: 'withdrawn', withdrawalReason: 'Sai', endedAt: new Date() })
    .where('id', '=', editionId)
    .execute()
  expect(await statuses()).toEqual([410, 410])
})

test('of another genre the list says nothing of a film, and a poster is no film', async () => {
  const { entryId } = await publish('news', {})
  const item = await database.owner.selectFrom('liveItem').select('filmMs').where('entryId', '=', entryId).execute()
  expect(item).toEqual([{ filmMs: null }])
})

test('what is said in a film is found by search, with and without its diacritics', async () => {
  const { entryId } = await publish('video', { transcript: [{ text: 'Nghệ nhân Đỗ Thị Hạnh kể chuyện dệt lụa' }] })
  const found = async (typed: string): Promise<number[]> =>
    (await findLive(database.delivery, { site: desk.ward, language: 'vi' }, readQuery(typed), 1)).items.map(
      (item) => item.entryId,
    )
  expect(await found('nghe nhan det lua')).toEqual([entryId])
  expect(await found('Nghệ nhân dệt lụa')).toEqual([entryId])
  expect(await found('nghe nhan det vai')).toEqual([])
})

test('a browser seeks in a film: single, open, suffix ranges; several at once get the whole; HEAD gets no byte', async () => {
  await publish('video', { transcript: [{ text: 'Lời' }] })
  const whole = miniMp4()
  const get = (...headers: string[]) => send([`GET ${address()} HTTP/1.1`, ...headers])
  const all = await get()
  expect([all.status, header(all.head, 'content-type'), header(all.head, 'accept-ranges')]).toEqual([
    200,
    'video/mp4',
    'bytes',
  ])
  expect(header(all.head, 'content-disposition')).toBeUndefined()
  expect(header(all.head, 'cache-control')).toBe('no-cache')
  const part = await get('Range: bytes=100-199')
  expect([part.status, header(part.head, 'content-range')]).toEqual([206, `bytes 100-199/${whole.length}`])
  expect(part.body.equals(whole.subarray(100, 200))).toBe(true)
  expect((await get('Range: bytes=4000-')).body.equals(whole.subarray(4000))).toBe(true)
  expect((await get('Range: bytes=-16')).body.equals(whole.subarray(-16))).toBe(true)
  expect((await get('Range: bytes=0-1,8-9')).status).toBe(200)
  expect((await get('Range: bytes=0-99999999')).body.length).toBe(whole.length)
  const beyond = await get(`Range: bytes=${whole.length}-`)
  expect([beyond.status, header(beyond.head, 'content-range')]).toEqual([416, `bytes */${whole.length}`])
  const etag = header(all.head, 'etag')!
  expect((await get('Range: bytes=0-9', `If-Range: ${etag}`)).status).toBe(206)
  for (const other of ['"x"', `W/${etag}`, 'Mon, 23 Nov 2026 00:00:00 GMT'])
    expect((await get('Range: bytes=0-9', `If-Range: ${other}`)).status, other).toBe(200)
  expect((await get(`If-None-Match: ${etag}`)).status).toBe(304)
  const head = await send([`HEAD ${address()} HTTP/1.1`])
  expect([head.status, header(head.head, 'content-length'), head.body.length]).toEqual([200, String(whole.length), 0])
})

test('no path tricks: a name is never a path, and what is written oddly leads nowhere else', async () => {
  const secret = `/tep/${film}/`
  for (const asked of [
    `${secret}../../../../etc/passwd`,
    `${secret}..%2f..%2f..%2fetc%2fpasswd`,
    `${secret}%2e%2e/%2e%2e/etc/passwd`,
    `${secret}..\\..\\etc\\passwd`,
    `${secret}le-hoi-lang.mp4%00.txt`,
    `${secret}//etc/passwd`,
    `//tep/${film}/le-hoi-lang.mp4`,
    `/tep/${film}%2fle-hoi-lang.mp4`,
    `/tep/+${film}/le-hoi-lang.mp4`,
    `/tep/0x${film.toString(16)}/le-hoi-lang.mp4`,
    `${secret}${'a'.repeat(5000)}`,
  ]) {
    const { status, head, body } = await send([`GET ${asked} HTTP/1.1`])
    expect(status, asked).toBeGreaterThanOrEqual(300)
    expect(status, asked).toBeLessThan(500)
    expect(header(head, 'location') ?? address(), asked).toBe(address())
    expect(body.includes('root:'), asked).toBe(false)
  }
})
