import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Request, Response } from 'playwright-core'
import { htmlFaults } from './check-html.ts'

/**
 * Everything wrong with an address as a browser shows it, one sentence each; none when it is in order.
 * With `send`, a form of it is sent as it stands, and what answers is looked at; `narrow` looks at the narrow width alone.
 */
export type Look = (url: string, how?: { status?: number; send?: string; narrow?: boolean }) => Promise<string[]>

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const narrow = { width: 360, height: 740 }
const wide = { width: 1366, height: 850 }

/**
 * Looks at pages through one tab: the status, the HTML, accessibility (WCAG 2.2 A and AA) and width at 360 and 1366 px,
 * the console, and requests to any other host. `picture` is told when there is something to look at.
 */
export function looker(page: Page, picture?: (width: number, url: string) => Promise<unknown>): Look {
  let heard: string[] = []
  let origin = ''
  let address = ''
  page.on('pageerror', (error) => heard.push(`script failed: ${error.message}`))
  page.on('console', (message) => {
    // A browser reports the status of the page itself as an error too.
    if (message.type() === 'error' && message.location().url !== address) heard.push(`console: ${message.text()}`)
  })
  page.on('request', (request: Request) => {
    const url = request.url()
    if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== origin) heard.push(`asked another host: ${url}`)
  })
  const send = async (selector: string): Promise<Response> => {
    const form = page.locator(selector).first()
    address = await form.evaluate((found) => (found as HTMLFormElement).action)
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await form.evaluate((found) => (found as HTMLFormElement).submit())
    const answer = await answered
    await page.waitForLoadState()
    return answer
  }
  return async (url, { status = 200, send: form, narrow: one = false } = {}) => {
    heard = []
    address = url
    origin = new URL(url).origin
    await page.setViewportSize(one ? narrow : wide)
    let answer = await page.goto(url)
    if (form) answer = await send(form)
    if (answer?.status() !== status || (new URL(page.url()).pathname === '/dang-nhap') !== url.includes('/dang-nhap'))
      return [`${url} answered ${answer?.status()} at ${page.url()}`]
    const faults = (await htmlFaults(await answer.text())).map((fault) => `html ${fault}`)
    await page.locator('html[data-editor-ready], html:not(:has([data-editor]))').waitFor({ state: 'attached' })
    for (const size of one ? [narrow] : [wide, narrow]) {
      await page.setViewportSize(size)
      faults.push(...(await tooWide(page, size.width)), ...(await axeFaults(page, size.width)))
      await picture?.(size.width, url)
    }
    return [...faults, ...heard].map((fault) => `${new URL(url).pathname}: ${fault}`)
  }
}

/** What reaches out of the window, where the window would have to be scrolled sideways. */
export async function tooWide(page: Page, width: number): Promise<string[]> {
  const found = await page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return undefined
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    )
    return `${root.scrollWidth} px: ${out
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 100))
      .join(' | ')}`
  })
  return found === undefined ? [] : [`wider than ${width} px: ${found}`]
}

/** Findings of axe by WCAG 2.2, A and AA. */
export async function axeFaults(page: Page, width: number): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(wcag).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `axe at ${width} px ${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 140))
        .join(' | ')}`,
  )
}
