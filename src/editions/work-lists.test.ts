import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import { publishInEmergency } from './publish-in-emergency.ts'
import { returnEdition } from './return-edition.ts'
import { reviseEntry } from './revise-entry.ts'
import { articleList, workOf, type EditionRow } from './work-lists.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())
beforeEach(() => database.owner.deleteFrom('entry').execute())

const titles = (rows: readonly EditionRow[]): string[] => rows.map((row) => row.title).sort()

describe('my work', () => {
  test('each sees what waits for them, and not what is their own to be approved', async () => {
    await d.upTo('draft', { title: 'Nháp' })
    await d.upTo('submitted', { title: 'Đã gửi' })
    await d.upTo('reviewed', { title: 'Đã biên tập' })
    await d.upTo('approved', { title: 'Đã duyệt' })
    const back = await d.upTo('submitted', { title: 'Trả lại' })
    await d.act((tx) => returnEdition(tx, d.editor, { editionId: back.editionId, comment: 'Sửa' }, noteKinds))
    const work = async (who: 'lan' | 'editor' | 'secretary' | 'chief' | 'cityChief' | 'auditor') => workOf(database.db, d[who], new Date())
    expect(titles((await work('lan')).waiting)).toEqual(['Trả lại'])
    expect(titles((await work('lan')).mine)).toEqual(['Nháp', 'Trả lại', 'Đã biên tập', 'Đã duyệt', 'Đã gửi'].sort())
    expect(titles((await work('editor')).waiting)).toEqual(['Đã gửi'])
    expect(titles((await work('secretary')).waiting)).toEqual(['Đã duyệt', 'Đã gửi'].sort())
    expect(titles((await work('chief')).waiting)).toEqual(['Đã biên tập', 'Đã duyệt'].sort())
    expect(await work('cityChief')).toEqual({ waiting: [], mine: [], late: [], unconfirmed: [], offers: [] })
    expect((await work('auditor')).waiting).toEqual([])
  })

  test('what is past its hours is late for who must act, for the author and for the heads', async () => {
    const { editionId } = await d.upTo('submitted', { title: 'Trễ' })
    await database.owner.updateTable('edition').set({ stepDueAt: new Date(Date.now() - 1000) }).where('id', '=', editionId).execute()
    for (const who of [d.lan, d.editor, d.chief]) expect(titles((await workOf(database.db, who, new Date())).late)).toEqual(['Trễ'])
    expect((await workOf(database.db, d.cityEditor, new Date())).late).toEqual([])
  })

  test('an emergency publication stands with the heads until one confirms', async () => {
    const { editionId } = await d.upTo('draft', { title: 'Khẩn' })
    await d.act((tx) => publishInEmergency(tx, d.chief, { editionId, reason: 'Bão' }, noteKinds))
    expect(titles((await workOf(database.db, d.deputy, new Date())).unconfirmed)).toEqual(['Khẩn'])
    expect((await workOf(database.db, d.lan, new Date())).unconfirmed).toEqual([])
  })
})

describe('the list of texts', () => {
  test('shows an entry once, as its newest version, and by state every version in it', async () => {
    const { entryId } = await d.upTo('published', { title: 'Đường Hoàng Hoa Thám' })
    await d.act((tx) => reviseEntry(tx, d.editor, { entryId }, noteKinds))
    const all = await articleList(database.db, d.editor, {})
    expect(all.rows.map((row) => [row.version, row.state])).toEqual([[2, 'draft']])
    const live = await articleList(database.db, d.editor, { state: 'published' })
    expect(live.rows.map((row) => row.version)).toEqual([1])
  })

  test('finds words with, without and with half their diacritics, and the beginning of the last', async () => {
    await d.upTo('draft', { title: 'Đường Hoà Bình sạch đẹp' })
    for (const q of ['Hòa Bình', 'duong hoa', 'đương hòa b', 'SẠCH']) expect((await articleList(database.db, d.editor, { q })).rows.length, q).toBe(1)
    for (const q of ['hoa sen', 'inh', "'); drop table edition; --"]) expect((await articleList(database.db, d.editor, { q })).rows.length, q).toBe(0)
  })

  test('a contributor finds their own and what is live; another portal’s nobody; an auditor all', async () => {
    await d.upTo('draft', { title: 'Của Lan' })
    await d.upTo('published', { title: 'Đã lên' })
    const other = { ...d.lan, id: d.cityEditor.id }
    expect(titles((await articleList(database.db, d.lan, {})).rows)).toEqual(['Của Lan', 'Đã lên'])
    expect(titles((await articleList(database.db, other, {})).rows)).toEqual(['Đã lên'])
    expect((await articleList(database.db, d.cityChief, {})).rows).toEqual([])
    expect((await articleList(database.db, d.cityChief, { siteId: d.ward.id })).rows).toEqual([])
    expect((await articleList(database.db, d.auditor, { mine: false })).rows.length).toBe(2)
    expect(titles((await articleList(database.db, d.editor, { sectionId: d.ward.sections['thong-bao'] })).rows)).toEqual([])
  })

  test('is walked page by page, each text once, even when all changed in the same moment', async () => {
    for (let count = 0; count < 65; count++) await d.upTo('draft', { title: `Bài ${count}` })
    await database.owner.updateTable('edition').set({ updatedAt: new Date('2026-11-01T00:00:00.123Z') }).execute()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await articleList(database.db, d.editor, {}, cursor)
      expect(page.rows.length).toBeLessThanOrEqual(30)
      seen.push(...titles(page.rows))
      cursor = page.next
    } while (cursor)
    expect(new Set(seen).size).toBe(65)
    expect(seen.length).toBe(65)
    expect((await articleList(database.db, d.editor, {}, 'nonsense')).rows.length).toBe(30)
  })
})
