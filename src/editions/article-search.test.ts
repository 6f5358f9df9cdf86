import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import { searchArticles } from './office/article-search.ts'
import { reviseEntry } from './revise-entry.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())
beforeEach(() => database.owner.deleteFrom('entry').execute())

const titles = (rows: readonly { title: string }[]): string[] => rows.map((row) => row.title).toSorted()

describe('the list of texts', () => {
  test('shows an entry once, as its newest version', async () => {
    const { entryId } = await d.upTo('published', { title: 'Đường Hoàng Hoa Thám' })
    await d.act((tx) => reviseEntry(tx, d.editor, { entryId }, noteKinds))
    const all = await searchArticles(database.db, d.editor, {})
    expect(all.rows.map((row) => [row.version, row.state])).toEqual([[2, 'draft']])
  })

  test('finds words with, without and with half their diacritics, and the beginning of the last', async () => {
    await d.upTo('draft', { title: 'Đường Hoà Bình sạch đẹp' })
    for (const q of ['Hòa Bình', 'duong hoa', 'đương hòa b', 'SẠCH'])
      expect((await searchArticles(database.db, d.editor, { q })).rows.length, q).toBe(1)
    for (const q of ['hoa sen', 'inh', "'); drop table edition; --"])
      expect((await searchArticles(database.db, d.editor, { q })).rows.length, q).toBe(0)
  })

  test('a contributor finds their own and what is live; another portal’s nobody; an auditor all', async () => {
    await d.upTo('draft', { title: 'Của Lan' })
    await d.upTo('published', { title: 'Đã lên' })
    const other = { ...d.lan, id: d.cityEditor.id }
    expect(titles((await searchArticles(database.db, d.lan, {})).rows)).toEqual(['Của Lan', 'Đã lên'])
    expect(titles((await searchArticles(database.db, other, {})).rows)).toEqual(['Đã lên'])
    expect((await searchArticles(database.db, d.cityChief, {})).rows).toEqual([])
    expect((await searchArticles(database.db, d.cityChief, { siteId: d.ward.id })).rows).toEqual([])
    expect((await searchArticles(database.db, d.auditor, {})).rows.length).toBe(2)
    expect(
      titles((await searchArticles(database.db, d.editor, { sectionId: d.ward.sections['thong-bao'] })).rows),
    ).toEqual([])
  })

  test('is walked page by page, each text once, even when all changed in the same moment', async () => {
    for (let count = 0; count < 65; count++) await d.upTo('draft', { title: `Bài ${count}` })
    await database.owner
      .updateTable('edition')
      .set({ updatedAt: new Date('2026-11-01T00:00:00.123Z') })
      .execute()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await searchArticles(database.db, d.editor, {}, cursor)
      expect(page.rows.length).toBeLessThanOrEqual(30)
      seen.push(...titles(page.rows))
      cursor = page.next
    } while (cursor)
    expect(new Set(seen).size).toBe(65)
    expect(seen.length).toBe(65)
    expect((await searchArticles(database.db, d.editor, {}, 'nonsense')).rows.length).toBe(30)
  })
})
