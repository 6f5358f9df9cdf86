import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { notePresence } from './note-presence.ts'
import { editionById, saveById, savesOfEdition } from './queries.ts'
import { saveEdition, type SaveOutcome } from './save-edition.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())

type Typed = [baseRevision: number, title: string, kind?: 'save' | 'autosave']
const save = (by: Actor, editionId: number, ...[baseRevision, title, kind = 'save']: Typed): Promise<SaveOutcome> =>
  d.act((tx) => saveEdition(tx, by, { editionId, baseRevision, kind, content: d.text({ title }) }, noteKinds))
const titles = async (editionId: number): Promise<[string, string][]> =>
  (await savesOfEdition(database.db, editionId)).map((one) => [one.kind, one.title])

test('Lan saves: the revision rises, the text is kept, one event names what changed', async () => {
  const { editionId } = await d.upTo('draft')
  const events = await d.events()
  expect(await save(d.lan, editionId, 1, 'Tiêu đề mới')).toEqual({ outcome: 'saved', revision: 2, dropped: [] })
  expect(await d.events()).toBe(events + 1)
  const last = await database.db
    .selectFrom('auditEvent')
    .select(['action', 'after'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  expect(last).toEqual({ action: 'edition.saved', after: { revision: 2, changed: ['title'] } })
  expect(await titles(editionId)).toEqual([
    ['save', 'Tiêu đề mới'],
    ['save', 'Phường Ba Đình mở lớp học bơi cho trẻ em'],
  ])
})

test('saving what stands already does nothing and says saved', async () => {
  const { editionId } = await d.upTo('draft')
  const events = await d.events()
  expect(await save(d.lan, editionId, 1, 'Phường Ba Đình mở lớp học bơi cho trẻ em')).toEqual({
    outcome: 'saved',
    revision: 1,
    dropped: [],
  })
  expect([await d.events(), (await savesOfEdition(database.db, editionId)).length]).toEqual([events, 1])
})

test('what the kind does not know is dropped and named', async () => {
  const { editionId } = await d.upTo('draft')
  const outcome = await d.act((tx) =>
    saveEdition(
      tx,
      d.lan,
      { editionId, baseRevision: 1, kind: 'save', content: { ...d.text({ title: 'Có mục lạ' }), onload: 'alert(1)' } },
      noteKinds,
    ),
  )
  expect(outcome).toMatchObject({ outcome: 'saved', dropped: ['onload'] })
  expect((await editionById(database.db, editionId))?.content).not.toHaveProperty('onload')
})

test('autosaves leave no event and are one row for a person in five minutes; another person’s stay', async () => {
  const { editionId } = await d.upTo('draft')
  const events = await d.events()
  for (const [index, title] of ['a', 'ab', 'abc'].entries()) await save(d.lan, editionId, 1 + index, title, 'autosave')
  await save(d.editor, editionId, 4, 'abcd', 'autosave')
  await save(d.lan, editionId, 5, 'abcde', 'autosave')
  expect(await d.events()).toBe(events)
  expect(await titles(editionId)).toEqual([
    ['autosave', 'abcde'],
    ['autosave', 'abcd'],
    ['save', 'Phường Ba Đình mở lớp học bơi cho trẻ em'],
  ])
  await database.owner
    .updateTable('editionSave')
    .set({ savedAt: new Date(Date.now() - 6 * 60_000) })
    .where('editionId', '=', editionId)
    .execute()
  await save(d.lan, editionId, 6, 'abcdef', 'autosave')
  expect((await titles(editionId)).slice(0, 2)).toEqual([
    ['autosave', 'abcdef'],
    ['autosave', 'abcde'],
  ])
})

test('two editors collide: nothing is overwritten, both texts are kept, and each learns of the other', async () => {
  const { editionId } = await d.upTo('draft')
  await save(d.lan, editionId, 1, 'Bản của Lan')
  const events = await d.events()
  const outcome = await save(d.editor, editionId, 1, 'Bản của Biên')
  expect(outcome).toMatchObject({
    outcome: 'conflict',
    theirs: { revision: 2, name: d.lan.name, content: { title: 'Bản của Lan' } },
  })
  expect((await editionById(database.db, editionId))?.title).toBe('Bản của Lan')
  if (outcome.outcome !== 'conflict') throw new Error('no conflict')
  expect(await saveById(database.db, outcome.saveId)).toMatchObject({
    kind: 'conflict',
    personId: d.editor.id,
    content: { title: 'Bản của Biên' },
  })
  expect(await d.events()).toBe(events)
  await save(d.editor, editionId, 1, 'Bản của Biên, thêm', 'autosave')
  expect((await titles(editionId)).filter(([kind]) => kind === 'conflict')).toEqual([
    ['conflict', 'Bản của Biên, thêm'],
  ])
})

test('two saves at the very same moment: one wins, the other is kept as conflict', async () => {
  const { editionId } = await d.upTo('draft')
  const outcomes = await Promise.all([
    save(d.lan, editionId, 1, 'Một'),
    save(d.editor, editionId, 1, 'Hai'),
    save(d.chief, editionId, 1, 'Ba'),
  ])
  expect(outcomes.map((one) => one.outcome).toSorted()).toEqual(['conflict', 'conflict', 'saved'])
  expect((await titles(editionId)).map(([, title]) => title).toSorted()).toEqual(
    ['Ba', 'Hai', 'Một', 'Phường Ba Đình mở lớp học bơi cho trẻ em'].toSorted(),
  )
})

test('an approved text is frozen, a colleague’s draft is not a contributor’s, another portal’s is nobody’s', async () => {
  const { editionId } = await d.upTo('approved')
  await expect(save(d.chief, editionId, 1, 'x')).rejects.toMatchObject({ codes: ['wrong-state'] })
  const { editionId: draft } = await d.upTo('draft')
  const other: Actor = { ...d.auditor, memberships: [{ siteId: d.ward.id, role: 'contributor' }] }
  await expect(save(other, draft, 1, 'x')).rejects.toBeInstanceOf(NotFound)
  await expect(save(d.cityEditor, draft, 1, 'x')).rejects.toBeInstanceOf(NotFound)
  await expect(save(d.auditor, draft, 1, 'x')).rejects.toBeInstanceOf(Forbidden)
})

test('two editors see each other while they are there', async () => {
  const { editionId } = await d.upTo('draft')
  expect(await notePresence(database.db, d.lan, { editionId, typing: true })).toEqual([])
  expect(await notePresence(database.db, d.editor, { editionId, typing: false })).toMatchObject([
    { name: d.lan.name, typing: true },
  ])
  await database.owner
    .updateTable('editionPresence')
    .set({ seenAt: new Date(Date.now() - 60_000) })
    .where('personId', '=', d.lan.id)
    .execute()
  expect(await notePresence(database.db, d.editor, { editionId, typing: false })).toEqual([])
  await expect(notePresence(database.db, d.cityEditor, { editionId, typing: false })).rejects.toBeInstanceOf(NotFound)
})

test.each([Number.NaN, 2 ** 40, -1, 1.5])(
  'a text that says it began from revision %s is kept beside what stands',
  async (baseRevision) => {
    const { editionId } = await d.upTo('draft')
    const outcome = await save(d.lan, editionId, baseRevision, 'Bản gõ dở')
    expect(outcome.outcome).toBe('conflict')
    expect(await titles(editionId)).toContainEqual(['conflict', 'Bản gõ dở'])
  },
)
