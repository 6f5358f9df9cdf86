import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answeredCase, publicWords, publishCase, publishedAnswer } from '../../tests/support/answers.ts'
import { caseDesk, someAnswer, type CaseDesk } from '../../tests/support/cases.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { testOffice } from '../../tests/support/session.ts'
import { articleOfficeRoutes } from '../articles/office/routes.ts'
import { approveAnswer } from '../cases/approve-answer.ts'
import { assignCase } from '../cases/assign-case.ts'
import { findPersonalData } from '../cases/find-personal-data.ts'
import { mergeCases } from '../cases/merge-cases.ts'
import { saveAnswer } from '../cases/save-answer.ts'
import { submitAnswer } from '../cases/submit-answer.ts'
import { caseKinds } from '../case-kinds.ts'
import { approveEdition } from '../editions/approve-edition.ts'
import { correctEntry } from '../editions/correct-entry.ts'
import { editionOfficeRoutes } from '../editions/office/routes.ts'
import { editionById } from '../editions/queries.ts'
import { publishEdition } from '../editions/publish-edition.ts'
import { saveEdition } from '../editions/save-edition.ts'
import { submitEdition } from '../editions/submit-edition.ts'
import { withdrawEdition } from '../editions/withdraw-edition.ts'
import { kinds } from '../kinds.ts'
import { Forbidden, NotFound, type Refused } from '../refusals.ts'
import { blocksOf } from './text-to-blocks.ts'

let database: TestDatabase
let desk: CaseDesk

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
}, 60_000)
afterAll(() => database.drop())

const ready = (...given: [words?: Partial<typeof publicWords>, part?: Parameters<typeof answeredCase>[3]]) =>
  answeredCase(database.db, desk, ...given)
const codesOf = (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => ['published'],
    (error: Refused) => error.codes ?? [String(error)],
  )
const liveAnswer = (entryId: number) =>
  database.db.selectFrom('liveAnswer').selectAll().where('entryId', '=', entryId).executeTakeFirst()

test('a leader publishes the answer an officer wrote: live with its facts, in the names of both, and recorded once', async () => {
  const caseId = await ready()
  const before = await desk.events()
  const { entryId, editionId, path } = await publishCase(desk, { caseId })
  expect(path).toBe('/hoi-dap/den-duong-hong-thi-bao-o-dau')
  expect(await desk.events()).toBe(before + 1)
  const edition = await database.db
    .selectFrom('edition')
    .selectAll()
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow()
  expect(edition).toMatchObject({
    kind: 'answer',
    siteId: desk.ward.id,
    state: 'published',
    chain: 'short',
    authorId: desk.officer.id,
    submittedBy: desk.officer.id,
    approvedBy: desk.leader.id,
    publishedBy: desk.leader.id,
  })
  const steps = await database.db
    .selectFrom('editionStep')
    .select(['transition', 'personId'])
    .where('editionId', '=', editionId)
    .orderBy('id')
    .execute()
  expect(steps.map(({ transition, personId }) => [transition, personId])).toEqual([
    ['create', desk.officer.id],
    ['submit', desk.officer.id],
    ['approveSubmitted', desk.leader.id],
    ['publish', desk.leader.id],
  ])
  expect(await liveAnswer(entryId)).toMatchObject({
    siteId: desk.ward.id,
    fieldId: desk.fields['cap-thoat-nuoc'],
    divisionId: desk.urban,
    division: 'Phòng Đô thị',
    agency: 'UBND Cổng thông tin điện tử phường Ba Đình',
    workingDays: 0,
    onTime: true,
  })
  const c = await database.db.selectFrom('citizenCase').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()
  expect(c.publishedEntryId).toBe(entryId)
  const event = await database.db
    .selectFrom('auditEvent')
    .selectAll()
    .where('action', '=', 'case.published')
    .where('subjectId', '=', String(caseId))
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(event)).not.toContain('ba tuần')
  expect(await codesOf(publishCase(desk, { caseId }))).toEqual(['form:published'])
})

test('nobody publishes what they wrote, nor without being a leader of the portal that answered', async () => {
  const caseId = await ready()
  await expect(publishCase(desk, { caseId }, desk.officer)).rejects.toBeInstanceOf(Forbidden)
  await expect(publishCase(desk, { caseId }, desk.otherLeader)).rejects.toBeInstanceOf(NotFound)
  const both = await person(database.db, 'Bùi Thị Kiêm', [
    { siteId: desk.ward.id, role: 'case_officer' },
    { siteId: desk.ward.id, role: 'case_leader' },
  ])
  await database.db.insertInto('divisionMember').values({ divisionId: desk.urban, personId: both.id }).execute()
  const written = async (others: boolean): Promise<number> => {
    const { caseId: id } = await desk.upTo('assigned', { publicWanted: true })
    const words = { ...someAnswer, ...publicWords, publish: true, caseId: id }
    const assigned = { caseId: id, divisionId: desk.urban, officerId: both.id }
    await desk.act((tx) => assignCase(tx, desk.coordinator, assigned))
    await desk.act((tx) => saveAnswer(tx, both, words))
    if (others) {
      await desk.act((tx) => assignCase(tx, desk.coordinator, { ...assigned, officerId: desk.officer.id }))
      await desk.act((tx) => saveAnswer(tx, desk.officer, { ...words, saves: 1 }))
    }
    await desk.act((tx) => submitAnswer(tx, others ? desk.officer : both, { caseId: id }))
    await desk.act((tx) => approveAnswer(tx, desk.leader, { caseId: id }))
    return id
  }
  expect(await codesOf(publishCase(desk, { caseId: await written(false) }, both))).toContain('form:own-answer')
  expect(await codesOf(publishCase(desk, { caseId: await written(true) }, both))).toEqual(['form:wrote-it'])
})

test('what names a person is not published until it is masked, or somebody says why it stands', async () => {
  const words = { publicAnswer: 'Xin liên hệ ông Nguyễn Văn An, điện thoại 0912 345 678.' }
  const caseId = await ready(words)
  const codes = await codesOf(publishCase(desk, { caseId }))
  expect(codes).toContain('publicAnswer:phone')
  expect(codes).toContain('publicAnswer:name')
  const named = await ready({ publicAnswer: 'Đường mang tên ông Nguyễn Văn An được sửa trong tháng này.' })
  expect(await codesOf(publishCase(desk, { caseId: named }))).toEqual(['publicAnswer:name'])
  const found = findPersonalData('Đường mang tên ông Nguyễn Văn An được sửa trong tháng này.')
  const stand = found.map(({ text }) => ({ text, reason: 'Tên đường.' }))
  await database.db
    .updateTable('caseAnswer')
    .set({ letStand: JSON.stringify(stand) })
    .where('caseId', '=', named)
    .execute()
  await publishCase(desk, { caseId: named })
})

test('without the wish of the sender the leader says why it is of general interest, and names nobody there', async () => {
  const caseId = await ready({}, { publicWanted: false })
  expect(await codesOf(publishCase(desk, { caseId }))).toEqual(['interest:missing'])
  expect(await codesOf(publishCase(desk, { caseId, interest: 'Bà Trần Thị Lan hỏi, số 0912345678' }))).toEqual([
    'interest:personal',
  ])
  const { entryId } = await publishCase(desk, { caseId, interest: 'Nhiều ngõ cùng hỏi' })
  const kept = await database.db
    .selectFrom('publishedAnswer')
    .select('interest')
    .where('entryId', '=', entryId)
    .executeTakeFirstOrThrow()
  expect(kept.interest).toBe('Nhiều ngõ cùng hỏi')
})

test('a case joined to another is not published a second time, one without an answer not at all', async () => {
  const main = await desk.upTo('assigned', { publicWanted: true })
  const other = await desk.upTo('assigned', { publicWanted: true })
  await desk.act((tx) => mergeCases(tx, desk.coordinator, { caseId: main.caseId, others: [other.caseId] }, caseKinds))
  await desk.act(async (tx) => {
    await saveAnswer(tx, desk.officer, { ...someAnswer, ...publicWords, publish: true, caseId: main.caseId })
    await submitAnswer(tx, desk.officer, { caseId: main.caseId })
  })
  await desk.act((tx) => approveAnswer(tx, desk.leader, { caseId: main.caseId }))
  expect(await codesOf(publishCase(desk, { caseId: other.caseId }))).toEqual(['form:merged'])
  await publishCase(desk, { caseId: main.caseId })
  const waiting = await desk.upTo('assigned', { publicWanted: true })
  expect(await codesOf(publishCase(desk, { caseId: waiting.caseId }))).toContain('form:unanswered')
  const asked = await ready({}, { kind: 'information_request' })
  expect(await codesOf(publishCase(desk, { caseId: asked }))).toEqual(['form:kind'])
})

test('missing words and a title in capitals are refused together', async () => {
  const caseId = await ready()
  await database.db
    .updateTable('caseAnswer')
    .set({ publicQuestion: '', publicAnswer: '' })
    .where('caseId', '=', caseId)
    .execute()
  expect(await codesOf(publishCase(desk, { caseId }))).toEqual(['publicQuestion:missing', 'publicAnswer:missing'])
  const shouting = await ready({ publicTitle: 'ĐÈN ĐƯỜNG HỎNG BÁO Ở ĐÂU' })
  expect(await codesOf(publishCase(desk, { caseId: shouting }))).toEqual(['title-capitals'])
})

test('an editor finds a published answer on the writing screen, and what is corrected keeps question and summary true', async () => {
  const { entryId } = await publishedAnswer(database.db, desk)
  const editor = await person(database.db, 'Lê Thị Biên', [{ siteId: desk.ward.id, role: 'editor' }])
  const { editionId } = await desk.act((tx) => correctEntry(tx, editor, { entryId, note: 'Sửa thời hạn.' }, kinds))
  const { get, cookieOf } = testOffice({
    db: database.db,
    routes: [...articleOfficeRoutes, ...editionOfficeRoutes],
    kinds,
  })
  const cookie = await cookieOf(editor)
  for (const address of [`/ban-thao/${editionId}`, `/muc/${entryId}`])
    expect((await get(address, cookie)).status, address).toBe(200)
  const { content, revision } = (await editionById(database.db, editionId))!
  const body = { ...content.body, content: [content.body.content[0]!, ...blocksOf('Sửa trong 24 giờ.')] }
  const act = {
    editionId,
    baseRevision: revision,
    content: { ...content, summary: 'Lời gõ tay', body },
    kind: 'save' as const,
  }
  await desk.act((tx) => saveEdition(tx, editor, act, kinds))
  const saved = (await editionById(database.db, editionId))!
  expect(saved.content.summary).toBe('Sửa trong 24 giờ.')
  expect(await codesOf(desk.act((tx) => submitEdition(tx, editor, { editionId }, kinds)))).toEqual(['published'])
})

test('the database itself refuses an answer approved by who wrote it, and facts without an approved answer', async () => {
  const { entryId } = await publishedAnswer(database.db, desk)
  const approve = (by: string): Promise<unknown> =>
    sql`update edition set approved_by = ${by} where entry_id = ${entryId}`.execute(database.owner)
  await expect(approve(desk.officer.id)).rejects.toThrow('approver_is_not_author')
  const waiting = await desk.upTo('assigned')
  const fake = sql`insert into published_answer (entry_id, case_id, agency, asked_on, answered_on, working_days)
    select max(id), ${waiting.caseId}, 'UBND', '2026-01-01', '2026-01-02', 1 from entry`
  await expect(fake.execute(database.owner)).rejects.toThrow('no approved answer')
})

test('a published answer is corrected and withdrawn as any entry, and what lists count follows', async () => {
  const newsroom = {
    editor: await person(database.db, 'Đỗ Thị Sửa', [{ siteId: desk.ward.id, role: 'editor' }]),
    head: await person(database.db, 'Hà Văn Đầu', [{ siteId: desk.ward.id, role: 'chief_editor' }]),
  }
  const count = async (): Promise<number> => {
    const { rows } = await sql<{
      count: number
    }>`select coalesce(sum(answers), 0)::integer as count from live_answer_count
      where site_id = ${desk.ward.id}`.execute(database.db)
    return rows[0]!.count
  }
  const before = await count()
  const { entryId } = await publishedAnswer(database.db, desk, { publicTitle: 'Ngõ ngập thì gọi ai?' })
  expect(await count()).toBe(before + 1)
  const { editionId } = await desk.act((tx) =>
    correctEntry(tx, newsroom.editor, { entryId, note: 'Bổ sung thời hạn.' }, kinds),
  )
  await database.db.updateTable('edition').set({ chain: 'short' }).where('id', '=', editionId).execute()
  await desk.act((tx) => submitEdition(tx, newsroom.editor, { editionId }, kinds))
  await desk.act((tx) => approveEdition(tx, newsroom.head, { editionId }, kinds))
  await desk.act((tx) => publishEdition(tx, newsroom.head, { editionId }, kinds))
  expect(await liveAnswer(entryId)).toMatchObject({ agency: 'UBND Cổng thông tin điện tử phường Ba Đình' })
  expect(await count()).toBe(before + 1)
  await desk.act((tx) => withdrawEdition(tx, newsroom.head, { editionId, reason: 'Trả lời chưa đúng.' }, kinds))
  expect(await liveAnswer(entryId)).toBeUndefined()
  expect(await count()).toBe(before)
})
