import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import { publishInEmergency } from './publish-in-emergency.ts'
import { returnEdition } from './return-edition.ts'
import { workOf, type EditionRow } from './work-lists.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())
beforeEach(() => database.owner.deleteFrom('entry').execute())

const titles = (rows: readonly EditionRow[]): string[] => rows.map((row) => row.title).toSorted()

describe('my work', () => {
  test('each sees what waits for them, and not what is their own to be approved', async () => {
    await d.upTo('draft', { title: 'Nháp' })
    await d.upTo('submitted', { title: 'Đã gửi' })
    await d.upTo('reviewed', { title: 'Đã biên tập' })
    await d.upTo('approved', { title: 'Đã duyệt' })
    const back = await d.upTo('submitted', { title: 'Trả lại' })
    await d.act((tx) => returnEdition(tx, d.editor, { editionId: back.editionId, comment: 'Sửa' }, noteKinds))
    const work = async (who: 'lan' | 'editor' | 'secretary' | 'chief' | 'cityChief' | 'auditor') =>
      workOf(database.db, d[who], new Date())
    expect(titles((await work('lan')).waiting)).toEqual(['Trả lại'])
    expect(titles((await work('lan')).mine)).toEqual(
      ['Nháp', 'Trả lại', 'Đã biên tập', 'Đã duyệt', 'Đã gửi'].toSorted(),
    )
    expect(titles((await work('editor')).waiting)).toEqual(['Đã gửi'])
    expect(titles((await work('secretary')).waiting)).toEqual(['Đã duyệt', 'Đã gửi'].toSorted())
    expect(titles((await work('chief')).waiting)).toEqual(['Đã biên tập', 'Đã duyệt'].toSorted())
    expect(await work('cityChief')).toEqual({ waiting: [], mine: [], late: [], unconfirmed: [], offers: [] })
    expect((await work('auditor')).waiting).toEqual([])
  })

  test('what is past its hours is late for who must act, for the author and for the heads', async () => {
    const { editionId } = await d.upTo('submitted', { title: 'Trễ' })
    await database.owner
      .updateTable('edition')
      .set({ stepDueAt: new Date(Date.now() - 1000) })
      .where('id', '=', editionId)
      .execute()
    for (const who of [d.lan, d.editor, d.chief])
      expect(titles((await workOf(database.db, who, new Date())).late)).toEqual(['Trễ'])
    expect((await workOf(database.db, d.cityEditor, new Date())).late).toEqual([])
  })

  test('an emergency publication stands with the heads until one confirms', async () => {
    const { editionId } = await d.upTo('draft', { title: 'Khẩn' })
    await d.act((tx) => publishInEmergency(tx, d.chief, { editionId, reason: 'Bão' }, noteKinds))
    expect(titles((await workOf(database.db, d.deputy, new Date())).unconfirmed)).toEqual(['Khẩn'])
    expect((await workOf(database.db, d.lan, new Date())).unconfirmed).toEqual([])
  })
})
