import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicRoutes } from '../../src/public-app.ts'
import { openBrowser } from '../support/browser.ts'
import { htmlFaults } from '../support/check-html.ts'
import { city, startTour, ward, type DemoTour } from '../support/demo-tour.ts'
import { axeFaults, tooWide } from '../support/page-faults.ts'
import { isPage, stopOf } from '../support/public-addresses.ts'

// Every page the public face draws, in every state a reader may meet it; every-page.test.ts looks at more pages, as they open.
let tour: DemoTour
let page: Page
let plain: BrowserContext
beforeAll(async () => {
  tour = await startTour(() => 'states')
  page = tour.page
  plain = await openBrowser(phone, false)
}, 120_000)
afterAll(async () => {
  await plain?.close()
  await tour?.end()
})

const phone = { width: 360, height: 740 }
const desk = { width: 1366, height: 850 }
/** A window of 1366 px at 200 %: half the width, twice the letters. */
const zoomed = { width: 683, height: 425 }

interface Opened {
  url: string
  status: number
  /** A form of the page, sent as it stands. */
  send?: string
}

const live = (site: string, which: string): string =>
  `select path from live_item l join edition e on e.id = l.edition_id where l.site_id = ${site} and ${which}`
const gone = `select a.path from gone_item g join address a on a.entry_id = g.entry_id and a.site_id = ${city} where g.state = 'withdrawn'`
const host = async (site: string): Promise<string> =>
  tour.demo.khue.site(await tour.demo.one(`select host from site_host where is_primary and site_id = ${site}`))
const on = async (site: string, query: string, status = 200): Promise<Opened> => ({
  url: (await host(site)) + (await tour.demo.one(query)),
  status,
})
const form = 'main form[method=post]'

/** Pages of one route that look otherwise. */
const further: readonly [string, () => Promise<Opened>][] = [
  ['an article with a film', () => on(ward, live(ward, "e.content ->> 'genre' = 'video'"))],
  ['a photo story', () => on(city, live(city, "e.content ->> 'genre' = 'photo'"))],
  ['an article that was withdrawn', () => on(city, gone, 410)],
  ['an address of nothing', () => on(ward, "select '/khong-co'", 404)],
  ['a search that finds nothing', () => on(ward, "select '/tim-kiem?q=zzkhongcogi'")],
  ['a host of no portal', async () => ({ url: tour.demo.khue.site('khong-co.localhost'), status: 421 })],
  ['the home page in English', () => on(city, "select '/en'")],
  [
    'a report with nothing in it',
    async () => ({
      ...(await on(ward, `select '/bao-loi?bai=' || min(path) from live_item where site_id = ${ward}`, 422)),
      send: form,
    }),
  ],
  [
    'a word after a rating, empty',
    async () => ({ ...(await on(ward, "select '/danh-gia?trang=/&muc=hai-long'", 422)), send: form }),
  ],
]

const routes = publicRoutes
  .filter(({ method, path }) => method === 'GET' && isPage(`GET ${path}`))
  .map(({ path }) => path)

async function ofRoute(path: string): Promise<Opened> {
  const stop = await stopOf(tour.demo, `GET ${path}`)
  return { url: tour.demo.khue.site(stop.host) + stop.address, status: stop.status }
}

/** Opens a page, and gives back what was sent, before any script. */
async function open(on: Page, { url, status, send }: Opened): Promise<string> {
  let answer = await on.goto(url)
  if (send) {
    const answered = on.waitForResponse((one) => one.request().method() === 'POST')
    await on
      .locator(send)
      .first()
      .evaluate((found) => (found as HTMLFormElement).submit())
    answer = await answered
    await on.waitForLoadState()
  }
  expect([on.url(), answer?.status()]).toEqual([on.url(), status])
  return (await answer?.text()) ?? ''
}

const usual = { media: null, colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' } as const
type Media = Parameters<Page['emulateMedia']>[0]
const states: readonly [name: string, media: Media, window: { width: number; height: number }][] = [
  ['in print', { media: 'print' }, desk],
  ['in the dark', { colorScheme: 'dark' }, desk],
  ['in colours of the device', { forcedColors: 'active' }, desk],
  ['without motion', { reducedMotion: 'reduce' }, phone],
  ['at 200 %', {}, zoomed],
]

/** Everything that unfolds stands open: menus, search, codes, words of films. */
const unfold = (on: Page): Promise<void> =>
  on.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')))

async function faultsOf(opened: Opened): Promise<string[]> {
  const faults: string[] = []
  const note = (state: string, found: readonly string[]): void =>
    void faults.push(...found.map((one) => `${state}: ${one}`))
  await page.emulateMedia(usual)
  await page.setViewportSize(phone)
  note('html', await htmlFaults(await open(page, opened)))
  for (const [name, media, window] of states) {
    await page.emulateMedia({ ...usual, ...media })
    await page.setViewportSize(window)
    note(name, await axeFaults(page, window.width))
    if (media?.media !== 'print') note(name, await tooWide(page, window.width))
  }
  await page.emulateMedia(usual)
  await page.setViewportSize(phone)
  await unfold(page)
  note('unfolded', [...(await axeFaults(page, phone.width)), ...(await tooWide(page, phone.width))])
  return faults
}

test.each(routes)(
  'a reader meets no fault on %s in print, dark, forced colours, without motion, at 200 %, with all menus open',
  async (path) => {
    expect(await faultsOf(await ofRoute(path))).toEqual([])
  },
  60_000,
)

test.each(further)(
  'nor on %s',
  async (_, find) => {
    expect(await faultsOf(await find())).toEqual([])
  },
  60_000,
)

test('nor without script: nothing stands there that needs it, and everything else does', async () => {
  const silent = await plain.newPage()
  // Axe is a script itself: it looks where only the scripts of the pages are kept away.
  await page.route(/\.js$/, (route) => route.abort())
  await page.emulateMedia(usual)
  await page.setViewportSize(phone)
  const faults: string[] = []
  const pages = [...(await Promise.all(routes.map(ofRoute))), ...(await Promise.all(further.map(([, find]) => find())))]
  for (const opened of pages) {
    if (opened.send) continue
    const html = await open(silent, opened)
    faults.push(...(await tooWide(silent, phone.width)))
    const dead = await silent.locator('button[type=button]:visible, [data-tool]:visible').allInnerTexts()
    faults.push(...dead.map((name) => `${opened.url}: “${name}” does nothing without script`))
    // What asks for no script is the same with and without, and was looked at above.
    if (!/<script[^>]*\ssrc=/.test(html)) continue
    await open(page, opened)
    faults.push(...(await axeFaults(page, phone.width)))
  }
  expect(faults).toEqual([])
}, 120_000)
