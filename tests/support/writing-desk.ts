import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { articleKind } from '../../src/articles/article.ts'
import { inTransaction } from '../../src/database/connect.ts'
import type { Content } from '../../src/editions/content.ts'
import { createEntry } from '../../src/editions/create-entry.ts'
import type { Actor } from '../../src/people/actor.ts'
import { browserPath } from './browser.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { person } from './people.ts'
import { network, type TestNetwork } from './sites.ts'
import { writingOffice, type WritingOffice } from './writing-office.ts'

/** A ward's newsroom with a browser: Lan writes, Minh edits. */
export interface WritingDesk {
  database: TestDatabase
  sites: TestNetwork
  office: WritingOffice
  lan: Actor
  minh: Actor
  browser: Browser
  origin: string
  /** A draft of Lan's with these paragraphs. */
  draft(paragraphs?: string[], change?: Partial<Content>): Promise<number>
  /** What the server holds. */
  standing(editionId: number): Promise<Content>
  /** A browser of this person; closed by `tidy`. */
  as(actor: Actor, options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>
  /** The writing screen of a draft, ready to type. */
  open(context: BrowserContext, editionId: number): Promise<Page>
  tidy(): Promise<void>
  stop(): Promise<void>
}

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP *.test 127.0.0.1',
]

export async function writingDesk(): Promise<WritingDesk> {
  const database = await freshDatabase()
  const sites = await network(database.db)
  const lan = await person(database.db, 'Nguyễn Thị Lan', [{ siteId: sites.ward.id, role: 'contributor' }])
  const minh = await person(database.db, 'Trần Minh', [{ siteId: sites.ward.id, role: 'editor' }])
  const office = await writingOffice(database, [lan, minh])
  const origin = await office.listen()
  const browser = await chromium.launch({ executablePath: browserPath, args })
  const contexts: BrowserContext[] = []
  return {
    database,
    sites,
    office,
    lan,
    minh,
    browser,
    origin,
    async draft(paragraphs = [], change = {}) {
      const body = {
        type: 'doc' as const,
        content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      }
      const content = {
        ...articleKind.empty(),
        title: 'Ra quân đầu xuân',
        ...(paragraphs.length > 0 && { body }),
        ...change,
      }
      return (
        await inTransaction(database.db, (tx) =>
          createEntry(tx, lan, { siteId: sites.ward.id, kind: 'article', content }, office.kinds),
        )
      ).editionId
    },
    standing: async (editionId) =>
      (await database.db.selectFrom('edition').select('content').where('id', '=', editionId).executeTakeFirstOrThrow())
        .content as unknown as Content,
    async as(actor, options = {}) {
      const context = await browser.newContext({ locale: 'vi-VN', ...options })
      await context.addCookies([{ name: 'nguoi', value: actor.id, url: origin }])
      context.setDefaultTimeout(8000)
      contexts.push(context)
      return context
    },
    async open(context, editionId) {
      const page = await context.newPage()
      await page.goto(`${origin}/ban-thao/${editionId}`)
      await page.waitForSelector('html[data-editor-ready]')
      return page
    },
    async tidy() {
      office.signedOut.clear()
      await Promise.all(contexts.splice(0).map((context) => context.close()))
    },
    async stop() {
      await browser.close()
      await office.stop()
      await database.drop()
    },
  }
}

export const textBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Nội dung bài' })
export const saveState = (page: Page): Locator => page.locator('[data-save-state]')
/** Waits until the bar says that everything is saved. */
export const saved = (page: Page): Promise<void> =>
  saveState(page)
    .getByText(/^Đã lưu \d\d:\d\d$/)
    .waitFor()

/** What becomes so within a few seconds, also on a busy machine. */
export const eventually = <T>(read: () => T | Promise<T>, { timeout = 8000 } = {}) => expect.poll(read, { timeout })

export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await textBox(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

/** Pastes HTML as a browser does after copying from another page. */
export async function paste(page: Page, html: string): Promise<void> {
  await textBox(page).focus()
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/html', text)
    document
      .querySelector('#o-van-ban')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}

/** What axe finds fault with, as sentences. */
export async function faults(page: Page): Promise<string[]> {
  // What stands in a frame is another page, and checked as one.
  const { violations } = await new AxeBuilder({ page }).exclude('.preview-pane iframe').analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** The name of what has the focus: its label, else its words. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      document.activeElement?.getAttribute('aria-label') ??
      document.activeElement?.textContent?.trim().slice(0, 80) ??
      '',
  )

/** Keeps a picture of the screen where SHOTS says. */
export async function shot(page: Page, name: string, fullPage = false): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage })
}
