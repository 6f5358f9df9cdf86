import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import { Refused } from '../refusals.ts'
import { approveEdition } from './approve-edition.ts'
import { correctEntry } from './correct-entry.ts'
import { publishEdition } from './publish-edition.ts'
import { editionById } from './queries.ts'
import { returnEdition } from './return-edition.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())

/** How many were allowed; the others must have been refused, nothing else. */
async function allowed(works: Promise<unknown>[]): Promise<number> {
  const settled = await Promise.allSettled(works)
  for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refused)
  return settled.filter((one) => one.status === 'fulfilled').length
}

test('two heads approve at the same moment: one approval, one event', async () => {
  const { editionId } = await d.upTo('reviewed')
  const events = await d.events()
  expect(
    await allowed(
      [d.chief, d.deputy, d.chief, d.deputy].map((by) =>
        d.act((tx) => approveEdition(tx, by, { editionId }, noteKinds)),
      ),
    ),
  ).toBe(1)
  expect(await d.events()).toBe(events + 1)
})

test('one head approves while the other returns: the text is the one or the other', async () => {
  const { editionId } = await d.upTo('reviewed')
  const works = [
    d.act((tx) => approveEdition(tx, d.chief, { editionId }, noteKinds)),
    d.act((tx) => returnEdition(tx, d.deputy, { editionId, comment: 'Chưa được' }, noteKinds)),
  ]
  const done = await allowed(works)
  const edition = await editionById(database.db, editionId)
  // A return after the approval is a step of its own; an approval after the return is refused.
  expect(edition).toMatchObject(
    done === 2 || edition?.state === 'returned' ? { state: 'returned', approvedBy: null } : { state: 'approved' },
  )
})

test('published at the same moment by four: live once, one event', async () => {
  const { entryId, editionId } = await d.upTo('approved')
  const events = await d.events()
  expect(
    await allowed([1, 2, 3, 4].map(() => d.act((tx) => publishEdition(tx, d.secretary, { editionId }, noteKinds)))),
  ).toBe(1)
  expect(await d.events()).toBe(events + 1)
  expect(
    (await database.delivery.selectFrom('liveItem').select('entryId').where('entryId', '=', entryId).execute()).length,
  ).toBe(1)
})

test('two corrections begun at the same moment: one open version', async () => {
  const { entryId } = await d.upTo('published')
  expect(
    await allowed(
      [d.editor, d.secretary].map((by) => d.act((tx) => correctEntry(tx, by, { entryId, note: 'Sửa' }, noteKinds))),
    ),
  ).toBe(1)
})

test('twelve texts of one title published at once have twelve addresses', async () => {
  const title = 'Thông báo nghỉ lễ của phường'
  const made = []
  for (let count = 0; count < 12; count++) made.push(await d.upTo('approved', { title }))
  expect(
    await allowed(
      made.map(({ editionId }) => d.act((tx) => publishEdition(tx, d.secretary, { editionId }, noteKinds))),
    ),
  ).toBe(12)
  const paths = await database.delivery.selectFrom('liveItem').select('path').where('title', '=', title).execute()
  expect(new Set(paths.map((row) => row.path)).size).toBe(12)
})

test('a publication that breaks off before its commit leaves nothing at all', async () => {
  const { entryId, editionId } = await d.upTo('approved', { title: 'Bài bị ngắt' })
  const count = async (): Promise<unknown[]> => [
    await d.events(),
    (await editionById(database.db, editionId))?.state,
    (await database.db.selectFrom('address').select('path').where('entryId', '=', entryId).execute()).length,
    (await database.db.selectFrom('outboxMail').select('id').execute()).length,
    (await database.db.selectFrom('editionStep').select('id').where('editionId', '=', editionId).execute()).length,
  ]
  const before = await count()
  const broken = d.act(async (tx) => {
    await publishEdition(tx, d.secretary, { editionId, expiresAt: new Date(Date.now() + 60_000) }, noteKinds)
    throw new Error('the lights went out')
  })
  await expect(broken).rejects.toThrow('the lights went out')
  expect(await count()).toEqual(before)
})
