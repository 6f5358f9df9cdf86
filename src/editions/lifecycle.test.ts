import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Refused, Stale } from '../refusals.ts'
import { approveEdition } from './approve-edition.ts'
import { confirmEmergency } from './confirm-emergency.ts'
import { createEntry } from './create-entry.ts'
import { publishEdition } from './publish-edition.ts'
import { publishInEmergency } from './publish-in-emergency.ts'
import { editionById, stepsOfEdition } from './queries.ts'
import { recallEdition } from './recall-edition.ts'
import { returnEdition } from './return-edition.ts'
import { reviewEdition } from './review-edition.ts'
import { saveEdition } from './save-edition.ts'
import { scheduleEdition } from './schedule-edition.ts'
import { submitEdition } from './submit-edition.ts'
import { unscheduleEdition } from './unschedule-edition.ts'
import { withdrawEdition } from './withdraw-edition.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())

const stateOf = async (id: number): Promise<string | undefined> => (await editionById(database.db, id))?.state

/** The codes with which an act is refused; the act must leave no event. */
async function codesOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = await d.events()
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(await d.events()).toBe(before)
  if (error instanceof Refused) return error.codes
  throw error ?? new Error('was not refused')
}

describe('the full chain', () => {
  test('a text goes from Lan to the public through four people, with one event for each act and a word to whom it waits for', async () => {
    const { editionId } = await d.upTo('published')
    const steps = await stepsOfEdition(database.db, editionId)
    expect(steps.map((step) => [step.transition, step.name])).toEqual([
      ['create', d.lan.name],
      ['submit', d.lan.name],
      ['review', d.editor.name],
      ['approve', d.chief.name],
      ['publish', d.secretary.name],
    ])
    const events = await database.db
      .selectFrom('auditEvent')
      .select('action')
      .where('subjectKind', '=', 'edition')
      .where('subjectId', '=', String(editionId))
      .orderBy('id')
      .execute()
    expect(events.map((event) => event.action)).toEqual([
      'edition.submitted',
      'edition.reviewed',
      'edition.approved',
      'edition.published',
    ])
    const live = await database.delivery.selectFrom('liveItem').select(['path', 'title']).execute()
    expect(live).toEqual([
      { path: '/bai-viet/phuong-ba-dinh-mo-lop-hoc-boi-cho-tre-em', title: 'Phường Ba Đình mở lớp học bơi cho trẻ em' },
    ])
    const mails = await database.db.selectFrom('outboxMail').select(['recipient', 'subject']).orderBy('id').execute()
    expect(mails.filter((mail) => mail.recipient === d.lan.email).map((mail) => mail.subject)).toEqual([
      'Bài đã được duyệt: Phường Ba Đình mở lớp học bơi cho trẻ em',
      'Bài đã đăng: Phường Ba Đình mở lớp học bơi cho trẻ em',
    ])
    expect(
      mails
        .filter((mail) => mail.subject.startsWith('Chờ duyệt'))
        .map((mail) => mail.recipient)
        .toSorted(),
    ).toEqual([d.chief.email, d.deputy.email].toSorted())
  })

  test('a text cannot be approved before an editor has reviewed it', async () => {
    const { editionId } = await d.upTo('submitted')
    expect(await codesOf(() => d.act((tx) => approveEdition(tx, d.chief, { editionId }, noteKinds)))).toEqual([
      'wrong-state',
    ])
  })

  test('each step sets the hours within which the next is due', async () => {
    await database.owner.updateTable('siteChain').set({ reviewedHours: 3 }).where('siteId', '=', d.ward.id).execute()
    const { editionId } = await d.upTo('reviewed')
    const due = (await editionById(database.db, editionId))?.stepDueAt as Date
    expect(Math.abs(due.getTime() - Date.now() - 3 * 3_600_000)).toBeLessThan(60_000)
  })

  test('a returned text comes back with the comment, and its approval and schedule fall', async () => {
    const { editionId } = await d.upTo('approved')
    await d.act((tx) =>
      scheduleEdition(tx, d.secretary, { editionId, at: new Date(Date.now() + 3_600_000) }, noteKinds),
    )
    expect(
      await codesOf(() => d.act((tx) => returnEdition(tx, d.chief, { editionId, comment: '  ' }, noteKinds))),
    ).toEqual(['comment-missing'])
    await d.act((tx) => returnEdition(tx, d.chief, { editionId, comment: 'Kiểm tra lại số liệu.' }, noteKinds))
    expect(await editionById(database.db, editionId)).toMatchObject({
      state: 'returned',
      approvedBy: null,
      scheduledFor: null,
      stepDueAt: null,
    })
    expect((await stepsOfEdition(database.db, editionId)).at(-1)?.comment).toBe('Kiểm tra lại số liệu.')
    await d.act((tx) => submitEdition(tx, d.lan, { editionId }, noteKinds))
    expect(await stateOf(editionId)).toBe('submitted')
  })

  test('Lan takes her text back before approval, a colleague cannot', async () => {
    const { editionId } = await d.upTo('reviewed')
    await expect(d.act((tx) => recallEdition(tx, d.editor, { editionId }, noteKinds))).rejects.toBeInstanceOf(Forbidden)
    await d.act((tx) => recallEdition(tx, d.lan, { editionId }, noteKinds))
    expect(await stateOf(editionId)).toBe('draft')
  })

  test('a schedule can be moved and dropped, but not set in the past or after the expiry', async () => {
    const { editionId } = await d.upTo('approved')
    const hour = (count: number): Date => new Date(Date.now() + count * 3_600_000)
    expect(
      await codesOf(() => d.act((tx) => scheduleEdition(tx, d.secretary, { editionId, at: hour(-1) }, noteKinds))),
    ).toEqual(['schedule-past'])
    expect(await codesOf(() => d.act((tx) => scheduleEdition(tx, d.secretary, { editionId }, noteKinds)))).toEqual([
      'time-missing',
    ])
    expect(
      await codesOf(() =>
        d.act((tx) => scheduleEdition(tx, d.secretary, { editionId, at: hour(2), expiresAt: hour(1) }, noteKinds)),
      ),
    ).toEqual(['expiry-before-publication'])
    expect(
      await codesOf(() =>
        d.act((tx) => scheduleEdition(tx, d.secretary, { editionId, at: hour(2), expiresAt: hour(-1) }, noteKinds)),
      ),
    ).toEqual(['expiry-past', 'expiry-before-publication'])
    await d.act((tx) => scheduleEdition(tx, d.secretary, { editionId, at: hour(1) }, noteKinds))
    await d.act((tx) => scheduleEdition(tx, d.secretary, { editionId, at: hour(2) }, noteKinds))
    await d.act((tx) => unscheduleEdition(tx, d.secretary, { editionId }, noteKinds))
    expect(await editionById(database.db, editionId)).toMatchObject({ state: 'approved', scheduledFor: null })
  })

  test('whoever looked at an older text is told so instead of approving another', async () => {
    const { editionId } = await d.upTo('reviewed')
    const seen = (await editionById(database.db, editionId))?.revision as number
    await d.act((tx) =>
      saveEdition(
        tx,
        d.editor,
        { editionId, baseRevision: seen, kind: 'save', content: d.text({ title: 'Tiêu đề khác hẳn' }) },
        noteKinds,
      ),
    )
    await expect(
      d.act((tx) => approveEdition(tx, d.chief, { editionId, revision: seen }, noteKinds)),
    ).rejects.toBeInstanceOf(Stale)
    expect(await stateOf(editionId)).toBe('reviewed')
  })
})

describe('who may', () => {
  const forbidden = async (by: Actor, work: (by: Actor) => Promise<unknown>): Promise<void> => {
    const before = await d.events()
    await expect(work(by)).rejects.toBeInstanceOf(Forbidden)
    expect(await d.events()).toBe(before)
  }

  test('an editor does not approve, a contributor does not review, an auditor changes nothing', async () => {
    const { editionId } = await d.upTo('reviewed')
    await forbidden(d.editor, (by) => d.act((tx) => approveEdition(tx, by, { editionId }, noteKinds)))
    await forbidden(d.lan, (by) => d.act((tx) => returnEdition(tx, by, { editionId, comment: 'x' }, noteKinds)))
    await forbidden(d.auditor, (by) => d.act((tx) => approveEdition(tx, by, { editionId }, noteKinds)))
  })

  test('a colleague of another portal learns nothing, not even that the text exists', async () => {
    const { editionId } = await d.upTo('reviewed')
    await expect(d.act((tx) => approveEdition(tx, d.cityChief, { editionId }, noteKinds))).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(
      d.act((tx) => approveEdition(tx, d.cityChief, { editionId: 2_000_000_000 }, noteKinds)),
    ).rejects.toBeInstanceOf(NotFound)
  })

  test('a head who wrote a text does not approve it, nor does the one who handed it in', async () => {
    const own = await d.act((tx) =>
      createEntry(tx, d.chief, { siteId: d.ward.id, kind: 'article', content: d.text() }, noteKinds),
    )
    await d.act((tx) => submitEdition(tx, d.chief, own, noteKinds))
    expect(await codesOf(() => d.act((tx) => reviewEdition(tx, d.chief, own, noteKinds)))).toEqual(['own-article'])
    await d.act((tx) => reviewEdition(tx, d.editor, own, noteKinds))
    expect(await codesOf(() => d.act((tx) => approveEdition(tx, d.chief, own, noteKinds)))).toEqual(['own-article'])
    const lans = await d.upTo('draft')
    await d.act((tx) => submitEdition(tx, d.chief, lans, noteKinds))
    await d.act((tx) => reviewEdition(tx, d.editor, lans, noteKinds))
    expect(await codesOf(() => d.act((tx) => approveEdition(tx, d.chief, lans, noteKinds)))).toEqual(['own-submission'])
    await d.act((tx) => approveEdition(tx, d.deputy, lans, noteKinds))
  })

  test('in the short chain the head approves at once, and still never their own', async () => {
    await database.owner
      .insertInto('siteChain')
      .values({ siteId: d.otherWard.id, kind: 'article', chain: 'short' })
      .onConflict((c) => c.columns(['siteId', 'kind']).doUpdateSet({ chain: 'short' }))
      .execute()
    const head: Actor = { ...d.chief, memberships: [{ siteId: d.otherWard.id, role: 'chief_editor' }] }
    const writer: Actor = { ...d.lan, memberships: [{ siteId: d.otherWard.id, role: 'contributor' }] }
    const content = d.text({ sectionIds: [d.otherWard.sections['tin-tuc'] as number] })
    const lans = await d.act((tx) =>
      createEntry(tx, writer, { siteId: d.otherWard.id, kind: 'article', content }, noteKinds),
    )
    await d.act((tx) => submitEdition(tx, writer, lans, noteKinds))
    await expect(d.act((tx) => reviewEdition(tx, head, lans, noteKinds))).rejects.toMatchObject({
      codes: ['not-in-chain'],
    })
    await d.act((tx) => approveEdition(tx, head, lans, noteKinds))
    const own = await d.act((tx) =>
      createEntry(tx, head, { siteId: d.otherWard.id, kind: 'article', content }, noteKinds),
    )
    await d.act((tx) => submitEdition(tx, head, own, noteKinds))
    expect(await codesOf(() => d.act((tx) => approveEdition(tx, head, own, noteKinds)))).toEqual(['own-article'])
  })
})

describe('emergency and withdrawal', () => {
  test('a head publishes their own warning with a reason; it stays flagged until another head confirms', async () => {
    const own = await d.act((tx) =>
      createEntry(
        tx,
        d.chief,
        { siteId: d.ward.id, kind: 'article', content: d.text({ title: 'Cảnh báo mưa lớn' }) },
        noteKinds,
      ),
    )
    expect(
      await codesOf(() => d.act((tx) => publishInEmergency(tx, d.chief, { editionId: own.editionId }, noteKinds))),
    ).toEqual(['reason-missing'])
    await d.act((tx) =>
      publishInEmergency(tx, d.chief, { editionId: own.editionId, reason: 'Mưa lớn trong một giờ tới' }, noteKinds),
    )
    expect(await editionById(database.db, own.editionId)).toMatchObject({
      state: 'published',
      emergencyReason: 'Mưa lớn trong một giờ tới',
      confirmedBy: null,
    })
    expect(await codesOf(() => d.act((tx) => confirmEmergency(tx, d.chief, own)))).toEqual(['own-article'])
    await expect(d.act((tx) => confirmEmergency(tx, d.editor, own))).rejects.toBeInstanceOf(Forbidden)
    await d.act((tx) => confirmEmergency(tx, d.deputy, own))
    expect((await editionById(database.db, own.editionId))?.confirmedBy).toBe(d.deputy.id)
    expect(await codesOf(() => d.act((tx) => confirmEmergency(tx, d.deputy, own)))).toEqual(['no-emergency'])
  })

  test('whoever pressed the emergency button for a colleague is not the second person', async () => {
    const { editionId } = await d.upTo('submitted')
    await d.act((tx) => publishInEmergency(tx, d.chief, { editionId, reason: 'Vỡ đường ống nước' }, noteKinds))
    expect(await codesOf(() => d.act((tx) => confirmEmergency(tx, d.chief, { editionId })))).toEqual(['own-article'])
  })

  test('a withdrawn text is gone for the public at once, with its reason', async () => {
    const { entryId, editionId } = await d.upTo('published', { title: 'Tin sẽ bị gỡ' })
    expect(await codesOf(() => d.act((tx) => withdrawEdition(tx, d.chief, { editionId }, noteKinds)))).toEqual([
      'reason-missing',
    ])
    await d.act((tx) => withdrawEdition(tx, d.chief, { editionId, reason: 'Số liệu chưa kiểm chứng' }, noteKinds))
    expect(
      await database.delivery.selectFrom('liveItem').select('entryId').where('entryId', '=', entryId).execute(),
    ).toEqual([])
    const gone = await database.delivery
      .selectFrom('goneItem')
      .select(['state', 'reason'])
      .where('entryId', '=', entryId)
      .execute()
    expect(gone).toEqual([{ state: 'withdrawn', reason: 'Số liệu chưa kiểm chứng' }])
    expect(await codesOf(() => d.act((tx) => publishEdition(tx, d.secretary, { editionId }, noteKinds)))).toEqual([
      'wrong-state',
    ])
  })
})
