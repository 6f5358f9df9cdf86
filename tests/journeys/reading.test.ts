import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { city, startTour, ward, type DemoTour } from '../support/demo-tour.ts'
import { toRead, weighPage } from '../support/weigh-page.ts'

// What stands in a page for whoever hears it or walks it by keys, what it asks for, what it leaves behind, and what it weighs.
let tour: DemoTour
let page: Page
let home = ''
let at: Record<'home' | 'list' | 'article' | 'form' | 'film' | 'story' | 'outside' | 'search', string>

const live = (site: string, which: string): string =>
  `select path from live_item l join edition e on e.id = l.edition_id where l.site_id = ${site} and ${which}`
const host = async (site: string): Promise<string> =>
  tour.demo.khue.site(await tour.demo.one(`select host from site_host where is_primary and site_id = ${site}`))

beforeAll(async () => {
  tour = await startTour(() => 'reading')
  page = tour.page
  const { one } = tour.demo
  home = await host(ward)
  const elsewhere = await host(city)
  const article = await one(
    live(ward, "e.content ->> 'genre' = 'news' and l.lead_media_id is not null order by length(e.content::text) desc"),
  )
  at = {
    home,
    list: `${home}/chuyen-muc/tin-tuc`,
    article: home + article,
    form: `${home}/bao-loi?bai=${encodeURIComponent(article)}`,
    film: home + (await one(live(ward, "e.content ->> 'genre' = 'video'"))),
    story: elsewhere + (await one(live(city, "e.content ->> 'genre' = 'photo'"))),
    outside: home + (await one(live(ward, "e.content::text like '%youtube%'"))),
    search: `${home}/tim-kiem?q=phuong`,
  }
}, 120_000)
afterAll(() => tour?.end())
beforeEach(() => page.setViewportSize({ width: 1366, height: 850 }))

interface Heard {
  role: string
  name: string
  level?: number
}

/** What a screen reader walks through, in its order. */
async function heard(): Promise<Heard[]> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n')
  return lines.flatMap((line) => {
    const [, role = '', name = '', level] =
      /^\s*- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?(?:.*\[level=(\d)\])?/.exec(line) ?? []
    return role ? [{ role, name, ...(level && { level: Number(level) }) }] : []
  })
}

const looked = ['home', 'list', 'article', 'form'] as const

describe('a reader who hears the page', () => {
  test.each(looked)('meets the landmarks of the %s once each, in order', async (kind) => {
    await page.goto(at[kind])
    const all = await heard()
    const order = all.map(({ role }) => role).filter((role) => ['banner', 'main', 'contentinfo'].includes(role))
    expect(order).toEqual(['banner', 'main', 'contentinfo'])
    const banner = all.slice(
      all.findIndex(({ role }) => role === 'banner'),
      all.findIndex(({ role }) => role === 'main'),
    )
    expect(banner.find(({ role }) => role === 'search')?.name).toBe('Tìm trên cổng')
    const menus = all.filter(({ role }) => role === 'navigation').map(({ name }) => name)
    expect(menus).toContain('Chuyên mục chính')
    expect(menus.at(-1)).toBe('Thông tin của cổng')
    // Two of one kind are told apart by their names.
    expect([menus.filter((name) => name === ''), new Set(menus).size]).toEqual([[], menus.length])
    const regions = all.filter(({ role }) => ['region', 'complementary', 'form'].includes(role))
    expect(regions.filter(({ name }) => name === '')).toEqual([])
  })

  test.each(looked)('walks the headings of the %s without a jump, from one of the first level', async (kind) => {
    await page.goto(at[kind])
    const headings = (await heard()).filter(({ role }) => role === 'heading')
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1)
    expect(headings[0]?.level).toBe(1)
    expect(headings.filter(({ name }) => name.trim() === '')).toEqual([])
    for (const [n, { level = 0, name }] of headings.entries())
      expect(`${name}: ${level - (headings[n - 1]?.level ?? 0) <= 1}`).toMatch(/: true$/)
  })

  test.each(looked)('is told what every link, button and field of the %s is', async (kind) => {
    await page.goto(at[kind])
    const named = (await heard()).filter(({ role }) => /^(?:link|button|textbox|searchbox|radio|img)$/.test(role))
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(({ name }) => name.trim() === '')).toEqual([])
    expect(await page.title()).toContain('Cổng Thông tin điện tử phường Ba Đình')
    expect(await page.locator('html').getAttribute('lang')).toBe('vi')
  })

  test('hears of the form what it wants, in the order of the page, and after a mistake what is wrong and where', async () => {
    await page.goto(at.form)
    const names = (await heard()).filter(({ role }) => ['group', 'radio', 'textbox'].includes(role))
    expect(names.filter(({ name }) => name).map(({ name }) => name)).toEqual([
      'Loại lỗi',
      'Thông tin sai',
      'Lỗi chính tả, trình bày',
      'Đường dẫn hoặc tệp không mở được',
      'Ảnh, video sai hoặc không xem được',
      'Lỗi khác',
      'Lỗi là gì?',
      'Đoạn có lỗi (không bắt buộc)',
      'Nhận trả lời qua thư điện tử (không bắt buộc)',
      'Họ và tên',
      'Thư điện tử',
    ])
    await page.getByLabel('Thư điện tử').fill('khong-phai-thu')
    await page.getByRole('button', { name: 'Gửi báo lỗi' }).click()
    const told = page.getByRole('alert')
    const links = await told.getByRole('link').all()
    expect(links).toHaveLength(3)
    for (const link of links) {
      const message = await link.innerText()
      await link.click()
      const field = page.locator(':focus, :target').first()
      const wrong = await field.evaluate((one) => {
        const owner = one.closest('fieldset[aria-describedby]') ?? one
        const owns = one.hasAttribute('aria-invalid') ? one : owner
        const ids = owns.getAttribute('aria-describedby')?.split(' ') ?? []
        return ids.map((id) => document.querySelector(`#${id}`)?.textContent ?? '').join(' ')
      })
      expect(wrong).toContain(message)
    }
    expect(await page.getByLabel('Thư điện tử').inputValue()).toBe('khong-phai-thu')
  })
})

describe('a reader with a keyboard', () => {
  test.each([...looked, 'film'] as const)(
    'walks the %s as it is read: the order of keys is that of the words',
    async (kind) => {
      await page.goto(at[kind])
      const stops: number[] = []
      const seen: string[] = []
      for (let n = 0; n < 170; n++) {
        await page.keyboard.press('Tab')
        const [place, name, big] = await page.evaluate(() => {
          const element = document.activeElement ?? document.body
          const box = element.getBoundingClientRect()
          const all = [...document.querySelectorAll('*')]
          return [all.indexOf(element), element.outerHTML.slice(0, 90), box.width * box.height > 0] as const
        })
        // A player has keys of its own inside.
        if (place === stops.at(-1)) continue
        if (name.startsWith('<body') || stops.includes(place)) break
        expect(`${name}: ${big}`).toMatch(/: true$/)
        stops.push(place)
        seen.push(name)
      }
      expect(seen[0]).toContain('href="#noi-dung"')
      expect(stops).toEqual(stops.toSorted((a, b) => a - b))
      expect(stops.length).toBeGreaterThan(20)
      // Whatever can be pressed was met; radios of one group count as one.
      const reachable = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary')].filter(
            (one) =>
              one.checkVisibility({ visibilityProperty: true }) &&
              one.tabIndex >= 0 &&
              !(one as HTMLInputElement).disabled &&
              one.getAttribute('type') !== 'radio' &&
              one.getAttribute('type') !== 'hidden',
          ).length,
      )
      expect(stops.length).toBeGreaterThanOrEqual(Math.min(reachable, 140))
    },
    60_000,
  )

  test('jumps over the menus into the text', async () => {
    await page.goto(at.article)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
  })

  test('is never shown what is drawn elsewhere than it is read: from top to bottom the words keep their order', async () => {
    for (const kind of looked) {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(at[kind])
      const tops = await page
        .locator('main :is(h1, h2, h3)')
        .evaluateAll((all) =>
          all.filter((one) => (one as HTMLElement).checkVisibility()).map((one) => one.getBoundingClientRect().top),
        )
      expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    }
  })
})

describe('whoever watches the line', () => {
  test('sees a whole visit go to the portals alone, without a cookie; the device keeps the size of letters and nothing else', async () => {
    const visitor = await openBrowser({ width: 360, height: 740 })
    try {
      const tab = await visitor.newPage()
      const hosts = new Set<string>()
      const cookies: string[] = []
      visitor.on('request', (request) => {
        if (!/^(?:data|blob|about):/.test(request.url())) hosts.add(new URL(request.url()).origin)
        if (request.headers().cookie) cookies.push(`${request.url()} sent ${request.headers().cookie}`)
      })
      visitor.on('response', async (answer) => {
        const set = await answer.headerValue('set-cookie').catch(() => null)
        if (set) cookies.push(`${answer.url()} set ${set}`)
      })
      const pages = [
        at.home,
        at.list,
        `${home}/luu-tru`,
        at.article,
        at.story,
        at.film,
        at.outside,
        at.search,
        at.form,
        `${home}/en`,
      ]
      for (const address of pages) {
        await tab.goto(address)
        await tab.evaluate(() => scrollTo(0, document.body.scrollHeight))
        await tab.waitForLoadState('networkidle')
      }
      await tab.goto(at.film)
      await tab.locator('video').evaluate(async (video) => {
        ;(video as HTMLVideoElement).muted = true
        await (video as HTMLVideoElement).play()
      })
      await tab.goto(at.article)
      await tab.getByRole('button', { name: 'Cỡ chữ lớn' }).click()
      await tab.getByRole('button', { name: 'Rất hài lòng' }).click()
      await tab.waitForURL('**/danh-gia?*')
      await tab.getByLabel('Bạn muốn nói thêm').or(tab.locator('#y-kien')).first().fill('Bài dễ hiểu.')
      await tab.locator('main form button').last().click()
      await tab.waitForURL(/xong=1/)
      await tab.goto(at.form)
      await tab.getByLabel('Lỗi chính tả, trình bày').check()
      await tab.getByLabel('Lỗi là gì?').fill('Tên đường viết thiếu dấu ở đoạn hai.')
      await tab.getByRole('button', { name: 'Gửi báo lỗi' }).click()
      await tab.waitForURL(/\/bao-loi\/[A-Z0-9-]+$/i)
      const kept = await tab.evaluate(async () => ({
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        cookie: document.cookie,
        databases: (await indexedDB.databases()).length,
        workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
      }))
      expect(kept).toEqual({ local: ['khue-co-chu'], session: [], cookie: '', databases: 0, workers: 0 })
      expect([...hosts].toSorted()).toEqual([home, new URL(at.story).origin].toSorted())
      expect(cookies).toEqual([])
      // Only a press brings the film of another place.
      const film = tab.waitForRequest(/^https:\/\/www\.youtube-nocookie\.com\//)
      await visitor.route(/youtube-nocookie/, (route) => route.abort())
      await tab.goto(at.outside)
      await tab.locator('a[data-frame]').click()
      expect((await film).headers().cookie).toBeUndefined()
      expect(await visitor.cookies()).toEqual([])
    } finally {
      await visitor.close()
    }
  }, 90_000)
})

test('every kind of page comes light to a phone: words, looks and letters within 90 KB, little else, few requests', async () => {
  const visitor = await openBrowser({ width: 360, height: 740 })
  try {
    // At most, by kind: kilobytes of pictures (what is in sight or near it), and requests. Script is never needed.
    const limits = { home: [60, 14], list: [60, 16], article: [30, 12], film: [40, 14], story: [40, 14] } as const
    const waiting =
      "select count(*) from media m where kind = 'image' and not exists (select from media_variant v where v.media_id = m.id)"
    await expect.poll(() => tour.demo.one(waiting), { timeout: 60_000, interval: 500 }).toBe('0')
    for (const kind of ['home', 'list', 'article', 'film', 'story'] as const) {
      const weight = await weighPage(visitor, at[kind])
      const [pictures, requests] = limits[kind]
      expect({ kind, weight, light: toRead(weight) <= 90_000 }).toMatchObject({ light: true })
      expect({ kind, weight, light: weight.script <= 8_000 && weight.other <= 4_000 }).toMatchObject({ light: true })
      expect({ kind, weight, light: weight.picture <= pictures * 1000 && weight.requests <= requests }).toMatchObject({
        light: true,
      })
    }
  } finally {
    await visitor.close()
  }
}, 120_000)
