import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import { startWorker, type JobHandlers } from '../jobs/worker.ts'
import { approveEdition } from './approve-edition.ts'
import { correctEntry } from './correct-entry.ts'
import { expireDueEdition, publishDueEdition, tidyEditions, watchDueEditions } from './jobs.ts'
import { makePreviewLink } from './make-preview-link.ts'
import { notePresence } from './note-presence.ts'
import { publishEdition } from './publish-edition.ts'
import { editionById } from './queries.ts'
import { reviewEdition } from './review-edition.ts'
import { revokePreviewLinks } from './revoke-preview-links.ts'
import { scheduleEdition } from './schedule-edition.ts'
import { submitEdition } from './submit-edition.ts'
import { withdrawEdition } from './withdraw-edition.ts'

const logger = pino({ level: 'silent' })
let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())

const stateOf = async (id: number): Promise<string | undefined> => (await editionById(database.db, id))?.state
const schedule = (editionId: number, at: Date, expiresAt?: Date): Promise<void> =>
  d.act((tx) => scheduleEdition(tx, d.secretary, { editionId, at, expiresAt }, noteKinds))
const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000)
const actorOf = async (editionId: number, action: string): Promise<string[]> =>
  (
    await database.db
      .selectFrom('auditEvent')
      .select('actor')
      .where('subjectId', '=', String(editionId))
      .where('action', '=', action)
      .execute()
  ).map((row) => row.actor)

/** As if time had passed: what the schedule says is moved back. */
const letPass = (editionId: number, seconds: number): Promise<unknown> =>
  database.owner
    .updateTable('edition')
    .set({ scheduledFor: ago(seconds) })
    .where('id', '=', editionId)
    .execute()

test(
  'a scheduled text goes live by itself within five seconds of its time, and ends by itself',
  { timeout: 30_000 },
  async () => {
    const { editionId } = await d.upTo('approved')
    const idle = async (): Promise<void> => {}
    const handlers: JobHandlers = {
      'publish-due-edition': ({ editionId: id }) => publishDueEdition(database.db, noteKinds, id),
      'expire-edition': ({ editionId: id }) => expireDueEdition(database.db, noteKinds, id),
      'watch-due-editions': idle,
      'derive-images': idle,
      'send-mail': idle,
      'tidy-editions': idle,
      'tidy-files': idle,
      'forget-raters': idle,
      'forget-feedback-voices': idle,
      'forget-case-voices': idle,
      'count-question-words': idle,
      'erase-report-senders': idle,
      'empty-sealed-mails': idle,
      'empty-deliveries': idle,
      'clean-attachments': idle,
      'tidy-attachments': idle,
      'erase-case-senders': idle,
      'forget-visitors': idle,
      'recompute-clocks': idle,
      'tell-senders': idle,
      'route-cases': idle,
      'watch-clocks': idle,
      'morning-digest': idle,
      'close-silent': idle,
    }
    const worker = await startWorker(database.url, handlers, [], logger)
    try {
      const at = new Date(Date.now() + 1500)
      const expiresAt = new Date(Date.now() + 4000)
      await schedule(editionId, at, expiresAt)
      while ((await stateOf(editionId)) === 'scheduled' && Date.now() < at.getTime() + 6000)
        await new Promise((done) => setTimeout(done, 100))
      const published = (await editionById(database.db, editionId))?.publishedAt as Date
      expect(published.getTime() - at.getTime()).toBeGreaterThanOrEqual(0)
      expect(published.getTime() - at.getTime()).toBeLessThan(5000)
      while ((await stateOf(editionId)) === 'published' && Date.now() < expiresAt.getTime() + 6000)
        await new Promise((done) => setTimeout(done, 100))
      expect(await stateOf(editionId)).toBe('expired')
    } finally {
      await worker.stop()
    }
    expect(await actorOf(editionId, 'edition.published')).toEqual(['Lịch đăng'])
  },
)

test('the job does nothing for a text rescheduled, unscheduled, live or gone', async () => {
  const { editionId } = await d.upTo('approved')
  expect(await publishDueEdition(database.db, noteKinds, editionId)).toBe('not-due')
  await schedule(editionId, new Date(Date.now() + 3_600_000))
  expect(await publishDueEdition(database.db, noteKinds, editionId)).toBe('not-due')
  await letPass(editionId, 1)
  expect(await publishDueEdition(database.db, noteKinds, editionId)).toBe('published')
  expect(await publishDueEdition(database.db, noteKinds, editionId)).toBe('not-due')
  expect(await publishDueEdition(database.db, noteKinds, 2_000_000_000)).toBe('not-due')
})

test('the watchdog publishes what the job missed, in its own name', async () => {
  const { editionId } = await d.upTo('approved')
  await schedule(editionId, new Date(Date.now() + 3_600_000))
  await letPass(editionId, 2)
  expect((await watchDueEditions(database.db, noteKinds, logger)).published).toBe(0)
  await letPass(editionId, 20)
  expect((await watchDueEditions(database.db, noteKinds, logger)).published).toBe(1)
  expect(await actorOf(editionId, 'edition.published')).toEqual(['Giám sát lịch đăng'])
})

test('what is due but cannot go live is reported once, to the log and to the heads', async () => {
  const section = await database.owner
    .insertInto('section')
    .values({ siteId: d.ward.id, slug: 'tam', name: 'Tạm' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { editionId } = await d.upTo('approved', { sectionIds: [section.id], title: 'Bài mất chuyên mục' })
  await schedule(editionId, new Date(Date.now() + 3_600_000))
  await letPass(editionId, 20)
  await database.owner.deleteFrom('section').where('id', '=', section.id).execute()
  const events = await d.events()
  expect((await watchDueEditions(database.db, noteKinds, logger)).refused).toBe(1)
  expect((await watchDueEditions(database.db, noteKinds, logger)).refused).toBe(1)
  expect(await d.events()).toBe(events + 1)
  expect(await actorOf(editionId, 'edition.overdue')).toEqual(['Giám sát lịch đăng'])
  const mails = await database.db
    .selectFrom('outboxMail')
    .select(['recipient', 'body'])
    .where('subject', 'like', 'Đến giờ%')
    .execute()
  expect(mails.map((mail) => mail.recipient).toSorted()).toEqual(
    [d.chief.email, d.deputy.email, d.secretary.email].toSorted(),
  )
  expect(mails[0]?.body).toContain('Một chuyên mục đã chọn không còn trên cổng này')
  await database.owner
    .deleteFrom('entry')
    .where('id', '=', (await editionById(database.db, editionId))?.entryId as number)
    .execute()
})

test('the watchdog ends what should have expired', async () => {
  const { editionId } = await d.upTo('approved')
  await d.act((tx) =>
    publishEdition(tx, d.secretary, { editionId, expiresAt: new Date(Date.now() + 3_600_000) }, noteKinds),
  )
  expect(await expireDueEdition(database.db, noteKinds, editionId)).toBe('not-due')
  await database.owner
    .updateTable('edition')
    .set({ expiresAt: ago(1) })
    .where('id', '=', editionId)
    .execute()
  expect((await watchDueEditions(database.db, noteKinds, logger)).expired).toBe(1)
  expect(await stateOf(editionId)).toBe('expired')
})

test('a preview link shows a draft to whoever has it, until it is revoked or over', async () => {
  const { editionId } = await d.upTo('draft', { title: 'Bản xem thử' })
  const seen = async (token: string): Promise<unknown[]> =>
    (await sql`select content ->> 'title' as title from previewed_edition(${token})`.execute(database.delivery)).rows
  const { token } = await d.act((tx) => makePreviewLink(tx, d.lan, { editionId, hours: 24 }))
  const { token: over } = await d.act((tx) => makePreviewLink(tx, d.lan, { editionId, hours: 1 }))
  await sql`update preview_link set expires_at = now() - interval '1 minute' where token_hash = sha256(convert_to(${over}, 'UTF8'))`.execute(
    database.owner,
  )
  expect([await seen(token), await seen(over), await seen('x')]).toEqual([[{ title: 'Bản xem thử' }], [], []])
  expect(await d.act((tx) => revokePreviewLinks(tx, d.lan, { editionId }))).toEqual({ revoked: 1 })
  expect(await seen(token)).toEqual([])
})

test('what is over is forgotten, and nothing else', async () => {
  const { editionId } = await d.upTo('draft')
  await notePresence(database.db, d.lan, { editionId, typing: false })
  await notePresence(database.db, d.editor, { editionId, typing: false })
  await database.owner
    .updateTable('editionPresence')
    .set({ seenAt: ago(90_000) })
    .where('personId', '=', d.lan.id)
    .execute()
  expect(await tidyEditions(database.db)).toMatchObject({ presence: 1, autosaves: 0 })
})

test('what is withdrawn does not come back by itself: the correction that waited for its time is only approved', async () => {
  const { entryId, editionId } = await d.upTo('published', { title: 'Lịch cắt nước' })
  const next = await d.act((tx) => correctEntry(tx, d.lan, { entryId, note: 'Sai giờ' }, noteKinds))
  await d.act((tx) => submitEdition(tx, d.lan, next, noteKinds))
  await d.act((tx) => reviewEdition(tx, d.editor, next, noteKinds))
  await d.act((tx) => approveEdition(tx, d.chief, next, noteKinds))
  await schedule(next.editionId, new Date(Date.now() + 60_000))
  await d.act((tx) => withdrawEdition(tx, d.chief, { editionId, reason: 'Tin sai' }, noteKinds))
  expect(await publishDueEdition(database.db, noteKinds, next.editionId)).toBe('not-due')
  expect(await editionById(database.db, next.editionId)).toMatchObject({ state: 'approved', scheduledFor: null })
})

test('an edition the watchdog fails on does not hold up the others', async () => {
  const [broken, sound] = [await d.upTo('approved'), await d.upTo('approved')]
  for (const { editionId } of [broken, sound]) await schedule(editionId, new Date(Date.now() + 60_000))
  await letPass(broken.editionId, 30)
  await letPass(sound.editionId, 20)
  await sql`create function fail_on_one() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`.execute(
    database.owner,
  )
  await sql`create trigger fail_on_one before update on edition for each row when (new.id = ${sql.lit(broken.editionId)}) execute function fail_on_one()`.execute(
    database.owner,
  )
  await watchDueEditions(database.db, noteKinds, logger)
  expect([await stateOf(broken.editionId), await stateOf(sound.editionId)]).toEqual(['scheduled', 'published'])
  await sql`drop trigger fail_on_one on edition`.execute(database.owner)
})
