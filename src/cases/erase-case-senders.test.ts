import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder } from '../../tests/support/live.ts'
import { sendCase, wholeDatabase, type SentCase } from '../../tests/support/sealed-cases.ts'
import { sealingFor, type TestSealing } from '../../tests/support/sealing.ts'
import { tracedPhoto } from '../../tests/support/traced-files.ts'
import type { FileStore } from '../media/file-store.ts'
import { dropKey } from '../sealing/drop-key.ts'
import { seal } from '../sealing/seal.ts'
import { caseFiles } from './attachments/case-files.ts'
import { takeAttachment } from './attachments/take-attachment.ts'
import { tidyAttachments } from './attachments/tidy-attachments.ts'
import { eraseCaseSenders } from './erase-case-senders.ts'
import type { CaseKind, CaseKinds } from './kind.ts'
import { newFormToken } from './tracking.ts'

const kind = (name: CaseKind['name'], keepDays: number): [CaseKind['name'], CaseKind] => [
  name,
  {
    name,
    keepDays,
    label: { vi: name, en: name },
    formPath: '',
    clocks: {},
    publishable: true,
    sealed: false,
    identity: 'optional',
  },
]
const kinds: CaseKinds = new Map([kind('question', 90), kind('sealed_letter', 1000)])

let database: TestDatabase
let desk: Newsroom
let sealing: TestSealing
let files: FileStore
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-retention-'))

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  sealing = await sealingFor(database)
  files = caseFiles({ home })
})
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})
beforeEach(async () => {
  for (const table of ['citizenCase', 'caseRetention', 'deletionRecord', 'outboxMail'] as const)
    await database.owner.deleteFrom(table).execute()
})

/** A case with everything a case can have, closed some days ago. */
async function closedCase(daysAgo: number, more: Partial<SentCase> = {}): Promise<{ id: number; number: string }> {
  const formToken = newFormToken()
  const photo = { name: 'cua-nha-toi.jpg', body: await tracedPhoto(), formToken, visitor: '' }
  await takeAttachment({ intake: database.delivery, files, key: sealing.key }, photo)
  const sent = await sendCase(database.delivery, sealing.key, {
    siteId: desk.ward.id,
    formToken,
    title: 'Ngập nước ngõ 12',
    body: 'Nhà tôi ngập, gọi 0912345678. LOICUATOI',
    mail: { to: 'toi@thu.example', body: 'Mã tra cứu' },
    ...more,
  })
  await database.owner
    .insertInto('caseMessage')
    .values([
      { caseId: sent.id, direction: 'from_sender', body: 'BOSUNG của tôi' },
      { caseId: sent.id, direction: 'from_sender', sealed: await seal(sealing.key, 'x') },
      { caseId: sent.id, direction: 'to_sender', body: 'Đề nghị ông Trần Văn Mẫu bổ sung' },
    ])
    .execute()
  await database.owner
    .updateTable('citizenCase')
    .set({ state: 'closed', outcome: 'answered', closedAt: new Date(Date.now() - daysAgo * 86_400_000) })
    .where('id', '=', sent.id)
    .execute()
  await database.owner
    .insertInto('feedbackPlace')
    .values({ caseId: sent.id, address: 'NGOTOI 12', latitude: 21.03, longitude: 105.8, precision: 'point' })
    .execute()
  return sent
}
const erase = () => eraseCaseSenders(database.db, files, kinds)
const caseRow = (id: number) =>
  database.owner.selectFrom('citizenCase').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const records = () => database.owner.selectFrom('deletionRecord').selectAll().orderBy('id').execute()
const filesLeft = (): number =>
  existsSync(files.folder)
    ? readdirSync(files.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    : 0

describe('who sent a case', () => {
  test('is erased once the time of its kind is over, with words, files, messages and mails, and the record names nobody', async () => {
    const old = await closedCase(91)
    const young = await closedCase(89)
    expect(filesLeft()).toBe(2)
    expect(await erase()).toEqual({ erased: 1 })
    expect(await caseRow(old.id)).toMatchObject({ title: '', body: '', sealedWords: null, erasedAt: expect.any(Date) })
    expect(await caseRow(young.id)).toMatchObject({ title: 'Ngập nước ngõ 12', erasedAt: null })
    expect(filesLeft()).toBe(1)
    const { rows: left } = await sql<{ left: string }>`
      select s::text || coalesce((select string_agg(m::text, ' ') from case_message m where m.case_id = s.case_id and m.direction = 'from_sender'), '')
        || coalesce((select string_agg(a::text, ' ') from case_attachment a where a.case_id = s.case_id), '')
        || (select p::text from feedback_place p where p.case_id = s.case_id)
        || coalesce((select string_agg(o::text, ' ') from outbox_mail o where o.case_id = s.case_id), '') as left
      from case_sender s where s.case_id = ${old.id}`.execute(database.owner)
    expect(left[0]!.left).not.toMatch(/eyJ|BOSUNG|NGOTOI|105\.8/)
    const asked = await database.owner
      .selectFrom('caseMessage')
      .select('body')
      .where('caseId', '=', old.id)
      .where('direction', '=', 'to_sender')
      .execute()
    expect(asked.map(({ body }) => body)).toEqual([expect.stringMatching(/^Đề nghị ông T\S* .*bổ sung$/)])
    expect(asked[0]!.body).not.toContain('Trần Văn Mẫu')
    expect(await database.owner.selectFrom('outboxMail').select('caseId').execute()).toEqual([{ caseId: young.id }])
    const [record] = await records()
    expect(record).toMatchObject({
      number: old.number,
      kind: 'question',
      siteId: desk.ward.id,
      what: ['sender', 'body', 'attachments', 'messages', 'mails'],
      ground: 'Hết thời hạn lưu 90 ngày kể từ khi kết thúc (mặc định của hệ thống)',
    })
    const events = await database.owner
      .selectFrom('auditEvent')
      .selectAll()
      .where('action', '=', 'case.sender-erased')
      .execute()
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ after: { cases: [old.number] }, siteId: desk.ward.id })
  })

  test('is erased once: a second run finds nothing, and files a crash left are found by tidying', async () => {
    await closedCase(200)
    const kept = { ...files, remove: async () => {} }
    expect(await eraseCaseSenders(database.db, kept, kinds)).toEqual({ erased: 1 })
    expect(await erase()).toEqual({ erased: 0 })
    expect(await records()).toHaveLength(1)
    const before = filesLeft()
    await tidyAttachments(database.db, files, new Date(Date.now() + 2 * 86_400_000))
    expect(filesLeft()).toBe(before - 2)
  })

  test('is kept as long as the portal says, then the network, then the kind; an open case is never touched', async () => {
    const keep = (siteId: number | null, keepDays: number) =>
      database.owner.insertInto('caseRetention').values({ kind: 'question', siteId, keepDays }).execute()
    const [ward, other] = [await closedCase(40), await closedCase(40, { siteId: desk.otherWard.id })]
    const letter = await closedCase(400, {
      kind: 'sealed_letter',
      title: '',
      body: '',
      sealedWords: { title: 'KIN', body: 'KIN' },
    })
    const open = await sendCase(database.delivery, sealing.key, { siteId: desk.ward.id, body: 'x' })
    await keep(null, 30)
    await keep(desk.ward.id, 50)
    expect(await erase()).toEqual({ erased: 1 })
    expect((await records())[0]).toMatchObject({ number: other.number, ground: expect.stringContaining('mạng lưới') })
    await database.owner.updateTable('caseRetention').set({ keepDays: 35 }).where('siteId', '=', desk.ward.id).execute()
    expect(await erase()).toEqual({ erased: 1 })
    expect((await records())[1]).toMatchObject({ number: ward.number, ground: expect.stringContaining('35 ngày') })
    await database.owner.insertInto('caseRetention').values({ kind: 'sealed_letter', keepDays: 100 }).execute()
    expect(await erase()).toEqual({ erased: 1 })
    expect((await records())[2]).toMatchObject({
      number: letter.number,
      what: expect.arrayContaining(['sender', 'words']),
    })
    expect((await caseRow(open.id)).erasedAt).toBeNull()
  })

  test('whose case was published keeps its words, with what a machine finds of persons masked', async () => {
    const { id } = await closedCase(91)
    const { entryId } = await (await liveBuilder(database.db)).publish(desk.ward, { title: 'Hỏi đáp: ngập nước' })
    await database.owner.updateTable('citizenCase').set({ publishedEntryId: entryId }).where('id', '=', id).execute()
    expect(await erase()).toEqual({ erased: 1 })
    expect(await caseRow(id)).toMatchObject({
      body: 'Nhà tôi ngập, gọi [số điện thoại]. LOICUATOI',
      title: 'Ngập nước [địa chỉ]',
    })
    expect((await records())[0]?.what).toContain('details')
  })

  test('many cases of two portals go in batches, one event each, and nothing sealed is left to hold an old key', async () => {
    for (let n = 0; n < 205; n++) {
      const { id } = await sendCase(database.delivery, sealing.key, {
        siteId: n % 40 === 0 ? desk.otherWard.id : desk.ward.id,
        body: `CHUOI${n}`,
      })
      await sql`update citizen_case set state = 'closed', outcome = 'answered', closed_at = now() - interval '1 year' where id = ${id}`.execute(
        database.owner,
      )
    }
    const before = await database.owner
      .selectFrom('auditEvent')
      .select('id')
      .where('action', '=', 'case.sender-erased')
      .execute()
    expect(await erase()).toEqual({ erased: 205 })
    const after = await database.owner
      .selectFrom('auditEvent')
      .select('id')
      .where('action', '=', 'case.sender-erased')
      .execute()
    expect(after.length - before.length).toBeLessThanOrEqual(4)
    expect(await records()).toHaveLength(205)
    expect(await wholeDatabase(database.owner)).not.toMatch(/CHUOI|LOICUATOI|0912345678/)
    await sql`update sealing_key set retired_at = now() - interval '1 hour'`.execute(database.owner)
    await dropKey(database.db, { home, sealingKeys: JSON.stringify({ keys: [sealing.privateKey] }) }, sealing.key.kid)
  })
})
