import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { kinds } from '../../src/kinds.ts'
import { inTransaction } from '../../src/database/connect.ts'
import { approveEdition } from '../../src/editions/approve-edition.ts'
import { createEntry } from '../../src/editions/create-entry.ts'
import { publishEdition } from '../../src/editions/publish-edition.ts'
import { reviewEdition } from '../../src/editions/review-edition.ts'
import { submitEdition } from '../../src/editions/submit-edition.ts'
import { articleContent, newsroomOf, type Newsroom } from '../support/articles.ts'
import { phone } from '../support/browser.ts'
import { newWindow, startBrowser } from '../support/desk-browser.ts'
import { startTestKhue, type TestKhue } from '../support/khue.ts'

// A citizen with a small telephone that runs no script.
let khue: TestKhue
let people: Newsroom
let browser: Browser
let page: Page
let asked: string[]
let complaints: string[]

beforeAll(async () => {
  khue = await startTestKhue(async ({ db }) => {
    people = await newsroomOf(db)
    const { ward, writer, editor, chief } = people
    for (let week = 1; week <= 15; week++) {
      await inTransaction(db, async (tx) => {
        const content = await articleContent(tx, ward, {
          title: `Lịch đổi sách tuần ${week} tại nhà sinh hoạt cộng đồng`,
        })
        const made = await createEntry(tx, writer, { siteId: ward.id, kind: 'article', content }, kinds)
        await submitEdition(tx, writer, made, kinds)
        await reviewEdition(tx, editor, made, kinds)
        await approveEdition(tx, chief, made, kinds)
        await publishEdition(tx, chief, made, kinds)
      })
    }
  })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await khue?.stop()
})

beforeEach(async () => {
  page = await (await newWindow(browser, phone, false)).newPage()
  asked = []
  complaints = []
  page.on('request', (request) => asked.push(new URL(request.url()).host))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterEach(async () => {
  expect([...new Set(asked)]).toEqual([new URL(ward()).host])
  expect(await page.context().cookies()).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

const ward = (path = '/'): string => khue.site(people.ward.host) + path
const words = (): Promise<string> => page.locator('main').innerText()
async function follow(link: Locator): Promise<void> {
  const to = new URL((await link.getAttribute('href'))!, page.url()).href
  await link.click()
  await page.waitForURL(to)
}
async function fits(): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(client)
}

test('from the home page to a section, its second page, an article and back', async () => {
  await page.goto(ward())
  await fits()
  await page.locator('.menu-switch > summary').click()
  await follow(page.getByRole('link', { name: 'Tin tức' }).first())
  expect(await page.locator('h1').innerText()).toBe('Tin tức')
  await fits()
  expect(await words()).toContain('tuần 15 ')
  expect(await words()).not.toContain('tuần 1 ')
  await follow(page.getByRole('link', { name: 'Bài cũ hơn' }))
  expect(await words()).toContain('tuần 1 ')
  expect(await words()).not.toContain('tuần 15 ')
  await fits()
  await follow(page.getByRole('link', { name: 'Lịch đổi sách tuần 2 tại nhà sinh hoạt cộng đồng' }))
  expect(await page.locator('h1').innerText()).toBe('Lịch đổi sách tuần 2 tại nhà sinh hoạt cộng đồng')
  expect(await words()).toContain('Người đọc có thể mượn sách về nhà')
  await fits()
  await follow(page.getByRole('link', { name: 'Trang chủ' }).first())
  expect(new URL(page.url()).pathname).toBe('/')
})

test('a search without diacritics finds what is written with them, page after page', async () => {
  await page.goto(ward())
  await page.locator('.switch-search > summary').click()
  await page.getByRole('searchbox').first().fill('doi sach cong dong')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tim-kiem?*')
  expect(await words()).toContain('Có 15 kết quả cho “doi sach cong dong”.')
  await fits()
  const first = await page.locator('.findings h3').allInnerTexts()
  await follow(page.getByRole('link', { name: 'Trang sau' }))
  const second = await page.locator('.findings h3').allInnerTexts()
  expect(new Set([...first, ...second]).size).toBe(15)
  await follow(page.getByRole('link', { name: /tuần 1 tại/ }).first())
  expect(await page.locator('h1').innerText()).toContain('tuần 1 ')
})

test('what is not there says so, and offers ways on', async () => {
  await page.goto(ward('/tim-kiem?q=khongco'))
  expect(await words()).toContain('Không tìm thấy bài nào cho “khongco”')
  await follow(page.getByRole('link', { name: /[Ss]ơ đồ cổng/ }).first())
  expect(await page.locator('h1').innerText()).toContain('Sơ đồ')
})
