import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleContent, newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import { inTransaction } from '../database/connect.ts'
import { createDelivery } from '../delivery/delivery.tsx'
import { liveFiles } from '../delivery/live-media.ts'
import type { Content } from '../editions/content.ts'
import { createLogger } from '../logger.ts'
import { publicFiles } from '../web/public-files.ts'
import { fileUrl, imageUrl } from './address.ts'
import { deriveImages } from './derive-images.ts'
import { openFileStore, type FileStore } from './file-store.ts'
import { mediaPublicRoutes } from './public.ts'
import { storeUpload } from './store-upload.ts'

let database: TestDatabase
let desk: Newsroom
let files: FileStore
let port: number
let server: ReturnType<typeof serve>
let delivery: ReturnType<typeof createDelivery>
let photo: number
let plan: number
let pdf: Buffer

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  files = openFileStore(await mkdtemp(path.join(os.tmpdir(), 'khue-files-')))
  delivery = createDelivery({
    config: readConfig({}),
    db: database.delivery,
    logger: createLogger('silent'),
    files,
    publicFiles: publicFiles(path.resolve(import.meta.dirname, '../../public')),
    health: { whyNotReady: async () => undefined },
    routes: mediaPublicRoutes,
  })
  server = serve({ fetch: delivery.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
  const body = await sharp({ create: { width: 1000, height: 600, channels: 3, background: '#168' } })
    .jpeg()
    .toBuffer()
  pdf = Buffer.from(`%PDF-1.4\n${'0123456789'.repeat(50)}\nstartxref\n9\n%%EOF\n`)
  photo = (await store('Cầu Long Biên.jpg', body)).mediaId
  plan = (await store('Kế hoạch “số 12”.pdf', pdf)).mediaId
})
afterAll(async () => {
  server.close()
  await database.drop()
  await rm(files.folder, { recursive: true, force: true })
})

const store = (name: string, body: Buffer) =>
  inTransaction(database.db, (tx) => storeUpload(tx, desk.editor, { siteId: desk.ward.id, name, body }, files))

/** Over a real socket: HEAD, ranges and lengths are what the wire says. */
function get(
  address: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: Record<string, string | undefined>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: address, method, headers: { host: 'ba-dinh.test', ...headers } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers as Record<string, string>,
            body: Buffer.concat(parts),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

async function publish(part: Partial<Content>): Promise<{ entryId: number; editionId: number }> {
  const content = JSON.stringify(await articleContent(database.db, desk.ward, part))
  const { id: entryId } = await database.owner
    .insertInto('entry')
    .values({ siteId: desk.ward.id, kind: 'article', createdBy: desk.writer.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const siteId = desk.ward.id
  await database.owner.insertInto('placement').values({ entryId, siteId, state: 'home' }).execute()
  await database.owner
    .insertInto('address')
    .values({ siteId, entryId, path: `/bai-viet/bai-${entryId}`, isCurrent: true })
    .execute()
  const { id: editionId } = await database.owner
    .insertInto('edition')
    .values({
      entryId,
      siteId: desk.ward.id,
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
const use = (mediaId: number) => ({ lead: { mediaId, alt: 'Cầu', caption: '', source: 'Lan' } })

test('a file follows the state of its article: never public 404, live 200, withdrawn 410, at once', async () => {
  expect((await get(imageUrl(photo, 640, 'webp'))).status).toBe(404)
  const { editionId } = await publish({ ...use(photo), attachments: [{ mediaId: plan, name: 'Kế hoạch' }] })
  const live = await get(imageUrl(photo, 640, 'webp'))
  expect([live.status, live.headers['content-type'], live.headers['cache-control']]).toEqual([
    200,
    'image/jpeg',
    'no-cache',
  ])
  expect((await get(fileUrl(plan, 'Kế hoạch “số 12”.pdf'))).status).toBe(200)
  await database.owner
    .updateTable('edition')
    .set({ state: 'withdrawn', withdrawalReason: 'Sai', endedAt: new Date() })
    .where('id', '=', editionId)
    .execute()
  const gone = await get(imageUrl(photo, 640, 'webp'), { 'if-none-match': live.headers.etag as string })
  expect([gone.status, gone.body.toString()]).toEqual([410, expect.stringContaining('gỡ xuống')])
  expect((await get(fileUrl(plan, 'Kế hoạch “số 12”.pdf'))).status).toBe(410)
})

describe('a live picture', () => {
  beforeAll(async () => {
    await publish({ ...use(photo), attachments: [{ mediaId: plan, name: 'Kế hoạch' }] })
  })

  test('is whole before it is derived, then the nearest width; formats and widths nobody made stand in for each other', async () => {
    expect(await sharp((await get(imageUrl(photo, 320, 'avif'))).body).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1000,
    })
    expect((await liveFiles(database.delivery, [photo])).get(photo)).toMatchObject({
      width: 1000,
      height: 600,
      focalX: 0.5,
      focalY: 0.5,
      variants: [],
    })
    await deriveImages(database.db, files, photo)
    const widthOf = async (address: string): Promise<number> =>
      (await sharp((await get(address)).body).metadata()).width
    expect([
      await widthOf(imageUrl(photo, 640, 'webp')),
      await widthOf(imageUrl(photo, 500, 'webp')),
      await widthOf(imageUrl(photo, 5000, 'webp')),
      await widthOf(imageUrl(photo, 1, 'jpeg')),
    ]).toEqual([640, 640, 960, 320])
    expect((await get(imageUrl(photo, 640, 'avif'))).headers['content-type']).toBe('image/avif')
    expect(await widthOf(fileUrl(photo, 'Cầu Long Biên.jpg'))).toBe(1000)
    const { variants = [] } = (await liveFiles(database.delivery, [photo])).get(photo) ?? {}
    expect(variants.filter(({ format }) => format === 'webp').map(({ width }) => width)).toEqual([320, 640, 960])
  })

  test('is sent once and only asked after: ETag, 304, HEAD with its length and without its bytes', async () => {
    const first = await get(imageUrl(photo, 640, 'webp'))
    expect(first.headers.etag).toMatch(/^"[0-9a-f]{64}-640\.webp"$/)
    const again = await get(imageUrl(photo, 640, 'webp'), { 'if-none-match': first.headers.etag as string })
    expect([again.status, again.body.length]).toEqual([304, 0])
    const head = await get(imageUrl(photo, 640, 'webp'), {}, 'HEAD')
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(first.body.length), 0])
  })

  test('a changed focal point reaches whoever drew the page', async () => {
    const listener = new pg.Client({ connectionString: database.url })
    await listener.connect()
    const told = new Promise<string>((resolve) => listener.on('notification', ({ payload }) => resolve(payload ?? '')))
    await listener.query('listen khue_purge')
    const { entryId } = await database.owner
      .selectFrom('liveMedia')
      .select('entryId')
      .where('mediaId', '=', photo)
      .where('gone', '=', false)
      .executeTakeFirstOrThrow()
    await database.db.updateTable('media').set({ focalX: 0.2 }).where('id', '=', photo).execute()
    expect((await liveFiles(database.delivery, [photo])).get(photo)?.focalX).toBeCloseTo(0.2)
    expect((await told).split(' ')).toContain(`entry:${entryId}`)
    await listener.end()
  })
})

test('smaller versions that come after a page was drawn are told to whoever shows the picture', async () => {
  const body = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#3a6' } })
    .jpeg()
    .toBuffer()
  const { mediaId } = await store('Đến sau.jpg', body)
  await database.db.updateTable('media').set({ state: 'ready' }).where('id', '=', mediaId).execute()
  const { entryId } = await publish(use(mediaId))
  const listener = new pg.Client({ connectionString: database.url })
  await listener.connect()
  const told: string[] = []
  listener.on('notification', (message) => told.push(...(message.payload ?? '').split(' ')))
  await listener.query('listen khue_purge')
  await deriveImages(database.db, files, mediaId)
  for (let tries = 0; tries < 40 && told.length === 0; tries++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(told).toEqual(expect.arrayContaining([`entry:${entryId}`, `site:${desk.ward.id}`]))
  await listener.end()
})

describe('a live document', () => {
  const address = () => fileUrl(plan, 'Kế hoạch “số 12”.pdf')

  test('is an attachment under its Vietnamese name; another name leads to its own', async () => {
    const answer = await get(address())
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="Ke hoach _so 12_.pdf"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%E2%80%9Cs%E1%BB%91%2012%E2%80%9D.pdf`,
    )
    expect([answer.headers['content-type'], answer.headers['x-content-type-options']]).toEqual([
      'application/pdf',
      'nosniff',
    ])
    const elsewhere = await get(`/tep/${plan}/cu.pdf`)
    expect([elsewhere.status, elsewhere.headers.location]).toEqual([302, address()])
  })

  test('is sent in parts to who asks for parts', async () => {
    const part = await get(address(), { range: 'bytes=9-18' })
    expect([part.status, part.headers['content-range'], part.headers['content-length'], part.body.toString()]).toEqual([
      206,
      `bytes 9-18/${pdf.length}`,
      '10',
      '0123456789',
    ])
    expect((await get(address(), { range: 'bytes=-6' })).body.toString()).toBe('%%EOF\n')
    expect((await get(address(), { range: `bytes=${pdf.length - 1}-` })).body.toString()).toBe('\n')
    const beyond = await get(address(), { range: `bytes=${pdf.length}-` })
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${pdf.length}`])
    for (const range of ['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-'])
      expect((await get(address(), { range })).status, range).toBe(200)
    expect((await get(address(), { range: 'bytes=0-3', 'if-range': '"other"' })).status).toBe(200)
  })
})

test('no address reaches anything but files that are shown', async () => {
  for (const address of [
    '/tep/0/640.webp',
    '/tep/-1/640.webp',
    '/tep/99999999999/640.webp',
    '/tep/1e3/640.webp',
    '/tep/999999/a.pdf',
    `/tep/${plan}/../../etc/passwd`,
    `/tep/${plan}/..%2f..%2fetc%2fpasswd`,
    `/tep/${plan}/%00.pdf`,
  ]) {
    expect([302, 400, 404], address).toContain((await get(address)).status)
  }
  const odd = await get(`/tep/${plan}/..%2f..%2fsecret`)
  expect(odd.headers.location ?? '').not.toContain('secret')
})

test('a draft’s files are for who holds its link, until the link is revoked', async () => {
  const body = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#614' } })
    .png()
    .toBuffer()
  const { mediaId } = await store('Bản thảo.png', body)
  await deriveImages(database.db, files, mediaId)
  const { editionId } = await publish(use(photo))
  const draft = JSON.stringify(await articleContent(database.db, desk.ward, use(mediaId)))
  const { id } = await database.owner
    .insertInto('edition')
    .values({
      entryId: (
        await database.owner
          .selectFrom('edition')
          .select('entryId')
          .where('id', '=', editionId)
          .executeTakeFirstOrThrow()
      ).entryId,
      siteId: desk.ward.id,
      kind: 'article',
      version: 2,
      chain: 'full',
      content: draft,
      authorId: desk.writer.id,
      updatedBy: desk.writer.id,
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  const token = 'mot-chuoi-bi-mat'
  await database.owner
    .insertInto('previewLink')
    .values({
      tokenHash: createHash('sha256').update(token).digest(),
      editionId: id,
      createdBy: desk.writer.id,
      expiresAt: new Date(Date.now() + 3_600_000),
    })
    .execute()
  const shown = await get(`/xem-thu/${token}/tep/${mediaId}/320.webp`)
  expect([shown.status, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([
    200,
    'image/webp',
    'private, no-store',
  ])
  expect((await liveFiles(database.delivery, [mediaId], token)).get(mediaId)?.variants.length).toBe(2)
  expect((await get(imageUrl(mediaId, 320, 'webp'))).status).toBe(404)
  expect((await get(`/xem-thu/${token}/tep/${photo}/320.webp`)).status).toBe(404)
  expect((await get(`/xem-thu/${token}x/tep/${mediaId}/320.webp`)).status).toBe(404)
  await database.owner.updateTable('previewLink').set({ revokedAt: new Date() }).execute()
  expect((await get(`/xem-thu/${token}/tep/${mediaId}/320.webp`)).status).toBe(404)
})

test('the files of a closed portal are to be had from no other portal, and come back with it', async () => {
  const body = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  const { mediaId } = await store('Cổng làng.jpg', body)
  await publish({ lead: { mediaId, alt: 'Cổng', caption: '', source: 'Ảnh: Phường' } })
  await deriveImages(database.db, files, mediaId)
  const close = (closedAt: Date | null) =>
    database.owner.updateTable('site').set({ closedAt }).where('id', '=', desk.ward.id).execute()
  const fromCity = async () => (await get(imageUrl(mediaId, 640, 'webp'), { host: desk.city.host })).status
  expect(await fromCity()).toBe(200)
  await close(new Date())
  expect(await fromCity()).toBe(404)
  await close(null)
  expect(await fromCity()).toBe(200)
})
