import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds } from '../../src/kinds.ts'
import { inTransaction, type Transaction } from '../../src/database/connect.ts'
import { approveEdition } from '../../src/editions/approve-edition.ts'
import { createEntry } from '../../src/editions/create-entry.ts'
import { publishEdition } from '../../src/editions/publish-edition.ts'
import { reviewEdition } from '../../src/editions/review-edition.ts'
import { submitEdition } from '../../src/editions/submit-edition.ts'
import type { Actor } from '../../src/people/actor.ts'
import { actorById } from '../../src/people/queries.ts'
import { articleContent, newsroomOf, type Newsroom } from '../support/articles.ts'
import { newWindow, startBrowser } from '../support/desk-browser.ts'
import { startTestKhue, type TestKhue } from '../support/khue.ts'
import { person } from '../support/people.ts'
import { signIn } from '../support/session.ts'

// Hạnh writes for the ward of Ba Đình and is chief of another ward; later she is made chief of Ba Đình too.
let khue: TestKhue
let people: Newsroom
let browser: Browser
let hanh: Actor
const pages = new Map<string, Page>()

beforeAll(async () => {
  khue = await startTestKhue(async ({ db }) => {
    people = await newsroomOf(db)
    hanh = await person(db, 'Lê Thị Hạnh', [
      { siteId: people.ward.id, role: 'contributor' },
      { siteId: people.otherWard.id, role: 'chief_editor' },
    ])
  })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await khue?.stop()
})

async function as(someone: Actor): Promise<Page> {
  const open = pages.get(someone.id)
  if (open) return open
  const secret = readFileSync(path.join(khue.config.home, 'secret'), 'utf8').trim()
  const [name = '', value = ''] = (await signIn(khue.database.db, someone, secret)).split(/=(.*)/s)
  const window = await newWindow(browser)
  await window.addCookies([{ name, value, url: khue.office }])
  const page = await window.newPage()
  pages.set(someone.id, page)
  return page
}

/** Sends a form of the office the way a browser does, whether or not a screen shows it. */
async function post(
  someone: Actor,
  address: string,
  form: Record<string, string> = {},
): Promise<{ status: number; text: string; to: string }> {
  const { request } = (await as(someone)).context()
  const answer = await request.post(khue.office + address, { form, headers: { origin: khue.office }, maxRedirects: 0 })
  return { status: answer.status(), text: await answer.text(), to: answer.headers().location ?? '' }
}

const act = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => inTransaction(khue.database.db, work)
const steps = ['draft', 'submitted', 'reviewed', 'approved', 'published'] as const
let written = 0

/** An article of Hạnh's, brought on by her colleagues. */
async function herArticle(state: (typeof steps)[number]): Promise<{ entryId: number; editionId: number }> {
  const { ward, editor, chief } = people
  return act(async (tx) => {
    const content = await articleContent(tx, ward, { title: `Ngày hội đọc sách lần thứ ${++written}` })
    const made = await createEntry(tx, hanh, { siteId: ward.id, kind: 'article', content }, kinds)
    const taken = [
      () => submitEdition(tx, hanh, made, kinds),
      () => reviewEdition(tx, editor, made, kinds),
      () => approveEdition(tx, chief, made, kinds),
      () => publishEdition(tx, chief, made, kinds),
    ]
    for (const take of taken.slice(0, steps.indexOf(state))) await take()
    return made
  })
}

/** All that an act could leave behind. */
async function traces(): Promise<unknown> {
  const { owner } = khue.database
  const [editions, live, taken, events] = await Promise.all([
    owner
      .selectFrom('edition')
      .select(['id', 'state', 'revision', 'approvedBy', 'confirmedBy'])
      .orderBy('id')
      .execute(),
    owner
      .selectFrom('liveItem')
      .select(['siteId', 'entryId', 'editionId'])
      .orderBy('entryId')
      .orderBy('siteId')
      .execute(),
    owner
      .selectFrom('editionStep')
      .select((eb) => eb.fn.countAll().as('n'))
      .execute(),
    owner
      .selectFrom('auditEvent')
      .select((eb) => eb.fn.countAll().as('n'))
      .execute(),
  ])
  return { editions, live, taken, events }
}

const ownArticle = 'Bạn là người viết: cần một người khác làm bước này.'
const tomorrow = (): string => new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 16)
const allFields = () => ({ comment: 'Được.', reason: 'Cần ngay.', at: tomorrow(), expiresAt: '' })

/** The address refuses her with these words on the screen, and nothing at all has changed. */
async function refusesHer(address: string, words: string | RegExp, form: Record<string, string> = {}): Promise<void> {
  const before = await traces()
  const answer = await post(hanh, address, { ...allFields(), ...form })
  expect([403, 409], `${address}: ${answer.status} ${answer.to}`).toContain(answer.status)
  expect(answer.text, address).toMatch(words)
  expect(await traces(), address).toEqual(before)
}

const revisionOf = async (editionId: number): Promise<Record<string, string>> => {
  const { revision } = await khue.database.db
    .selectFrom('edition')
    .select('revision')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow()
  return { revision: String(revision) }
}

test('who is chief of another ward has no step of a chief on the ward she writes for', async () => {
  for (const state of steps) {
    const { editionId } = await herArticle(state)
    for (const noun of [
      'duyet-bien-tap',
      'phe-duyet',
      'dang',
      'hen-gio',
      'bo-hen-gio',
      'dang-khan-cap',
      'go-bai',
      'xac-nhan-khan-cap',
    ]) {
      await refusesHer(
        `/ban-thao/${editionId}/buoc/${noun}`,
        /Vai trò của bạn|Bạn là người viết|không có quyền|không được|chưa thực hiện được/,
        await revisionOf(editionId),
      )
    }
  }
}, 60_000)

test('made chief of the ward, she still cannot pass on or approve what she wrote, whatever she sends', async () => {
  await khue.database.db
    .insertInto('membership')
    .values({ personId: hanh.id, siteId: people.ward.id, role: 'chief_editor', validFrom: '2020-01-01' })
    .execute()
  hanh = (await actorById(khue.database.db, hanh.id))!
  for (const state of ['draft', 'submitted', 'reviewed'] as const) {
    const { editionId } = await herArticle(state)
    for (const noun of [
      'duyet-bien-tap',
      'phe-duyet',
      'dang',
      'hen-gio',
      'bo-hen-gio',
      'go-bai',
      'xac-nhan-khan-cap',
    ]) {
      await refusesHer(`/ban-thao/${editionId}/buoc/${noun}`, 'Chưa thực hiện được', await revisionOf(editionId))
    }
  }
  const reviewed = await herArticle('reviewed')
  await refusesHer(`/ban-thao/${reviewed.editionId}/buoc/phe-duyet`, ownArticle, await revisionOf(reviewed.editionId))
  const submitted = await herArticle('submitted')
  await refusesHer(
    `/ban-thao/${submitted.editionId}/buoc/duyet-bien-tap`,
    ownArticle,
    await revisionOf(submitted.editionId),
  )
}, 60_000)

test('her screen says beside the button why it is not for her, and offers no form to send', async () => {
  const { editionId } = await herArticle('reviewed')
  const page = await as(hanh)
  await page.goto(`${khue.office}/ban-thao/${editionId}/duyet`)
  const blocked = page
    .locator('details.step-blocked')
    .filter({ has: page.locator('summary', { hasText: 'Duyệt' }) })
    .first()
  if ((await blocked.getAttribute('open')) === null) await blocked.locator('summary').click()
  await blocked.getByText(ownArticle).waitFor()
  expect(await page.locator('form[action$="/buoc/phe-duyet"]').count()).toBe(0)
})

test('the short chain needs a second person too', async () => {
  const { db } = khue.database
  await db.updateTable('siteChain').set({ chain: 'short' }).where('siteId', '=', people.ward.id).execute()
  const { editionId } = await herArticle('submitted')
  await db.updateTable('siteChain').set({ chain: 'full' }).where('siteId', '=', people.ward.id).execute()
  await refusesHer(`/ban-thao/${editionId}/buoc/phe-duyet`, ownArticle, await revisionOf(editionId))
})

test('her words brought back by a colleague are still hers', async () => {
  const { entryId, editionId } = await herArticle('draft')
  expect((await post(hanh, `/ban-thao/${editionId}/buoc/bo`, await revisionOf(editionId))).status).toBe(303)
  const restored = await post(people.editor, `/muc/${entryId}/khoi-phuc`, { editionId: String(editionId) })
  expect(restored.status).toBe(303)
  const again = Number(/\/ban-thao\/(\d+)\//.exec(restored.to)?.[1])
  expect((await post(people.editor, `/ban-thao/${again}/buoc/trinh`, await revisionOf(again))).status).toBe(303)
  expect((await post(people.secretary, `/ban-thao/${again}/buoc/duyet-bien-tap`, await revisionOf(again))).status).toBe(
    303,
  )
  await refusesHer(
    `/ban-thao/${again}/buoc/phe-duyet`,
    'Bản này lấy lại lời văn của bạn: cần một người khác duyệt.',
    await revisionOf(again),
  )
  expect((await post(people.chief, `/ban-thao/${again}/buoc/phe-duyet`, await revisionOf(again))).status).toBe(303)
})

test('she cannot approve her correction, and readers see nothing of it', async () => {
  const { entryId } = await herArticle('published')
  const begun = await post(hanh, `/muc/${entryId}/dinh-chinh`, { note: 'Ngày hội diễn ra chiều Chủ nhật.' })
  const editionId = Number(/\/ban-thao\/(\d+)/.exec(begun.to)?.[1])
  expect((await post(hanh, `/ban-thao/${editionId}/buoc/trinh`, await revisionOf(editionId))).status).toBe(303)
  await refusesHer(`/ban-thao/${editionId}/buoc/duyet-bien-tap`, ownArticle, await revisionOf(editionId))
  expect(
    (await post(people.editor, `/ban-thao/${editionId}/buoc/duyet-bien-tap`, await revisionOf(editionId))).status,
  ).toBe(303)
  await refusesHer(`/ban-thao/${editionId}/buoc/phe-duyet`, ownArticle, await revisionOf(editionId))
  const reader = await (await newWindow(browser)).newPage()
  const { path: address } = await khue.database.db
    .selectFrom('liveItem')
    .select('path')
    .where('entryId', '=', entryId)
    .executeTakeFirstOrThrow()
  await reader.goto(khue.site(people.ward.host) + address)
  expect(await reader.locator('main').innerText()).not.toContain('chiều Chủ nhật')
})

test('what she published in emergency stays flagged until somebody else confirms it', async () => {
  const { editionId } = await herArticle('draft')
  const published = await post(hanh, `/ban-thao/${editionId}/buoc/dang-khan-cap`, {
    reason: 'Nước sông đang lên.',
    ...(await revisionOf(editionId)),
  })
  expect(published.status).toBe(303)
  await refusesHer(`/ban-thao/${editionId}/buoc/xac-nhan-khan-cap`, ownArticle, await revisionOf(editionId))
  const flag = async (): Promise<string | null> =>
    (
      await khue.database.db
        .selectFrom('edition')
        .select('confirmedBy')
        .where('id', '=', editionId)
        .executeTakeFirstOrThrow()
    ).confirmedBy
  expect(await flag()).toBeNull()
  expect(
    (await post(people.chief, `/ban-thao/${editionId}/buoc/xac-nhan-khan-cap`, await revisionOf(editionId))).status,
  ).toBe(303)
  expect(await flag()).toBe(people.chief.id)
})
