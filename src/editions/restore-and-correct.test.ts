import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import type { Actor } from '../people/actor.ts'
import { NotFound, Refused } from '../refusals.ts'
import { approveEdition } from './approve-edition.ts'
import { confirmEmergency } from './confirm-emergency.ts'
import { correctEntry } from './correct-entry.ts'
import { createEntry } from './create-entry.ts'
import { discardEdition } from './discard-edition.ts'
import { publishEdition } from './publish-edition.ts'
import { publishInEmergency } from './publish-in-emergency.ts'
import { editionById, savesOfEdition } from './queries.ts'
import { restoreEdition } from './restore-edition.ts'
import { reviewEdition } from './review-edition.ts'
import { reviseEntry } from './revise-entry.ts'
import { saveEdition } from './save-edition.ts'
import { submitEdition } from './submit-edition.ts'
import { withdrawEdition } from './withdraw-edition.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())

/** Hands in by one person and reviews by another, so that only the head is missing. */
async function toTheHead(editionId: number, submitter: Actor = d.lan, reviewer: Actor = d.secretary): Promise<void> {
  await d.act((tx) => submitEdition(tx, submitter, { editionId }, noteKinds))
  await d.act((tx) => reviewEdition(tx, reviewer, { editionId }, noteKinds))
}
const approve = (by: Actor, editionId: number): Promise<void> =>
  d.act((tx) => approveEdition(tx, by, { editionId }, noteKinds))
const codesOf = (error: unknown): readonly string[] => (error instanceof Refused ? error.codes : [String(error)])
const refusal = (work: Promise<unknown>): Promise<readonly string[]> => work.then(() => ['allowed'], codesOf)

describe('a correction', () => {
  test('is a new version with a public note; it goes through the chain, and the old text stands until then', async () => {
    const { entryId, editionId } = await d.upTo('published', { title: 'Lớp học mở ngày 5/6' })
    expect(await refusal(d.act((tx) => correctEntry(tx, d.editor, { entryId, note: ' ' }, noteKinds)))).toEqual([
      'note-missing',
    ])
    const { editionId: next } = await d.act((tx) =>
      correctEntry(tx, d.editor, { entryId, note: 'Ngày khai giảng là 6/6.' }, noteKinds),
    )
    expect(await editionById(database.db, next)).toMatchObject({
      version: 2,
      state: 'draft',
      title: 'Lớp học mở ngày 5/6',
      liveEditionId: editionId,
    })
    expect(await refusal(d.act((tx) => reviseEntry(tx, d.editor, { entryId }, noteKinds)))).toEqual([
      'open-edition-exists',
    ])
    await d.act((tx) =>
      saveEdition(
        tx,
        d.editor,
        { editionId: next, baseRevision: 1, kind: 'save', content: d.text({ title: 'Lớp học mở ngày 6/6' }) },
        noteKinds,
      ),
    )
    await toTheHead(next, d.editor)
    await approve(d.chief, next)
    await d.act((tx) => publishEdition(tx, d.secretary, { editionId: next }, noteKinds))
    expect((await editionById(database.db, editionId))?.state).toBe('superseded')
    const live = await database.delivery
      .selectFrom('liveItem')
      .select(['title', 'path'])
      .where('entryId', '=', entryId)
      .execute()
    expect(live).toEqual([{ title: 'Lớp học mở ngày 6/6', path: '/bai-viet/lop-hoc-mo-ngay-5-6' }])
    const notes = await database.delivery
      .selectFrom('liveCorrection')
      .select('note')
      .where('entryId', '=', entryId)
      .execute()
    expect(notes).toEqual([{ note: 'Ngày khai giảng là 6/6.' }])
  })

  test('of what is not live is refused; a new version of what was withdrawn is not', async () => {
    const { entryId, editionId } = await d.upTo('published')
    await d.act((tx) => withdrawEdition(tx, d.chief, { editionId, reason: 'Sai' }, noteKinds))
    expect(await refusal(d.act((tx) => correctEntry(tx, d.editor, { entryId, note: 'x' }, noteKinds)))).toEqual([
      'not-live',
    ])
    await d.act((tx) => reviseEntry(tx, d.editor, { entryId }, noteKinds))
    const draft = await d.upTo('draft')
    expect(await refusal(d.act((tx) => reviseEntry(tx, d.editor, { entryId: draft.entryId }, noteKinds)))).toEqual([
      'never-published',
    ])
    await expect(
      d.act((tx) => reviseEntry(tx, d.cityEditor, { entryId: draft.entryId }, noteKinds)),
    ).rejects.toBeInstanceOf(NotFound)
  })

  test('does not let a head approve words that went out in emergency and nobody has confirmed', async () => {
    const own = await d.act((tx) =>
      createEntry(
        tx,
        d.chief,
        { siteId: d.ward.id, kind: 'article', content: d.text({ title: 'Cảnh báo ngập' }) },
        noteKinds,
      ),
    )
    await d.act((tx) => publishInEmergency(tx, d.chief, { editionId: own.editionId, reason: 'Ngập' }, noteKinds))
    const { editionId } = await d.act((tx) =>
      correctEntry(tx, d.editor, { entryId: own.entryId, note: 'Thêm địa điểm' }, noteKinds),
    )
    await toTheHead(editionId, d.editor)
    expect(await refusal(approve(d.chief, editionId))).toEqual(['own-words'])
    await approve(d.deputy, editionId)
  })

  test('leaves a head free once a second person has seen the words', async () => {
    const own = await d.act((tx) =>
      createEntry(
        tx,
        d.chief,
        { siteId: d.ward.id, kind: 'article', content: d.text({ title: 'Cảnh báo lốc' }) },
        noteKinds,
      ),
    )
    await d.act((tx) => publishInEmergency(tx, d.chief, { editionId: own.editionId, reason: 'Lốc' }, noteKinds))
    await d.act((tx) => confirmEmergency(tx, d.deputy, { editionId: own.editionId }))
    const { editionId } = await d.act((tx) =>
      correctEntry(tx, d.editor, { entryId: own.entryId, note: 'Sửa giờ' }, noteKinds),
    )
    await toTheHead(editionId, d.editor)
    await approve(d.chief, editionId)
  })
})

describe('restoring', () => {
  test('brings the text of an earlier version back as a new one, and what stood stays in the history', async () => {
    const { entryId, editionId } = await d.upTo('published', { title: 'Bản đầu' })
    const { editionId: second } = await d.act((tx) => reviseEntry(tx, d.editor, { entryId }, noteKinds))
    await d.act((tx) =>
      saveEdition(
        tx,
        d.editor,
        { editionId: second, baseRevision: 1, kind: 'save', content: d.text({ title: 'Bản hai' }) },
        noteKinds,
      ),
    )
    await d.act((tx) => restoreEdition(tx, d.editor, { entryId, editionId }, noteKinds))
    expect(await editionById(database.db, second)).toMatchObject({
      title: 'Bản đầu',
      revision: 3,
      restoredFrom: editionId,
    })
    expect((await savesOfEdition(database.db, second)).map((save) => [save.kind, save.title])).toEqual([
      ['restore', 'Bản đầu'],
      ['save', 'Bản hai'],
      ['save', 'Bản đầu'],
    ])
    const [, kept] = await savesOfEdition(database.db, second)
    await d.act((tx) => restoreEdition(tx, d.editor, { entryId, saveId: kept?.id }, noteKinds))
    expect((await editionById(database.db, second))?.title).toBe('Bản hai')
    await d.act((tx) => discardEdition(tx, d.editor, { editionId: second }, noteKinds))
    const { editionId: third } = await d.act((tx) =>
      restoreEdition(tx, d.editor, { entryId, editionId: second }, noteKinds),
    )
    expect(await editionById(database.db, third)).toMatchObject({ version: 3, state: 'draft', title: 'Bản hai' })
  })

  test('never lets a head approve their own words, however often they were handed on', async () => {
    const first = await d.act((tx) =>
      createEntry(
        tx,
        d.chief,
        { siteId: d.ward.id, kind: 'article', content: d.text({ title: 'Lời của Trưởng' }) },
        noteKinds,
      ),
    )
    const { entryId } = first
    await d.act((tx) => discardEdition(tx, d.chief, { editionId: first.editionId }, noteKinds))
    const second = await d.act((tx) => restoreEdition(tx, d.editor, { entryId, editionId: first.editionId }, noteKinds))
    await d.act((tx) => discardEdition(tx, d.editor, second, noteKinds))
    const third = await d.act((tx) =>
      restoreEdition(tx, d.secretary, { entryId, editionId: second.editionId }, noteKinds),
    )
    await toTheHead(third.editionId, d.secretary, d.editor)
    expect(await refusal(approve(d.chief, third.editionId))).toEqual(['own-words'])
    await approve(d.deputy, third.editionId)
  })

  test('a kept save of the head’s counts as their words too', async () => {
    const { entryId, editionId } = await d.upTo('submitted')
    await d.act((tx) =>
      saveEdition(
        tx,
        d.chief,
        { editionId, baseRevision: 1, kind: 'save', content: d.text({ title: 'Trưởng viết lại' }) },
        noteKinds,
      ),
    )
    const [mine] = await savesOfEdition(database.db, editionId)
    await d.act((tx) =>
      saveEdition(
        tx,
        d.editor,
        { editionId, baseRevision: 2, kind: 'save', content: d.text({ title: 'Biên sửa' }) },
        noteKinds,
      ),
    )
    await d.act((tx) => restoreEdition(tx, d.editor, { entryId, saveId: mine?.id }, noteKinds))
    await d.act((tx) => reviewEdition(tx, d.secretary, { editionId }, noteKinds))
    expect(await refusal(approve(d.chief, editionId))).toEqual(['own-words'])
  })

  test('into an approved text is refused, and nothing of another entry or portal comes in', async () => {
    const { entryId, editionId } = await d.upTo('approved')
    const other = await d.upTo('draft')
    expect(await refusal(d.act((tx) => restoreEdition(tx, d.editor, { entryId, editionId }, noteKinds)))).toEqual([
      'frozen',
    ])
    await expect(
      d.act((tx) => restoreEdition(tx, d.editor, { entryId: other.entryId, editionId }, noteKinds)),
    ).rejects.toBeInstanceOf(NotFound)
    await expect(
      d.act((tx) => restoreEdition(tx, d.cityEditor, { entryId, editionId }, noteKinds)),
    ).rejects.toBeInstanceOf(NotFound)
  })
})

describe('addresses', () => {
  const pathsOf = async (entryId: number): Promise<[string, boolean][]> =>
    (
      await database.db
        .selectFrom('address')
        .select(['path', 'isCurrent'])
        .where('entryId', '=', entryId)
        .orderBy('path')
        .execute()
    ).map((row) => [row.path, row.isCurrent])
  async function nextVersion(entryId: number, given: Parameters<Desk['text']>[0]): Promise<void> {
    const { editionId } = await d.act((tx) => reviseEntry(tx, d.editor, { entryId }, noteKinds))
    await d.act((tx) =>
      saveEdition(tx, d.editor, { editionId, baseRevision: 1, kind: 'save', content: d.text(given) }, noteKinds),
    )
    await toTheHead(editionId, d.editor)
    await approve(d.chief, editionId)
    await d.act((tx) => publishEdition(tx, d.secretary, { editionId }, noteKinds))
  }

  test('two texts of one title have two addresses, and keep them when their titles change', async () => {
    const title = 'Lịch cắt điện ở Đội Cấn'
    const [one, two] = [await d.upTo('published', { title }), await d.upTo('published', { title })]
    expect(await pathsOf(one.entryId)).toEqual([['/bai-viet/lich-cat-dien-o-doi-can', true]])
    expect(await pathsOf(two.entryId)).toEqual([['/bai-viet/lich-cat-dien-o-doi-can-2', true]])
    await nextVersion(two.entryId, { title: 'Một tên khác' })
    expect(await pathsOf(two.entryId)).toEqual([['/bai-viet/lich-cat-dien-o-doi-can-2', true]])
  })

  test('a chosen address that changes leaves the old one leading to the new, and can come back', async () => {
    const { entryId } = await d.upTo('published', { slug: 'hoc-boi' })
    await nextVersion(entryId, { slug: 'hoc-boi-mien-phi', title: 'Khác' })
    expect(await pathsOf(entryId)).toEqual([
      ['/bai-viet/hoc-boi', false],
      ['/bai-viet/hoc-boi-mien-phi', true],
    ])
    const found = await database.delivery
      .selectFrom('liveAddress')
      .select(['path', 'isCurrent'])
      .where('entryId', '=', entryId)
      .orderBy('path')
      .execute()
    expect(found).toEqual([
      { path: '/bai-viet/hoc-boi', isCurrent: false },
      { path: '/bai-viet/hoc-boi-mien-phi', isCurrent: true },
    ])
    await nextVersion(entryId, { slug: 'hoc-boi', title: 'Lại khác' })
    expect(await pathsOf(entryId)).toEqual([
      ['/bai-viet/hoc-boi', true],
      ['/bai-viet/hoc-boi-mien-phi', false],
    ])
  })
})
