import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../database/connect.ts'
import { Forbidden, Refused, Stale } from '../refusals.ts'
import { articleContent, newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { changeMedia } from './change-media.ts'
import { deriveImages } from './derive-images.ts'
import { storedName } from './file-kinds.ts'
import { openFileStore, type FileStore } from './file-store.ts'
import { mediaById, mediaOfSite, usesOfMedia, variantsOf } from './queries.ts'
import { removeMedia } from './remove-media.ts'
import { storeUpload } from './store-upload.ts'
import { tidyFiles } from './tidy-files.ts'

let database: TestDatabase
let desk: Newsroom
let files: FileStore

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  files = openFileStore(await mkdtemp(path.join(os.tmpdir(), 'khue-files-')))
})
afterAll(async () => {
  await database.drop()
  await rm(files.folder, { recursive: true, force: true })
})

let made = 0
const picture = (width = 700, height = 500): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: ++made, g: 120, b: 90 } } })
    .composite([
      {
        input: Buffer.from(`<svg width="50" height="50"><circle cx="25" cy="25" r="${made % 25}" fill="#fff"/></svg>`),
      },
    ])
    .jpeg()
    .toBuffer()
const upload = (body: Buffer, by = desk.writer, siteId = desk.ward.id, name = 'Hồ Hoàn Kiếm.jpg') =>
  inTransaction(database.db, (tx) => storeUpload(tx, by, { siteId, name, body }, files))
const events = async (): Promise<number> =>
  (await database.owner.selectFrom('auditHead').select('lastId').executeTakeFirstOrThrow()).lastId
const jobs = async (name: string): Promise<unknown[]> =>
  await database.owner
    .selectFrom('pgboss.job' as never)
    .selectAll()
    .where('name' as never, '=', name as never)
    .execute()

/** A segment APP1 with one comment in it. */
function exifOf(text: string): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(text)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

describe('a file comes to the library', () => {
  test('a contributor’s picture is kept, a job is asked to derive it, one event tells of it', async () => {
    const [before, waiting] = [await events(), (await jobs('derive-images')).length]
    const stored = await upload(await picture())
    expect(stored).toMatchObject({ kind: 'image', duplicate: false, processing: true })
    const media = await mediaById(database.db, stored.mediaId)
    expect(media).toMatchObject({
      name: 'Hồ Hoàn Kiếm.jpg',
      mime: 'image/jpeg',
      width: 700,
      height: 500,
      state: 'processing',
      createdByName: desk.writer.name,
    })
    expect(await files.size(storedName(media!))).toBe(media!.bytes)
    expect([(await events()) - before, (await jobs('derive-images')).length - waiting]).toEqual([1, 1])
  })

  test('the same file again is the one there is, also with other hidden data; another portal has its own', async () => {
    const body = await picture()
    const first = await upload(body)
    const before = await events()
    expect(await upload(body, desk.editor)).toEqual({ ...first, duplicate: true })
    // The same pixels with a name in the EXIF: what is kept is the same, so it is the same file.
    const named = Buffer.concat([body.subarray(0, 2), exifOf('Nguyễn Thị Lan'), body.subarray(2)])
    expect(await upload(named)).toEqual({ ...first, duplicate: true })
    expect(await events()).toBe(before)
    expect((await upload(body, desk.stranger, desk.otherWard.id)).mediaId).not.toBe(first.mediaId)
  })

  test('two people bring the same file in the same moment: one row, no error', async () => {
    const body = await picture()
    const both = await Promise.all([upload(body, desk.writer), upload(body, desk.editor), upload(body, desk.chief)])
    expect(new Set(both.map((each) => each.mediaId)).size).toBe(1)
    expect(both.filter((each) => !each.duplicate)).toHaveLength(1)
  })

  test('someone of another portal, an administrator or an auditor brings nothing, and no trace is left', async () => {
    const before = await events()
    for (const by of [desk.stranger, desk.admin, desk.auditor, desk.networkAdmin])
      await expect(upload(await picture(), by)).rejects.toThrow(Forbidden)
    expect(await events()).toBe(before)
  })

  test('a refused file leaves no trace', async () => {
    const before = await events()
    await expect(upload(Buffer.from('<svg/>'))).rejects.toThrow(Refused)
    expect(await events()).toBe(before)
  })
})

describe('a picture is made smaller', () => {
  test('in widths not wider than it is, in WebP and AVIF; done twice nothing changes', async () => {
    const { mediaId } = await upload(await picture(1000, 600))
    await deriveImages(database.db, files, mediaId)
    await deriveImages(database.db, files, mediaId)
    const variants = (await variantsOf(database.db, [mediaId])).get(mediaId) ?? []
    expect(variants.map((v) => `${v.width}x${v.height}.${v.format}`)).toEqual([
      '320x192.avif',
      '320x192.webp',
      '640x384.avif',
      '640x384.webp',
      '960x576.avif',
      '960x576.webp',
    ])
    const media = await mediaById(database.db, mediaId)
    expect(media?.state).toBe('ready')
    const small = await buffer(files.read(`${media?.sha256}-320.webp`))
    expect((await sharp(small).metadata()).width).toBe(320)
  })

  test('a small one keeps its width', async () => {
    const { mediaId } = await upload(await picture(90, 60))
    await deriveImages(database.db, files, mediaId)
    expect((await variantsOf(database.db, [mediaId])).get(mediaId)?.map((v) => v.width)).toEqual([90, 90])
  })

  test('the same picture in the library of another portal is not worked on twice', async () => {
    const body = await picture(1000, 600)
    const first = await upload(body)
    await deriveImages(database.db, files, first.mediaId)
    const second = await upload(body, desk.cityEditor, desk.city.id)
    await files.remove(storedName((await mediaById(database.db, second.mediaId))!))
    await deriveImages(database.db, files, second.mediaId)
    const variants = await variantsOf(database.db, [first.mediaId, second.mediaId])
    expect(variants.get(second.mediaId)).toEqual(variants.get(first.mediaId))
    expect((await mediaById(database.db, second.mediaId))?.state).toBe('ready')
  })

  test('one whose file was lost becomes failed, and is ready once the file is back', async () => {
    const original = await picture()
    const { mediaId } = await upload(original)
    const media = await mediaById(database.db, mediaId)
    await files.remove(storedName(media!))
    await expect(deriveImages(database.db, files, mediaId)).rejects.toThrow()
    expect((await mediaById(database.db, mediaId))?.state).toBe('failed')
    // Brought again it is whole on disk again, and its job is asked for anew.
    const [before, waiting] = [await events(), (await jobs('derive-images')).length]
    expect(await upload(original)).toEqual({ mediaId, kind: 'image', duplicate: true, processing: true })
    expect(await upload(original)).toMatchObject({ duplicate: true, processing: true })
    expect(await files.size(storedName(media!))).toBe(media!.bytes)
    expect([(await events()) - before, (await jobs('derive-images')).length - waiting]).toEqual([1, 1])
    await deriveImages(database.db, files, mediaId)
    expect((await mediaById(database.db, mediaId))?.state).toBe('ready')
  })
})

describe('words of a file', () => {
  const change = (by: typeof desk.writer, act: Parameters<typeof changeMedia>[2]) =>
    inTransaction(database.db, (tx) => changeMedia(tx, by, act))

  test('its bringer describes it, exactly as typed in NFC, with one event; nothing changed is no act', async () => {
    const { mediaId } = await upload(await picture())
    const before = await events()
    await change(desk.writer, { mediaId, alt: ' Hồ  Gươm buổi sáng '.normalize('NFD'), focalX: 0.25 })
    expect(await mediaById(database.db, mediaId)).toMatchObject({
      alt: 'Hồ Gươm buổi sáng',
      focalX: 0.25,
      focalY: 0.5,
      revision: 2,
    })
    await change(desk.writer, { mediaId, alt: 'Hồ Gươm buổi sáng', focalX: 0.25 })
    expect((await events()) - before).toBe(1)
  })

  test('a contributor does not touch a colleague’s file, an editor does; a stale change overwrites nothing', async () => {
    const { mediaId } = await upload(await picture(), desk.editor)
    await expect(change(desk.writer, { mediaId, alt: 'x' })).rejects.toThrow(Forbidden)
    await expect(change(desk.auditor, { mediaId, alt: 'x' })).rejects.toThrow(Forbidden)
    await change(desk.chief, { mediaId, alt: 'Của trưởng ban', revision: 1 })
    await expect(change(desk.editor, { mediaId, alt: 'Của biên tập viên', revision: 1 })).rejects.toThrow(Stale)
    expect((await mediaById(database.db, mediaId))?.alt).toBe('Của trưởng ban')
  })

  test('a file is found with, without and with half its diacritics, and lists walk on by key', async () => {
    const { mediaId } = await upload(await picture(), desk.cityEditor, desk.city.id, 'Cầu Long Biên.jpg')
    for (const q of ['cau long bien', 'Cầu Long Biên', 'cầu long bien', 'LONG BIÊN']) {
      expect(
        (await mediaOfSite(database.db, desk.city.id, { q })).rows.map((row) => row.id),
        q,
      ).toEqual([mediaId])
    }
    expect((await mediaOfSite(database.db, desk.city.id, { q: '100%' })).rows).toEqual([])
    const first = await mediaOfSite(database.db, desk.ward.id, {}, { size: 2 })
    const second = await mediaOfSite(database.db, desk.ward.id, {}, { after: first.next, size: 2 })
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(
      [...new Set([...first.rows, ...second.rows].map((row) => row.id))].toSorted((a, b) => b - a),
    )
  })
})

describe('a file is taken out', () => {
  const remove = (by: typeof desk.writer, mediaId: number) =>
    inTransaction(database.db, (tx) => removeMedia(tx, by, { mediaId }))

  test('not while an edition uses it, and the refusal names that edition', async () => {
    const { mediaId } = await upload(await picture())
    const content = await articleContent(database.db, desk.ward, {
      title: 'Bài dùng ảnh',
      lead: { mediaId, alt: 'Ảnh', caption: '', source: 'Lan' },
    })
    const entry = await database.db
      .insertInto('entry')
      .values({ siteId: desk.ward.id, kind: 'article', createdBy: desk.writer.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    await database.db
      .insertInto('edition')
      .values({
        entryId: entry.id,
        siteId: desk.ward.id,
        kind: 'article',
        version: 1,
        chain: 'full',
        content: JSON.stringify(content),
        authorId: desk.writer.id,
        updatedBy: desk.writer.id,
      })
      .execute()
    expect((await usesOfMedia(database.db, mediaId)).map((use) => use.title)).toEqual(['Bài dùng ảnh'])
    const before = await events()
    await expect(remove(desk.editor, mediaId)).rejects.toMatchObject({
      codes: ['media-in-use'],
      reasons: [expect.stringContaining('Bài dùng ảnh')],
    })
    expect(await events()).toBe(before)
  })

  test('its bytes go a day later, but not while another portal has the same file', async () => {
    const body = await picture()
    const [mine, theirs] = [await upload(body), await upload(body, desk.stranger, desk.otherWard.id)]
    const name = storedName((await mediaById(database.db, mine.mediaId))!)
    await deriveImages(database.db, files, mine.mediaId)
    const place = path.join(files.folder, name.slice(0, 2))
    const age = async (): Promise<void> => {
      for (const file of await readdir(place))
        await utimes(
          path.join(place, file),
          new Date(Date.now() - 2 * 24 * 3600e3),
          new Date(Date.now() - 2 * 24 * 3600e3),
        )
    }
    await remove(desk.writer, mine.mediaId)
    await age()
    await tidyFiles(database.db, files)
    expect((await readdir(place)).filter((file) => file.startsWith(name.slice(0, 64)))).toEqual([name])
    await remove(desk.stranger, theirs.mediaId)
    expect(await tidyFiles(database.db, files)).toEqual({ removed: 1 })
    expect(await files.size(name)).toBeUndefined()
  })

  test('files half written or left by an upload that did not commit are tidied, fresh ones stay', async () => {
    const stray = `${'ab'.repeat(32)}.jpg`
    await files.put(stray, Buffer.from('x'))
    await writeFile(path.join(files.folder, 'ab', `${stray}.123.zz`), 'x')
    const cutOff = await files.incoming()
    await writeFile(cutOff, 'x')
    expect(await tidyFiles(database.db, files)).toEqual({ removed: 0 })
    const old = new Date(Date.now() - 25 * 3600e3)
    for (const name of [stray, `${stray}.123.zz`]) await utimes(path.join(files.folder, 'ab', name), old, old)
    await utimes(cutOff, old, old)
    expect(await tidyFiles(database.db, files)).toEqual({ removed: 3 })
  })
})
