import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { kinds } from '../../src/kinds.ts'
import { inTransaction, type Database } from '../../src/database/connect.ts'
import { approveEdition } from '../../src/editions/approve-edition.ts'
import { createEntry } from '../../src/editions/create-entry.ts'
import { publishEdition } from '../../src/editions/publish-edition.ts'
import { reviewEdition } from '../../src/editions/review-edition.ts'
import { submitEdition } from '../../src/editions/submit-edition.ts'
import { queueMail } from '../../src/outbox/queue-mail.ts'
import type { Actor } from '../../src/people/actor.ts'
import { actorById } from '../../src/people/queries.ts'
import { activeSealingKey } from '../../src/sealing/queries.ts'
import { openBrowser } from './browser.ts'
import { someCase } from './cases.ts'
import { startDemoKhue, type DemoKhue } from './demo-network.ts'
import { looker, type Look } from './page-faults.ts'

/** The demo network, a browser, and one tab in which to look at all of it. */
export interface DemoTour {
  demo: DemoKhue
  browser: BrowserContext
  page: Page
  look: Look
  /** Comes in as a person of the demo; as a stranger without a name. */
  enter(account?: string): Promise<void>
  end(): Promise<void>
}

/** With SHOTS in the environment, pictures of every page are left in that folder, named by `title()`. */
export async function startTour(title: () => string): Promise<DemoTour> {
  const demo = await startDemoKhue(more)
  const browser = await openBrowser()
  const page = await browser.newPage()
  const shots = process.env.SHOTS
  const nameOf = (url: string): string =>
    `${title()} ${new URL(url).pathname}`.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 120)
  const picture = async (width: number, url: string): Promise<unknown> =>
    page.screenshot({ path: path.join(shots ?? '', `${nameOf(url)}-${width}.png`), fullPage: true })
  return {
    demo,
    browser,
    page,
    look: looker(page, shots ? picture : undefined),
    async enter(account) {
      await browser.clearCookies()
      if (account) await browser.addCookies([{ ...(await demo.session(account)), url: demo.khue.office }])
    },
    async end() {
      await browser.close()
      await demo.khue.stop()
    },
  }
}

/** Enough articles for a second page of a section, a mail, and a text that is still written. */
async function more(db: Database): Promise<void> {
  const [writer, editor, chief] = (await Promise.all(
    ['ctv', 'btv', 'truongban'].map((post) => actorById(db, `demo-${post}.badinh`)),
  )) as [Actor, Actor, Actor]
  const section = await db
    .selectFrom('section as s')
    .innerJoin('site', 'site.id', 's.siteId')
    .select(['s.id', 's.siteId'])
    .where('site.key', '=', 'ba-dinh')
    .where('s.slug', '=', 'tin-tuc')
    .executeTakeFirstOrThrow()
  const author = await db.selectFrom('author').select(['id', 'name']).orderBy('id').executeTakeFirstOrThrow()
  const text = (words: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  })
  const base = {
    summary: 'Lịch trực tuần này của các tổ dân phố.',
    genre: 'notice',
    credits: [{ authorId: author.id, name: author.name, part: 'text' }],
    source: 'UBND phường Ba Đình',
    sectionIds: [section.id],
  }
  for (let week = 1; week <= 14; week++) {
    const body = text(`Tuần ${week}: trực từ 8 giờ đến 17 giờ, ghi sổ đầy đủ.`)
    // One has a film of another place.
    const video = { type: 'video', attrs: { provider: 'youtube', videoId: 'abc_123-XYZ', title: 'Hướng dẫn trực' } }
    const content = {
      ...base,
      title: `Lịch trực tổ dân phố tuần ${week}`,
      body: week === 1 ? { ...body, content: [...body.content, video] } : body,
    }
    await inTransaction(db, async (tx) => {
      const { editionId } = await createEntry(tx, writer, { siteId: section.siteId, kind: 'article', content }, kinds)
      if (week === 14) return
      await submitEdition(tx, writer, { editionId }, kinds)
      await reviewEdition(tx, editor, { editionId }, kinds)
      await approveEdition(tx, chief, { editionId }, kinds)
      await publishEdition(tx, chief, { editionId }, kinds)
    })
  }
  await casesOfEveryKind(db, section.siteId)
  await inTransaction(db, (tx) =>
    queueMail(tx, {
      to: 'lan@khue.example',
      subject: 'Bài được trả lại',
      body: 'Mời chị xem lời nhắn.',
      siteId: section.siteId,
    }),
  )
}

/** Cases the demo has none of: one nobody routes, one answered, and of other kinds; the leader and the coordinator are named for the sealed one. */
async function casesOfEveryKind(db: Database, siteId: number): Promise<void> {
  const key = await activeSealingKey(db)
  const officerId = 'demo-canbo.badinh'
  const { divisionId } = await db
    .selectFrom('divisionMember')
    .select('divisionId')
    .where('personId', '=', officerId)
    .executeTakeFirstOrThrow()
  for (const kind of ['information_request', 'data_request'] as const) {
    const { caseId } = await someCase(db, key, { siteId, kind })
    const inHand = { state: 'assigned', divisionId, officerId }
    await db.updateTable('citizenCase').set(inHand).where('id', '=', caseId).execute()
  }
  await someCase(db, key, { siteId })
  const answered = await someCase(db, key, { siteId })
  const over = { state: 'answered', divisionId, officerId, answeredAt: new Date() }
  for (const state of ['assigned', 'submitted'])
    await db.updateTable('citizenCase').set({ state }).where('id', '=', answered.caseId).execute()
  await db.updateTable('citizenCase').set(over).where('id', '=', answered.caseId).execute()
  const { caseId } = await someCase(db, key, { siteId, kind: 'sealed_letter' })
  const handlers = ['demo-lanhdao.badinh', 'demo-tiepnhan.badinh'].map((personId) => ({ caseId, personId }))
  await db.insertInto('caseHandler').values(handlers).execute()
}

/** The numbers of the portals most screens are about, as SQL. */
export const ward = "(select id from site where key = 'ba-dinh')"
export const city = "(select id from site where key = 'thanh-pho')"
