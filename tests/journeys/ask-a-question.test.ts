import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { newWindow, startBrowser } from '../support/desk-browser.ts'
import { startTestKhue, type TestKhue } from '../support/khue.ts'
import { network, type TestNetwork } from '../support/sites.ts'

// Somebody with a small telephone asks the ward, once without script and once with it.
let khue: TestKhue
let sites: TestNetwork
let browser: Browser
const host = 'ba-dinh.localhost'

beforeAll(async () => {
  khue = await startTestKhue(async ({ db }) => {
    sites = await network(db)
    // Browsers hash for pages over TLS, and for those of the machine itself.
    await db.insertInto('siteHost').values({ siteId: sites.ward.id, host, isPrimary: false }).execute()
  })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await khue?.stop()
})

const newest = () =>
  khue.database.owner.selectFrom('citizenCase').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()

async function fits(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll, page.url()).toBeLessThanOrEqual(client)
}

/** From the first step to the page of the case, by keyboard where it matters. */
async function ask(page: Page, title: string): Promise<void> {
  await page.goto(`${khue.site(host)}/hoi-dap/gui-cau-hoi`)
  await fits(page)
  await page.getByLabel('Lĩnh vực').selectOption({ label: 'Đất đai, tài nguyên' })
  await page.getByLabel('Câu hỏi ngắn gọn').fill(title)
  await page.getByLabel('Nội dung chi tiết').fill('Tôi muốn hỏi về giấy tờ cần chuẩn bị và nơi nộp hồ sơ.')
  await page.getByLabel('Câu hỏi ngắn gọn').press('Enter')
  await page.getByRole('heading', { name: 'Bước 2 trên 3: Người gửi' }).waitFor()
  await fits(page)
  await page.getByLabel('Họ và tên').fill('Người gửi thử')
  await page.getByLabel('Thư điện tử').fill('nguoi.gui@thu.example')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByRole('alert').getByRole('link').click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('o-dong-y-xu-ly')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  expect(await page.getByLabel('Câu hỏi ngắn gọn').inputValue()).toBe(title)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Người gửi thử')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('heading', { name: 'Khi được đăng công khai' }).waitFor()
  await fits(page)
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await page.waitForURL(/\/theo-doi\/[0-9A-Z-]{19}\?moi=1$/)
  await fits(page)
  const { number } = await newest()
  expect(await page.locator('main').innerText()).toContain(number)
  expect(await page.context().cookies()).toEqual([])
}

test('without script', async () => {
  const page = await (await newWindow(browser, phone, false)).newPage()
  await ask(page, 'Sang tên sổ đỏ cần giấy tờ gì?')
  await send(page)
  expect(await newest()).toMatchObject({ state: 'received', kind: 'question', title: 'Sang tên sổ đỏ cần giấy tờ gì?' })
  await page.context().close()
})

test('with script, which proves its work while the person types', async () => {
  const page = await (await newWindow(browser, phone, true)).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await ask(page, 'Tách thửa đất số 15 của ông 0912345678 thế nào?')
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name=bang-chung]')?.value !== '',
    undefined,
    {
      timeout: 30_000,
    },
  )
  await send(page)
  expect((await newest()).suspect).not.toContain('no-proof')
  expect([...new Set(asked.map((url) => new URL(url).host))]).toEqual([new URL(khue.site(host)).host])
  // Similar questions were looked for, and what is typed stands in no address.
  expect(asked.some((url) => url.endsWith('/hoi-dap/tuong-tu'))).toBe(true)
  expect(asked.filter((url) => /Tách|0912345678|nguoi\.gui/.test(decodeURIComponent(url)))).toEqual([])
  await page.context().close()
})
