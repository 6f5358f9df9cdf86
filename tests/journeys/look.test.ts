import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { themeNames } from '../../src/sites/themes.ts'
import { city, startTour, ward, type DemoTour } from '../support/demo-tour.ts'
import { axeFaults, tooWide } from '../support/page-faults.ts'

let tour: DemoTour
let page: Page
let home = ''
let article = ''
let long = ''
beforeAll(async () => {
  tour = await startTour(() => 'look')
  page = tour.page
  home = tour.demo.khue.site(await tour.demo.one(`select host from site_host where is_primary and site_id = ${city}`))
  const host = tour.demo.khue.site(
    await tour.demo.one(`select host from site_host where is_primary and site_id = ${ward}`),
  )
  long =
    host +
    (await tour.demo.one(
      `select path from live_item l join edition e on e.id = l.edition_id where l.site_id = ${ward} and l.language = 'vi' order by length(e.content::text) desc`,
    ))
  article =
    host +
    (await tour.demo.one(
      `select path from live_item l join edition e on e.id = l.edition_id where l.site_id = ${ward} and e.content::text like '%"tableRow"%'`,
    ))
}, 120_000)
afterAll(() => tour?.end())

const phone = { width: 360, height: 740 }
const desk = { width: 1366, height: 850 }
beforeEach(async () => {
  await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' })
  await page.setViewportSize(desk)
})

const shown = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible()
/** What holds the focus, in the words a reader hears. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null
    const label = element?.getAttribute('aria-label') ?? element?.getAttribute('placeholder')
    return (label ?? element?.innerText ?? '').replaceAll(/\s+/g, ' ').trim()
  })
async function tabs(count: number): Promise<string[]> {
  const stops: string[] = []
  for (let n = 0; n < count; n++) {
    await page.keyboard.press('Tab')
    stops.push(await focused())
  }
  return stops
}

describe('a reader with a keyboard', () => {
  test('comes from the way past the header to name, search, language and sections, in the order seen', async () => {
    await page.goto(`${home}/chuyen-muc/tin-tuc`)
    const stops = await tabs(12)
    expect(stops[0]).toBe('Đến nội dung chính')
    const name = stops.findIndex((stop) => stop.includes('Cổng Thông tin điện tử thành phố Hà Nội'))
    expect(name).toBeGreaterThan(0)
    expect(stops.slice(name + 1, name + 7)).toEqual([
      'Tìm trên cổng',
      'Tìm kiếm',
      'English',
      'Trang chủ',
      'Tin tức',
      'Chuyên mục con của Tin tức',
    ])
  })

  test('opens what lies below a section, walks into it, and closes it again', async () => {
    await page.goto(`${home}/chuyen-muc/tin-tuc`)
    await page.locator('.more > summary').first().focus()
    expect(await shown('.menu li > ul')).toBe(false)
    await page.keyboard.press('Enter')
    expect(await shown('.menu li > ul')).toBe(true)
    expect(await tabs(1)).toEqual(['Hoạt động của lãnh đạo'])
    expect(await axeFaults(page, desk.width)).toEqual([])
    await page.locator('.more > summary').first().focus()
    await page.keyboard.press('Space')
    expect(await shown('.menu li > ul')).toBe(false)
  })

  test('finds search and sections behind their switches on a phone', async () => {
    await page.setViewportSize(phone)
    await page.goto(home)
    expect([await shown('.search'), await shown('.menu')]).toEqual([false, false])
    await page.locator('.switch-search > summary').focus()
    await page.keyboard.press('Enter')
    expect(await tabs(1)).toEqual(['Tìm trên cổng'])
    await page.locator('.menu-switch > summary').focus()
    await page.keyboard.press('Enter')
    expect(await tabs(2)).toEqual(['Trang chủ', 'Tin tức'])
    expect(await page.locator('.menu > ul > li > a').count()).toBeGreaterThan(5)
    expect(await axeFaults(page, phone.width)).toEqual([])
    expect(await tooWide(page, phone.width)).toEqual([])
  })

  test('sees where they are: nothing takes the focus without an outline', async () => {
    await page.goto(home)
    for (let n = 0; n < 25; n++) {
      await page.keyboard.press('Tab')
      const outlined = await page.evaluate(() => {
        for (let at = document.activeElement; at; at = at.parentElement)
          if (getComputedStyle(at).outlineStyle !== 'none' && getComputedStyle(at).outlineWidth !== '0px') return true
        return document.activeElement?.classList.contains('skip') ?? false
      })
      expect(`${await focused()}: ${outlined}`).toMatch(/: true$/)
    }
  })
})

describe('a reader with a small screen or large letters', () => {
  test('has the news on the first screen of a phone: the header takes less than a quarter of it', async () => {
    await page.setViewportSize(phone)
    await page.goto(home)
    const header = await page.locator('.site-header').boundingBox()
    expect(header!.height).toBeLessThan(phone.height / 4)
  })

  test.each([
    ['320 px', { width: 320, height: 640 }, '100%'],
    ['400 % of 1280 px', { width: 320, height: 256 }, '100%'],
    ['letters of 200 %', { width: 640, height: 740 }, '200%'],
    ['letters of 200 % on a phone', phone, '200%'],
  ])('never scrolls sideways: %s', async (_, size, letters) => {
    await page.setViewportSize(size)
    for (const address of [home, `${home}/chuyen-muc/tin-tuc`, article, `${home}/so-do-cong`, `${home}/khong-co`]) {
      await page.goto(address)
      await page.evaluate((percent) => (document.documentElement.style.fontSize = percent), letters)
      await page.evaluate(() =>
        document.querySelectorAll('header details').forEach((one) => one.setAttribute('open', '')),
      )
      expect(await tooWide(page, size.width)).toEqual([])
    }
  })

  test('reads an article in lines of 60 to 75 characters', async () => {
    await page.goto(long)
    const counts = await page.locator('.prose > p').evaluateAll((paragraphs) =>
      paragraphs.flatMap((one) => {
        const tops: number[] = []
        const range = document.createRange()
        const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (let at = 0; at < (node.textContent ?? '').length; at++) {
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            tops.push(Math.round(range.getBoundingClientRect().top / 8))
          }
        const lines = [...new Set(tops)].map((top) => tops.filter((other) => other === top).length)
        // The last line is as long as what was left for it.
        return lines.slice(0, -1).filter((letters) => letters > 10)
      }),
    )
    expect(counts.length).toBeGreaterThan(4)
    const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length
    expect(mean).toBeGreaterThan(60)
    expect(mean).toBeLessThan(75)
  })
})

describe('a page', () => {
  test.each(themeNames.flatMap((theme) => (['light', 'dark'] as const).map((scheme) => [theme, scheme] as const)))(
    'can be read in the theme %s on %s pages',
    async (theme, scheme) => {
      await page.emulateMedia({ colorScheme: scheme })
      for (const address of [home, article, `${home}/tim-kiem?q=phuong`, `${home}/he-thong-thiet-ke`]) {
        await page.goto(address)
        await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme)
        expect(await axeFaults(page, desk.width)).toEqual([])
      }
    },
    60_000,
  )

  test('does not move while it loads', async () => {
    for (const address of [home, `${home}/chuyen-muc/tin-tuc`, article]) {
      await page.setViewportSize(phone)
      await page.goto(address)
      const moved = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
            }).observe({ type: 'layout-shift', buffered: true })
            setTimeout(() => done(sum), 800)
          }),
      )
      expect(moved).toBeLessThan(0.01)
    }
  })

  test('prints as a sheet: words, source and address; no menus, no fills', async () => {
    await page.goto(article)
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['.menu', '.search', '.crumbs', '.beside', '.labels', '.footer-links', '.skip'])
      expect(`${gone} ${await shown(gone)}`).toBe(`${gone} false`)
    expect(await page.locator('.printed-address').innerText()).toContain(new URL(article).pathname)
    expect(await shown('.brand-name')).toBe(true)
    expect(await shown('.footer-identity')).toBe(true)
    const fill = (selector: string): Promise<string> =>
      page.locator(selector).evaluate((one) => getComputedStyle(one).backgroundColor)
    expect(await fill('.site-footer')).toBe('rgb(255, 255, 255)')
    expect(await page.locator('.brand-name').evaluate((one) => getComputedStyle(one).color)).toBe('rgb(0, 0, 0)')
  })

  test('keeps its sense where the device sets the colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(`${home}/chuyen-muc/tin-tuc`)
    const edge = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => getComputedStyle(one).borderBottomStyle)
    expect(await edge('.menu > ul > li > a[aria-current]')).toBe('solid')
    expect(await edge('.tag')).toBe('solid')
    expect(await axeFaults(page, desk.width)).toEqual([])
  })

  test('holds still for a reader who asked for that', async () => {
    const lasting = (): Promise<number> =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((one) => {
            const { transitionDuration, animationName } = getComputedStyle(one)
            return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s')
          }).length,
      )
    await page.goto(home)
    expect(await lasting()).toBeGreaterThan(0)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await lasting()).toBe(0)
  })
})
