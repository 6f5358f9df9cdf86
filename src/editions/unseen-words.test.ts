import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import type { Actor } from '../people/actor.ts'
import { Refused } from '../refusals.ts'
import { approveEdition } from './approve-edition.ts'
import { confirmEmergency } from './confirm-emergency.ts'
import { publishInEmergency } from './publish-in-emergency.ts'
import { editionById } from './queries.ts'
import { restoreEdition } from './restore-edition.ts'
import { returnEdition } from './return-edition.ts'
import { reviewEdition } from './review-edition.ts'
import { saveEdition } from './save-edition.ts'
import { submitEdition } from './submit-edition.ts'
import { workOf } from './work-lists.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())

async function rewrite(by: Actor, editionId: number, kind: 'save' | 'autosave' = 'save'): Promise<void> {
  const { revision } = (await editionById(database.db, editionId)) as { revision: number }
  const content = d.text({ title: `Lời của ${by.name}, lần ${revision}` })
  await d.act((tx) => saveEdition(tx, by, { editionId, baseRevision: revision, kind, content }, noteKinds))
}
const approve = (by: Actor, editionId: number): Promise<readonly string[]> =>
  d.act((tx) => approveEdition(tx, by, { editionId }, noteKinds)).then(() => [], codesOf)
const submit = (by: Actor, editionId: number) => d.act((tx) => submitEdition(tx, by, { editionId }, noteKinds))
const review = (by: Actor, editionId: number) => d.act((tx) => reviewEdition(tx, by, { editionId }, noteKinds))
const giveBack = (by: Actor, editionId: number) =>
  d.act((tx) => returnEdition(tx, by, { editionId, comment: 'Xem lại chỗ tôi sửa.' }, noteKinds))
function codesOf(error: unknown): readonly string[] {
  if (error instanceof Refused) return error.codes
  throw error
}

describe('a head who writes into a text that was handed in', () => {
  test.each(['save', 'autosave'] as const)(
    'does not approve those words himself (%s); the other head does',
    async (kind) => {
      const { editionId } = await d.upTo('reviewed')
      await rewrite(d.chief, editionId, kind)
      expect(await approve(d.chief, editionId)).toEqual(['own-changes'])
      expect(await approve(d.deputy, editionId)).toEqual([])
    },
  )

  test('nor after reviewing them himself', async () => {
    const { editionId } = await d.upTo('submitted')
    await rewrite(d.chief, editionId)
    await review(d.chief, editionId)
    expect(await approve(d.chief, editionId)).toEqual(['own-changes'])
  })

  test('nor by restoring an earlier text over it', async () => {
    const { editionId, entryId } = await d.upTo('reviewed')
    await rewrite(d.editor, editionId)
    await d.act((tx) => restoreEdition(tx, d.chief, { entryId, editionId }, noteKinds))
    await rewrite(d.chief, editionId)
    expect(await approve(d.chief, editionId)).toContain('own-changes')
  })

  test('approves once an editor has reviewed what he wrote', async () => {
    const { editionId } = await d.upTo('submitted')
    await rewrite(d.chief, editionId)
    await review(d.editor, editionId)
    expect(await approve(d.chief, editionId)).toEqual([])
  })

  test('approves once the author has handed it in again, and is not told of it as work before', async () => {
    const { editionId } = await d.upTo('reviewed')
    await rewrite(d.chief, editionId)
    const waits = async () => (await workOf(database.db, d.chief, new Date())).waiting.map((row) => row.id)
    expect(await waits()).not.toContain(editionId)
    await giveBack(d.chief, editionId)
    await submit(d.lan, editionId)
    await review(d.editor, editionId)
    expect(await waits()).toContain(editionId)
    expect(await approve(d.chief, editionId)).toEqual([])
  })

  test('does not confirm them either when they went out in emergency', async () => {
    const { editionId } = await d.upTo('submitted')
    await rewrite(d.chief, editionId)
    await d.act((tx) => publishInEmergency(tx, d.secretary, { editionId, reason: 'Mưa lũ' }, noteKinds))
    const confirm = (by: Actor) => d.act((tx) => confirmEmergency(tx, by, { editionId })).then(() => [], codesOf)
    expect(await confirm(d.chief)).toEqual(['own-article'])
    expect(await confirm(d.deputy)).toEqual([])
  })
})

test('the database keeps who wrote unseen words, whatever an update says of it', async () => {
  const { editionId } = await d.upTo('reviewed')
  await rewrite(d.chief, editionId)
  const set = database.owner.updateTable('edition').where('id', '=', editionId)
  await set.set({ unseenWriters: [] }).execute()
  const approval = set.set({ unseenWriters: [], state: 'approved', approvedBy: d.chief.id }).execute()
  await expect(approval).rejects.toThrow('approver_wrote_nothing_unseen')
})
