import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../../tests/support/articles.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { sendCase, wholeDatabase } from '../../../tests/support/sealed-cases.ts'
import { sealingFor, type TestSealing } from '../../../tests/support/sealing.ts'
import { trace, tracedDocx, tracedPdf, tracedPhoto } from '../../../tests/support/traced-files.ts'
import { createLogger } from '../../logger.ts'
import type { FileStore } from '../../media/file-store.ts'
import { keyringOf } from '../../sealing/keyring.ts'
import { newFormToken } from '../tracking.ts'
import { attachmentsOf } from './attachment-queries.ts'
import { caseFiles } from './case-files.ts'
import { cleanAttachments } from './clean-attachments.ts'
import { decryptFile, encryptFile, FileCipherBroken } from './file-cipher.ts'
import { attachmentHeaders, openName, readAttachment } from './read-attachment.ts'
import { draftAttachments, dropAttachment, takeAttachment } from './take-attachment.ts'
import { tidyAttachments } from './tidy-attachments.ts'

const logger = createLogger('silent')
let database: TestDatabase
let desk: Newsroom
let sealing: TestSealing
let home: string
let files: FileStore

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  sealing = await sealingFor(database)
})
afterAll(() => database.drop())
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'khue-attachments-'))
  files = caseFiles({ home })
})
afterEach(async () => {
  await database.owner.deleteFrom('citizenCase').execute()
  await database.owner.deleteFrom('caseAttachment').execute()
  await database.owner.deleteFrom('caseVoice').execute()
  rmSync(home, { recursive: true, force: true })
})

/** As the public face takes a file. */
const bring = (body: Buffer, more: { name?: string; formToken?: string; visitor?: string } = {}) =>
  takeAttachment(
    { intake: database.delivery, files, key: sealing.key },
    { name: 'anh-nha-ba-thu.jpg', formToken: newFormToken(), visitor: '', ...more, body },
  )
const send = (formToken: string) => sendCase(database.delivery, sealing.key, { siteId: desk.ward.id, formToken })
const clean = (keyring = sealing.keyring) => cleanAttachments({ db: database.db, files, keyring }, logger)
const onDisk = (): string[] =>
  readdirSync(home, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [],
  )
const bytesOnDisk = (): Buffer => Buffer.concat(onDisk().map((file) => readFileSync(file)))

describe('a file somebody sends with a case', () => {
  test('lies encrypted under a name that says nothing, before and after it is cleaned, and is opened by the office alone', async () => {
    const formToken = newFormToken()
    const photo = await tracedPhoto()
    expect(await bring(photo, { formToken })).toMatchObject({ is: 'taken', mime: 'image/jpeg', bytes: photo.length })
    expect(await draftAttachments(database.delivery, formToken)).toMatchObject([{ mime: 'image/jpeg' }])
    const { id: caseId } = await send(formToken)
    expect(await draftAttachments(database.delivery, formToken)).toEqual([])
    for (const step of ['waiting', 'clean']) {
      expect(await attachmentsOf(database.db, caseId)).toMatchObject([{ state: step, mime: 'image/jpeg' }])
      expect(onDisk()).toHaveLength(1)
      expect(onDisk()[0]).not.toMatch(/ba-thu|jpg/)
      expect(bytesOnDisk().includes(trace)).toBe(false)
      expect(bytesOnDisk().subarray(0, 3)).not.toEqual(photo.subarray(0, 3))
      expect(await wholeDatabase(database.owner)).not.toMatch(/ba-thu|DAUVET/)
      if (step === 'waiting') expect(await clean()).toEqual({ clean: 1, quarantined: 0 })
    }
    const [line] = await attachmentsOf(database.db, caseId)
    expect(await openName(sealing.keyring, line!)).toBe('anh-nha-ba-thu.jpg')
    const place = { db: database.db, files, keyring: sealing.keyring }
    const opened = await readAttachment(place, { caseId, id: line!.id })
    expect(await sharp(opened!.body).metadata()).toMatchObject({ width: 200, height: 300 })
    expect(opened!.body.includes(trace)).toBe(false)
    expect(await readAttachment(place, { caseId: caseId + 1, id: line!.id })).toBeUndefined()
    await expect(readAttachment({ ...place, keyring: keyringOf([]) }, { caseId, id: line!.id })).rejects.toThrow(
      'chùm khóa',
    )
    // The public face knows no way to it.
    await expect(database.delivery.selectFrom('caseAttachment').selectAll().execute()).rejects.toThrow(
      'permission denied',
    )
  })

  test('leaves the office as a file that no browser interprets; a picture may be shown', async () => {
    const opened = { name: 'đơn “gốc”\r\n.pdf', mime: 'application/pdf', body: Buffer.from('x') }
    const headers = attachmentHeaders(opened, true)
    expect(headers['Content-Disposition']).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w%.-]+$/)
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': expect.stringContaining('sandbox'),
      'Cache-Control': 'private, no-store',
    })
    expect(attachmentHeaders({ ...opened, mime: 'image/png' }, true)['Content-Disposition']).toMatch(/^inline/)
    expect(attachmentHeaders({ ...opened, mime: 'image/png' })['Content-Disposition']).toMatch(/^attachment/)
  })

  test('is taken by what it is, not by its name, within bounds that are said', async () => {
    const refused = async (body: Buffer, name: string) => (await bring(body, { name })).is
    expect(await refused(Buffer.from('MZ'.padEnd(500, 'x')), 'anh.jpg')).toBe('type')
    expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'anh.png')).toBe('type')
    expect(await refused(Buffer.alloc(0), 'anh.jpg')).toBe('empty')
    expect(await refused(Buffer.alloc(10 * 1024 * 1024 + 1), 'anh.jpg')).toBe('heavy')
    expect(await refused(await tracedPhoto(), 'virus.exe')).toBe('taken')
    expect(onDisk()).toHaveLength(1)
  })

  test('a form holds five files and 25 MB; one can be taken out again', async () => {
    const formToken = newFormToken()
    const photo = await tracedPhoto()
    for (let n = 0; n < 5; n++) expect((await bring(photo, { formToken })).is).toBe('taken')
    expect((await bring(photo, { formToken })).is).toBe('many')
    expect(onDisk()).toHaveLength(5)
    const [first] = await draftAttachments(database.delivery, formToken)
    expect(await dropAttachment(database.delivery, newFormToken(), first!.id)).toBe(false)
    expect(await dropAttachment(database.delivery, formToken, first!.id)).toBe(true)
    expect((await bring(photo, { formToken })).is).toBe('taken')
    const heavy = newFormToken()
    const large = Buffer.concat([photo, Buffer.alloc(9 * 1024 * 1024)])
    expect(
      [
        await bring(large, { formToken: heavy }),
        await bring(large, { formToken: heavy }),
        await bring(large, { formToken: heavy }),
      ].map(({ is }) => is),
    ).toEqual(['taken', 'taken', 'many'])
  })

  test('one reader brings thirty a day, all behind one address a hundred and fifty', async () => {
    const photo = await tracedPhoto()
    const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    const visitor = '0123456789abcdef-mot'
    await database.owner.insertInto('caseVoice').values({ day, visitor, attachments: 29 }).execute()
    expect((await bring(photo, { visitor })).is).toBe('taken')
    expect((await bring(photo, { visitor })).is).toBe('enough')
    await database.owner
      .updateTable('caseVoice')
      .set({ attachments: 150 })
      .where('visitor', '=', '0123456789abcdef')
      .execute()
    expect((await bring(photo, { visitor: '0123456789abcdef-hai' })).is).toBe('enough')
    expect((await bring(photo, { visitor: 'fedcba9876543210-ba' })).is).toBe('taken')
  })
})

describe('the cleaning of what waits', () => {
  test(
    'cleans each type, quarantines what it cannot with a sentence for the officer, and leaves a form that is not sent alone',
    { timeout: 30_000 },
    async () => {
      const formToken = newFormToken()
      const photo = await tracedPhoto()
      const brought = [
        photo,
        await tracedPdf(),
        await tracedDocx(),
        photo.subarray(0, photo.length / 2),
        await tracedPdf((pdf) => pdf.encrypt({ userPassword: 'x', ownerPassword: 'y' })),
      ]
      for (const body of brought) expect((await bring(body, { formToken })).is).toBe('taken')
      expect(await clean()).toEqual({ clean: 0, quarantined: 0 })
      const { id } = await send(formToken)
      expect(await clean()).toEqual({ clean: 3, quarantined: 2 })
      expect(await clean()).toEqual({ clean: 0, quarantined: 0 })
      const lines = await attachmentsOf(database.db, id)
      expect(lines.map(({ state }) => state)).toEqual(['clean', 'clean', 'clean', 'quarantined', 'quarantined'])
      expect(lines[3]!.reason).toContain('bị hỏng')
      expect(lines[4]!.reason).toContain('mật khẩu')
      expect(
        await readAttachment({ db: database.db, files, keyring: sealing.keyring }, { caseId: id, id: lines[4]!.id }),
      ).toBeUndefined()
      expect(onDisk()).toHaveLength(5)
    },
  )

  test('waits for a key that is missing, and says when bytes are lost', async () => {
    const formToken = newFormToken()
    await bring(await tracedPhoto(), { formToken })
    const { id } = await send(formToken)
    expect(await clean(keyringOf([]))).toEqual({ clean: 0, quarantined: 0 })
    expect(await attachmentsOf(database.db, id)).toMatchObject([{ state: 'waiting' }])
    for (const file of onDisk()) rmSync(file)
    expect(await clean()).toEqual({ clean: 0, quarantined: 1 })
    expect((await attachmentsOf(database.db, id))[0]!.reason).toContain('người quản trị')
  })

  test('two workers share it', async () => {
    const formToken = newFormToken()
    for (let n = 0; n < 4; n++) await bring(await tracedPhoto(), { formToken })
    await send(formToken)
    const both = await Promise.all([clean(), clean()])
    expect(both.reduce((sum, { clean: count }) => sum + count, 0)).toBe(4)
    expect(onDisk()).toHaveLength(4)
  })
})

describe('tidying', () => {
  test('removes forms that were not sent in a day and files no row names, and nothing else', async () => {
    const [sent, draft, young] = [newFormToken(), newFormToken(), newFormToken()]
    for (const formToken of [sent, draft, young]) await bring(await tracedPhoto(), { formToken })
    await send(sent)
    const ago = new Date(Date.now() - 25 * 3_600_000)
    await database.owner
      .updateTable('caseAttachment')
      .set({ at: ago })
      .where(
        'id',
        'in',
        (await draftAttachments(database.db, draft)).map(({ id }) => id),
      )
      .execute()
    for (const file of onDisk()) utimesSync(file, ago, ago)
    const lost = onDisk()[0]!.replace(/[0-9a-f]{62}\.bin$/, `${'0'.repeat(62)}.bin`)
    await files.put(path.basename(lost), Buffer.from('x'))
    await files.put(`${'1'.repeat(64)}.bin`, Buffer.from('x'))
    utimesSync(lost, ago, ago)
    expect(await tidyAttachments(database.db, files)).toEqual({ drafts: 1, files: 1 })
    expect(await tidyAttachments(database.db, files)).toEqual({ drafts: 0, files: 0 })
    // The file of the case, that of the young form, and one that may be on its way.
    expect(onDisk()).toHaveLength(3)
    expect(statSync(onDisk()[0]!).mode & 0o007).toBe(0)
  })
})

describe('an encrypted file', () => {
  test('opens with its key under its name, and not otherwise', () => {
    const { body, key } = encryptFile(Buffer.from('nội dung'), 'ten')
    expect(decryptFile(body, key, 'ten').toString()).toBe('nội dung')
    const other = encryptFile(Buffer.from('x'), 'ten')
    for (const [bytes, by, name] of [
      [body, other.key, 'ten'],
      [body, key, 'ten khac'],
      [body.subarray(0, -1), key, 'ten'],
      [Buffer.concat([Buffer.of(2), body.subarray(1)]), key, 'ten'],
      [Buffer.alloc(3), key, 'ten'],
      [body, 'ngan', 'ten'],
    ] as const)
      expect(() => decryptFile(bytes, by, name)).toThrow(FileCipherBroken)
  })
})
