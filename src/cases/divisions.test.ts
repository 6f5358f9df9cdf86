import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseDesk, type CaseDesk } from '../../tests/support/cases.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { archiveTemplate } from './archive-template.ts'
import { assignCase } from './assign-case.ts'
import { caseScreen } from './case-queries.ts'
import { changeDivision } from './change-division.ts'
import { changeField } from './change-field.ts'
import { divisionsOfSite, officersOf, routingOf, settingsOf, templatesOf } from './desk-queries.ts'
import { endDivision } from './end-division.ts'
import { caseById } from './load-case.ts'
import { makeDivision } from './make-division.ts'
import { makeField } from './make-field.ts'
import { myWork, queueCounts, similarCases, triageQueue } from './queries.ts'
import { saveTemplate } from './save-template.ts'
import { setRouting } from './set-routing.ts'

let database: TestDatabase
let d: CaseDesk
beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
})
afterAll(() => database.drop())

test('a division is set up, changed and merged into another, which takes its open cases, each noted once, and its fields', async () => {
  const words = {
    name: 'Phòng Kinh tế',
    nameEn: '',
    leadId: d.colleague.id,
    memberIds: [d.colleague.id, d.socialOfficer.id],
  }
  const make = (part: object, by = d.siteAdmin) =>
    d.act((tx) => makeDivision(tx, by, { siteId: d.ward.id, ...words, ...part }))
  await expect(make({}, d.officer)).rejects.toThrow(Forbidden)
  await expect(make({ name: ' phòng đô thị' })).rejects.toThrow('name:taken')
  await expect(make({ memberIds: [d.operator.id], leadId: d.cityOfficer.id })).rejects.toThrow(
    'leadId:unknown, memberIds:unknown',
  )
  const { divisionId } = await make({})
  await d.act((tx) => changeDivision(tx, d.siteAdmin, { divisionId, ...words, memberIds: [d.colleague.id] }))
  const fieldId = d.fields['thue-kinh-doanh']!
  await d.act((tx) => setRouting(tx, d.coordinator, { siteId: d.ward.id, routes: [{ fieldId, divisionId }] }))
  const [mine, over] = [await d.upTo('received'), await d.upTo('received')]
  for (const { caseId } of [mine, over])
    await d.act((tx) => assignCase(tx, d.coordinator, { caseId, divisionId, officerId: d.colleague.id }))
  const end = (successorId: number) => d.act((tx) => endDivision(tx, d.siteAdmin, { divisionId, successorId }))
  await expect(end(divisionId)).rejects.toThrow('successorId:missing')
  await expect(end(d.cityDivision)).rejects.toThrow('successorId:missing')
  const audits = await d.events()
  expect(await end(d.urban)).toEqual({ moved: 2 })
  expect(await d.events()).toBe(audits + 1)
  for (const { caseId } of [mine, over]) {
    expect(await caseById(database.db, caseId)).toMatchObject({ divisionId: d.urban, officerId: d.colleague.id })
    expect((await caseScreen(database.db, caseId))!.events.at(-1)).toMatchObject({
      step: 'move-division',
      isPublic: true,
      facts: { division: 'Phòng Đô thị' },
    })
  }
  expect((await routingOf(database.db, d.ward.id)).find((one) => one.fieldId === fieldId)?.divisionId).toBe(d.urban)
  expect((await divisionsOfSite(database.db, d.ward.id)).at(-1)).toMatchObject({
    id: divisionId,
    successorName: 'Phòng Đô thị',
  })
  await expect(end(d.urban)).rejects.toThrow('form:ended')
})

test('the officer with the fewest open cases is suggested, not chosen', async () => {
  const { caseId } = await d.upTo('received')
  await d.act((tx) => assignCase(tx, d.coordinator, { caseId, divisionId: d.urban }))
  expect(await caseById(database.db, caseId)).toMatchObject({ officerId: null })
  await d.upTo('assigned')
  await d.upTo('assigned')
  await d.upTo('assigned')
  expect((await officersOf(database.db, d.urban)).map(({ id }) => id)).toEqual([d.colleague.id, d.officer.id])
})

test('templates belong to a portal, fields to the network', async () => {
  const template = { siteId: d.ward.id, fieldId: null, title: 'Đèn đường', body: 'Đơn vị chiếu sáng đã được giao.' }
  const { templateId } = await d.act((tx) => saveTemplate(tx, d.officer, template))
  await d.act((tx) => saveTemplate(tx, d.colleague, { ...template, templateId, body: 'Đã sửa.' }))
  await expect(
    d.act((tx) => saveTemplate(tx, d.otherOfficer, { ...template, siteId: d.otherWard.id, templateId })),
  ).rejects.toThrow(NotFound)
  expect(await templatesOf(database.db, d.ward.id)).toMatchObject([{ body: 'Đã sửa.' }])
  await d.act((tx) => archiveTemplate(tx, d.officer, { templateId }))
  expect(await templatesOf(database.db, d.ward.id)).toEqual([])
  const field = { slug: 'chuyen-doi-so', name: 'Chuyển đổi số', nameEn: '', kinds: ['question'] }
  await expect(d.act((tx) => makeField(tx, d.siteAdmin, field))).rejects.toThrow(Forbidden)
  const { fieldId } = await d.act((tx) => makeField(tx, d.networkAdmin, field))
  await expect(d.act((tx) => makeField(tx, d.networkAdmin, field))).rejects.toThrow('slug:bad')
  await d.act((tx) => changeField(tx, d.networkAdmin, { ...field, fieldId, position: 3, archived: true }))
  const { caseId } = await d.upTo('received')
  await expect(d.act((tx) => assignCase(tx, d.coordinator, { caseId, divisionId: d.urban, fieldId }))).rejects.toThrow(
    'fieldId:unknown',
  )
  expect(await settingsOf(database.db, d.otherWard.id)).toMatchObject({ warnDays: 2, reopenDays: 15, extensionDays: 0 })
})

test('a queue shows each what is theirs, is walked page by page, and finds words without diacritics', async () => {
  const fieldId = d.fields['van-hoa']!
  const made = []
  for (let n = 0; n < 7; n++)
    made.push(await d.upTo(n % 2 ? 'assigned' : 'received', { fieldId, title: `Lễ hội phường lần thứ ${n}` }))
  const walk = async (by: typeof d.leader): Promise<string[]> => {
    const all: string[] = []
    for (let after: string | undefined; ;) {
      const page = await triageQueue(database.db, by, d.ward.id, { fieldId, size: 3, after })
      all.push(...page.rows.map(({ number }) => number))
      if (!page.next) return all
      after = page.next
    }
  }
  expect((await walk(d.leader)).toSorted()).toEqual(made.map(({ number }) => number))
  expect(await walk(d.officer)).toHaveLength(3)
  expect(await walk(d.socialOfficer)).toEqual([])
  const find = async (text: string) => (await triageQueue(database.db, d.leader, d.ward.id, { text })).rows.length
  expect(await find('le hoi')).toBe(7)
  expect(await find('LỄ HỘI phuong')).toBe(7)
  expect(await find(made[0]!.number.toLowerCase())).toBe(1)
  expect(await find("le' & hoi | !x")).toBe(0)
  expect((await similarCases(database.db, made[0]!.caseId)).length).toBe(6)
  expect((await queueCounts(database.db, d.socialOfficer, d.ward.id)).open).toBe(0)
  const work = await myWork(database.db, d.officer)
  expect(work.mine.length).toBeGreaterThanOrEqual(3)
  expect(work.unassigned).toEqual([])
  expect((await myWork(database.db, d.coordinator)).unassigned.length).toBeGreaterThanOrEqual(4)
})
