import { mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, phone } from '../../tests/support/browser.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { doc, liveBuilder } from '../../tests/support/live.ts'
import { axeFaults, tooWide } from '../../tests/support/page-faults.ts'
import { network } from '../../tests/support/sites.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { startPublicFace, type PublicFace } from '../public-app.ts'

let database: TestDatabase
let face: PublicFace
let browser: BrowserContext
let page: Page
let article: string
let film: string
let english: string
/** What pages asked of other hosts; answered with an empty page, so that no test needs the network. */
let outside: string[] = []

beforeAll(async () => {
  database = await freshDatabase()
  const { ward } = await network(database.db)
  // Copying and sharing exist in secure contexts alone, and localhost is one.
  await database.db.insertInto('siteHost').values({ host: 'ba-dinh.localhost', siteId: ward.id }).execute()
  const live = await liveBuilder(database.db)
  const config = readConfig({ PORT: '0', LISTEN: '127.0.0.1', KHUE_HOME: mkdtempSync(path.join(os.tmpdir(), 'khue-')) })
  face = await startPublicFace(config, database.url, createLogger('silent'))
  const origin = `http://ba-dinh.localhost:${face.port}`
  const read = await live.publish(ward, {
    title: 'Phường mở điểm đọc sách',
    summary: 'Mở cửa sáng thứ Bảy.',
    body: doc('Câu một của đoạn đầu. Câu hai.', 'Đoạn thứ hai của bài.', 'Đoạn cuối.'),
  })
  const shown = await live.publish(ward, {
    title: 'Bài có video',
    body: doc('Xem video.', {
      type: 'video',
      attrs: { provider: 'youtube', videoId: 'abcDEF12345', title: 'Phân loại rác' },
    }),
  })
  const inEnglish = await live.publish(ward, { title: 'A reading corner', language: 'en', body: doc('In English.') })
  article = `${origin}${read.path}`
  film = `${origin}${shown.path}`
  english = `${origin}${inEnglish.path}`
  browser = await openBrowser()
  await browser.grantPermissions(['clipboard-read', 'clipboard-write'])
  await browser.route(/^https?:\/\/(?!ba-dinh\.localhost)/, (route) => {
    outside.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<title>Trình phát</title>' })
  })
}, 60_000)
afterAll(async () => {
  await browser.close()
  await face.stop()
  await database.drop()
})
beforeEach(async () => {
  outside = []
  await page?.close()
  page = await browser.newPage()
})

/** A voice that speaks at once and notes what it was given; `voices` are the languages the device knows. */
const giveVoices = (voices: string[], slow = false): Promise<unknown> =>
  page.addInitScript(
    ({ langs, lasting }) => {
      const heard: { text: string; lang: string }[] = []
      let waiting: ReturnType<typeof setTimeout> | undefined
      Object.assign(window, { heard })
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => langs.map((lang) => ({ lang, name: lang })),
          addEventListener() {},
          cancel: () => clearTimeout(waiting),
          speak(words: SpeechSynthesisUtterance) {
            heard.push({ text: words.text, lang: words.lang })
            waiting = setTimeout(() => words.onend?.({} as SpeechSynthesisEvent), lasting ? 60_000 : 5)
          },
        },
      })
      class Words {
        text: string
        lang = ''
        voice: unknown = null
        onend?: () => void
        constructor(text: string) {
          this.text = text
        }
      }
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Words })
    },
    { langs: voices, lasting: slow },
  )
const heard = (): Promise<{ text: string; lang: string }[]> =>
  page.evaluate(() => (window as unknown as { heard: { text: string; lang: string }[] }).heard)

describe('an article in a reader’s browser', () => {
  test('letters grow in three steps, the choice stays on the device, and no cookie is set', async () => {
    await page.goto(article)
    const size = (): Promise<number> =>
      page
        .locator('.sapo, .prose > p')
        .last()
        .evaluate((line) => line.getBoundingClientRect().height)
    const usual = await size()
    await page.getByRole('button', { name: 'Cỡ chữ rất lớn' }).click()
    expect(await size()).toBeCloseTo(usual * 1.3, 1)
    expect(await page.getByRole('button', { name: 'Cỡ chữ rất lớn' }).getAttribute('aria-pressed')).toBe('true')
    await page.goto(english)
    expect(await size()).toBeCloseTo(usual * 1.3, 1)
    expect(await tooWide(page, 1366)).toEqual([])
    await page.goto(article)
    await page.getByRole('button', { name: 'Cỡ chữ thường' }).click()
    await page.reload()
    expect(await size()).toBe(usual)
    expect(await browser.cookies()).toEqual([])
  })

  test('the link is copied and said so; the plain links lead where they say', async () => {
    await page.goto(article)
    await page.getByRole('button', { name: 'Sao chép liên kết' }).click()
    await page.getByText('Đã sao chép liên kết.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(copied).pathname).toBe(new URL(article).pathname)
    const facebook = new URL((await page.getByRole('link', { name: 'Facebook' }).getAttribute('href')) ?? '')
    expect(facebook.searchParams.get('u')).toBe(copied)
    const zalo = new URL((await page.getByRole('link', { name: 'Zalo' }).getAttribute('href')) ?? '')
    const told = zalo.searchParams.get('d') ?? ''
    expect(told).not.toContain('=')
    expect(JSON.parse(Buffer.from(told, 'base64').toString())).toEqual({ url: copied })
    const mail = await page.locator('.share').getByRole('link', { name: 'Thư điện tử' }).getAttribute('href')
    expect(decodeURIComponent(mail ?? '')).toContain(copied)
  })

  test('it is read aloud passage by passage, from the title to the end', async () => {
    await giveVoices(['en-US', 'vi-VN'])
    await page.goto(article)
    await page.getByRole('button', { name: 'Nghe bài' }).click()
    await expect.poll(async () => (await heard()).length).toBe(6)
    expect((await heard()).map(({ text }) => text)).toEqual([
      'Phường mở điểm đọc sách',
      'Mở cửa sáng thứ Bảy.',
      'Câu một của đoạn đầu.',
      'Câu hai.',
      'Đoạn thứ hai của bài.',
      'Đoạn cuối.',
    ])
    expect(new Set((await heard()).map(({ lang }) => lang))).toEqual(new Set(['vi-VN']))
    await expect.poll(() => page.locator('[data-reading]').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Dừng', exact: true }).count()).toBe(0)
  })

  test('it is paused, goes on with the same piece, and is stopped, by keyboard too', async () => {
    await giveVoices(['vi-VN'], true)
    await page.goto(article)
    await page.getByRole('button', { name: 'Nghe bài' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('h1[data-reading]').waitFor()
    await page.getByRole('button', { name: 'Tạm dừng' }).click()
    await page.getByRole('button', { name: /Nghe bài|Nghe tiếp/ }).click()
    await expect.poll(async () => (await heard()).length).toBe(2)
    expect((await heard())[1]?.text).toBe('Phường mở điểm đọc sách')
    await page.keyboard.press('Escape')
    expect(await page.locator('[data-reading]').count()).toBe(0)
    await page.getByRole('button', { name: 'Nghe bài' }).waitFor()
  })

  test('a device without a Vietnamese voice says so, and reads English entries with an English one', async () => {
    await giveVoices(['en-GB'])
    await page.goto(article)
    await page.getByRole('button', { name: 'Nghe bài' }).click()
    await page.getByText('Thiết bị này chưa có giọng đọc tiếng Việt').waitFor()
    expect(await heard()).toEqual([])
    await page.goto(english)
    await page.getByRole('button', { name: 'Listen' }).click()
    await expect.poll(async () => (await heard()).map(({ lang }) => lang)).toContain('en-GB')
  })

  test('where nothing can speak or share, there is no button for it', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'speechSynthesis', { value: undefined })
      Object.defineProperty(navigator, 'share', { value: undefined })
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new Error('closed')
        },
      })
    })
    await page.goto(article)
    await page.getByRole('button', { name: 'In hoặc lưu PDF' }).waitFor()
    for (const name of ['Nghe bài', 'Sao chép liên kết', 'Ứng dụng khác…'])
      expect(await page.getByRole('button', { name }).count(), name).toBe(0)
    await page.getByRole('button', { name: 'Cỡ chữ lớn' }).click()
    expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('1')
  })

  test('a film of another place is fetched when somebody presses, in place of its card, and not before', async () => {
    const answer = await page.goto(film)
    expect(answer?.headers()['content-security-policy']).toContain(`frame-src 'self' https://www.youtube-nocookie.com;`)
    await page.waitForLoadState('networkidle')
    expect(outside).toEqual([])
    await page.getByRole('link', { name: 'Phát video từ youtube.com tại đây' }).click()
    await page.frameLocator('iframe[title="Phân loại rác"]').locator('body').waitFor({ state: 'attached' })
    expect(outside).toEqual(['https://www.youtube-nocookie.com/embed/abcDEF12345?autoplay=1&rel=0'])
    expect(browser.pages().length).toBeLessThanOrEqual(2)
    const other = await page.goto(article)
    expect(other?.headers()['content-security-policy']).toContain(`frame-src 'none'`)
  })

  test('the room of the buttons is kept while they are hidden, on a phone and on a desk', async () => {
    for (const size of [phone, { width: 768, height: 900 }, { width: 1366, height: 850 }]) {
      await page.setViewportSize(size)
      await page.goto(article)
      await page.getByRole('button', { name: 'Cỡ chữ lớn' }).waitFor()
      const [shown, hidden] = await page.locator('.tools').evaluate((tools) => {
        const after = tools.getBoundingClientRect().height
        for (const button of tools.querySelectorAll('button')) button.hidden = true
        return [after, tools.getBoundingClientRect().height]
      })
      expect(shown, `${size.width} px`).toBe(hidden)
    }
  })

  test('what a person cannot see or reach is missing nothing: axe and the checker find no fault in any state', async () => {
    for (const [size, width] of [
      [phone, 360],
      [{ width: 1366, height: 850 }, 1366],
    ] as const) {
      await page.setViewportSize(size)
      await page.goto(article)
      await page.getByText('Mã QR của bài').click()
      expect(await axeFaults(page, width)).toEqual([])
      expect(await tooWide(page, width)).toEqual([])
      await page.getByRole('link', { name: 'Báo lỗi trong bài này' }).click()
      await page.getByRole('button', { name: 'Gửi báo lỗi' }).click()
      await page.getByRole('alert').waitFor()
      expect(await axeFaults(page, width)).toEqual([])
      expect(await tooWide(page, width)).toEqual([])
      await page.getByLabel('Lỗi khác').check()
      await page.getByLabel('Lỗi là gì?').fill('Bài thiếu địa chỉ của điểm đọc sách.')
      await page.getByRole('button', { name: 'Gửi báo lỗi' }).click()
      await page.getByText('Đã nhận báo lỗi của bạn').first().waitFor()
      expect(await axeFaults(page, width)).toEqual([])
      await page.getByRole('link', { name: 'Quay lại bài viết' }).click()
      await page.getByRole('button', { name: 'Chưa hài lòng' }).click()
      await page.getByLabel('Điều gì chưa tốt').fill('Cần thêm bản đồ.')
      expect(await axeFaults(page, width)).toEqual([])
      await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
      await page.getByText('Cảm ơn ý kiến của bạn').first().waitFor()
      expect(await axeFaults(page, width)).toEqual([])
    }
    expect(await htmlFaults((await (await page.goto(article))?.text()) ?? '')).toEqual([])
    expect(outside).toEqual([])
  }, 60_000)

  test('the code leads to the article; it is gone with it', async () => {
    const codeOf = (address: string): string => address.replace('/bai-viet/', '/ma-qr/bai-viet/').concat('.svg')
    const svg = await page.goto(codeOf(article))
    expect(svg?.headers()['content-type']).toBe('image/svg+xml')
    expect(await svg?.text()).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/)
    const { entryId } = await database.db
      .selectFrom('address')
      .select('entryId')
      .where('path', '=', new URL(english).pathname)
      .executeTakeFirstOrThrow()
    await database.owner
      .updateTable('edition')
      .set({ state: 'withdrawn', withdrawalReason: 'Sai', endedAt: new Date() })
      .where('entryId', '=', entryId)
      .execute()
    await expect.poll(async () => (await page.goto(codeOf(english)))?.status()).toBe(404)
  })
})

test('the script stays small enough to be read at a sitting: six kilobytes', () => {
  expect(readFileSync(path.resolve(import.meta.dirname, '../../public/reader.js')).length).toBeLessThanOrEqual(6 * 1024)
})
