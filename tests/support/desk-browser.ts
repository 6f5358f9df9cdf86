import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { authenticatorCode } from './session.ts'
import { browserPath, desk, quiet, type Window } from './browser.ts'

/** One browser for many people, each in a window of their own. */
export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserPath, args: quiet })

/** A window with nothing in it: no cookies, no history. */
export async function newWindow(
  browser: Browser,
  viewport: Window = desk,
  javaScriptEnabled = true,
): Promise<BrowserContext> {
  const window = await browser.newContext({
    viewport,
    javaScriptEnabled,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  window.setDefaultTimeout(10_000)
  return window
}

/** Signs in with e-mail and password on the office's own screen. */
export async function signInWithPassword(
  page: Page,
  office: string,
  person: { email: string },
  password: string,
): Promise<void> {
  await page.goto(`${office}/dang-nhap`)
  await page.getByLabel('Thư điện tử').fill(person.email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((url) => url.pathname !== '/dang-nhap')
}

/** Enrols the second factor the office demands at the first sign-in; returns the secret the telephone now holds. */
export async function enrolSecondFactor(page: Page, password: string): Promise<string> {
  await page.waitForURL('**/tai-khoan/xac-thuc-hai-buoc')
  await page.getByLabel('Mật khẩu của bạn').fill(password)
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  const secret = (await page.locator('code.secret').textContent()) ?? ''
  await page.getByLabel('Mã 6 chữ số').fill(authenticatorCode(secret))
  await page.getByRole('button', { name: 'Bật', exact: true }).click()
  await page.locator('[data-recovery-codes] li').first().waitFor()
  return secret
}

/** Takes a step of the lifecycle on the review page: opens its form where it is folded, types, sends, and waits until it is done. */
export async function takeStep(page: Page, noun: string, typed: Record<string, string> = {}): Promise<void> {
  const form = page.locator(`form[action$="/buoc/${noun}"]`).first()
  const folded = page.locator(`details:not([open]):has(> form[action$="/buoc/${noun}"]) > summary`).first()
  if (await folded.count()) await folded.click()
  for (const [name, value] of Object.entries(typed)) await form.locator(`[name="${name}"]`).fill(value)
  await form.locator('button:not([type=button])').last().click()
  await page.waitForURL(`**/duyet?da=${noun}`)
}

/** The windows of the people of a desk, each signed in once with the password alone. */
export interface Desks {
  as(person: { id: string; email: string }, window?: Window): Promise<Page>
}
export function desksOf(browser: Browser, office: string, password: string): Desks {
  const pages = new Map<string, Page>()
  return {
    async as(person, window = desk) {
      const open = pages.get(person.id)
      if (open) return open
      const page = await (await newWindow(browser, window)).newPage()
      page.on('dialog', (dialog) => void dialog.accept())
      await signInWithPassword(page, office, person, password)
      pages.set(person.id, page)
      return page
    },
  }
}

/** What a reader's browser gets, without any cookie. */
export async function readAsStranger(browser: Browser, url: string): Promise<{ status: number; text: string }> {
  const window = await newWindow(browser)
  const page = await window.newPage()
  const answer = await page.goto(url)
  const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')
  await window.close()
  return { status: answer!.status(), text }
}

/** Pastes HTML into the text of the writing screen, as a word processor leaves it on the clipboard. */
export async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Nội dung bài' }).click()
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/html', text)
    document
      .querySelector('#o-van-ban')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}
