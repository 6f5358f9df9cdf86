import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { inTransaction } from '../../src/database/connect.ts'
import { createDelivery } from '../../src/delivery/delivery.tsx'
import type { Content } from '../../src/editions/content.ts'
import { createLogger } from '../../src/logger.ts'
import { deriveImages } from '../../src/media/derive-images.ts'
import { openFileStore, type FileStore } from '../../src/media/file-store.ts'
import { storeUpload } from '../../src/media/store-upload.ts'
import { publicFiles } from '../../src/web/public-files.ts'
import { desk as desktop, openBrowser, phone } from '../support/browser.ts'
import { htmlFaults, outsideLoads } from '../support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { miniWebm } from '../support/films.ts'
import { doc, liveBuilder, paragraph } from '../support/live.ts'
import { person } from '../support/people.ts'
import { allPublicRoutes } from '../support/reader.ts'
import { network, type TestNetwork } from '../support/sites.ts'

let database: TestDatabase
let sites: TestNetwork
let files: FileStore
let server: ReturnType<typeof serve>
let origin: string
let browser: BrowserContext
let film: string
let story: string
let gallery: string

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  files = openFileStore(await mkdtemp(path.join(os.tmpdir(), 'khue-journey-films-')))
  const live = await liveBuilder(database.db)
  const editor = await person(database.db, 'Lê Thu Hà', [{ siteId: sites.ward.id, role: 'editor' }])
  const store = async (name: string, body: Buffer): Promise<number> => {
    const act = { siteId: sites.ward.id, name, body }
    const { mediaId, kind } = await inTransaction(database.db, (tx) => storeUpload(tx, editor, act, files))
    if (kind === 'image') await deriveImages(database.db, files, mediaId)
    return mediaId
  }
  const pictures: { mediaId: number; alt: string; caption: string; source: string }[] = []
  for (const [at, colour] of ['#7a9e7e', '#c96f4a', '#30638e'].entries()) {
    const size = at === 1 ? { width: 900, height: 1400 } : { width: 1600, height: 1000 }
    const body = await sharp({ create: { ...size, channels: 3, background: colour } })
      .jpeg()
      .toBuffer()
    const mediaId = await store(`Ảnh ${at}.jpg`, body)
    pictures.push({ mediaId, alt: `Mô tả ${at + 1}`, caption: `Chú thích ${at + 1}`, source: 'Khuê' })
  }
  const captions = await store('Phụ đề.srt', Buffer.from('1\n00:00:00,000 --> 00:00:02,900\nTrống hội vang lên'))
  const attrs = {
    film: { mediaId: await store('Lễ hội.webm', miniWebm()) },
    poster: { mediaId: pictures[0]!.mediaId },
    captions: [{ mediaId: captions, language: 'vi' }],
    title: 'Lễ hội làng',
    transcript: [{ text: 'Nghệ nhân kể chuyện dệt lụa.' }],
  }
  const body = doc(paragraph('Bài viết về lễ hội.'), { type: 'film', attrs })
  const publish = async (part: Partial<Content> & { title: string }): Promise<string> =>
    (await live.publish(sites.ward, { summary: 'Tóm tắt.', ...part })).path
  film = await publish({ title: 'Video: Lễ hội làng', genre: 'video', body, lead: pictures[0] })
  story = await publish({ title: 'Chùm ảnh', genre: 'photo', body: doc(paragraph('Lời.')), gallery: pictures })
  gallery = await publish({ title: 'Bài có bộ ảnh', body: doc(paragraph('Lời.')), gallery: pictures })
  const delivery = createDelivery({
    config: readConfig({}),
    db: database.delivery,
    logger: createLogger('silent'),
    files,
    publicFiles: publicFiles(path.resolve(import.meta.dirname, '../../public')),
    health: { whyNotReady: async () => undefined },
    routes: allPublicRoutes,
  })
  server = serve({ fetch: delivery.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://${sites.ward.host}:${(server.address() as AddressInfo).port}`
  browser = await openBrowser(desktop)
}, 60_000)
afterAll(async () => {
  await browser.close()
  server.close()
  await database.drop()
  await rm(files.folder, { recursive: true, force: true })
})

async function open(address: string, context = browser): Promise<{ page: Page; asked: string[] }> {
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${origin}${address}`)
  return { page, asked }
}
const axe = async (page: Page): Promise<string[]> =>
  (
    await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  ).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)

describe('a citizen watches a film', () => {
  test('nothing of it is loaded before play; then it plays, and its captions are there', async () => {
    const { page, asked } = await open(film)
    expect(asked.some((url) => url.endsWith('.webm'))).toBe(false)
    expect(asked.every((url) => url.startsWith(origin))).toBe(true)
    const seen = await page.evaluate(async () => {
      const video = document.querySelector('video')!
      video.muted = true
      await video.play()
      await new Promise((resolve) => video.requestVideoFrameCallback(resolve))
      const [track] = [...video.textTracks]
      for (let tries = 0; tries < 50 && !track!.cues?.length; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50))
      return {
        size: [video.videoWidth, video.videoHeight],
        length: video.duration,
        said: [...(track!.cues ?? [])].map((cue) => (cue as VTTCue).text),
        mode: track!.mode,
      }
    })
    expect(seen).toEqual({ size: [160, 90], length: 3, said: ['Trống hội vang lên'], mode: 'showing' })
    await page.close()
  })

  test('the page opens with it, says how long and how heavy it is, and gives what is said in it to read', async () => {
    const { page } = await open(film)
    const order = await page.evaluate(() =>
      ['video', '.film-transcript', '.prose'].map((one) => document.querySelector(one)!.getBoundingClientRect().top),
    )
    expect(order.toSorted((a, b) => a - b)).toEqual(order)
    expect(await page.locator('.article-lead').count()).toBe(0)
    expect(await page.locator('.film-facts').innerText()).toMatch(/Dài 0:03\s+Tải video \(WEBM, 6,[0-9] KB\)/)
    await page.locator('.film-transcript summary').click()
    expect(await page.locator('.film-transcript p').innerText()).toBe('Nghệ nhân kể chuyện dệt lụa.')
    expect(await axe(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await page.locator('.film-transcript').evaluate((details: HTMLDetailsElement) => (details.open = false))
    const printed = await page.locator('.film-transcript p').evaluate((line) => line.getBoundingClientRect().height)
    expect(printed).toBeGreaterThan(10)
    await page.close()
  })

  test('search engines are told of it, and lists show its sign and its length', async () => {
    const html = await sent(film)
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as {
      '@graph': Record<string, unknown>[]
    }
    expect(data['@graph'].find((one) => one['@type'] === 'VideoObject')).toMatchObject({
      name: 'Lễ hội làng',
      duration: 'PT3S',
      transcript: 'Nghệ nhân kể chuyện dệt lụa.',
      contentUrl: expect.stringMatching(/\/tep\/\d+\/le-hoi\.webm$/),
    })
    const list = await sent('/chuyen-muc/tin-tuc')
    expect(list).toContain('card-film')
    expect(list).toContain('Video 0:03')
  })

  test('the pages of films, photo stories and galleries are valid and load nothing from outside', async () => {
    for (const address of [film, story, gallery]) {
      const html = await sent(address)
      expect(await htmlFaults(html), address).toEqual([])
      expect(outsideLoads(html), address).toEqual([])
    }
  })
})

/** A page as it is sent, before any script. */
async function sent(address: string): Promise<string> {
  const page = await browser.newPage()
  const answer = await page.goto(`${origin}${address}`)
  const html = await answer!.text()
  await page.close()
  return html
}

describe('a citizen looks at pictures', () => {
  test('a photo story shows each picture large, numbered, with its words', async () => {
    const { page } = await open(story)
    const words = await page.locator('.story figcaption').allInnerTexts()
    expect(words.map((text) => text.split('\n')[0])).toEqual(['Ảnh 1/3', 'Ảnh 2/3', 'Ảnh 3/3'])
    expect(words[0]).toContain('Ảnh: Khuê')
    const width = await page
      .locator('.story img')
      .first()
      .evaluate((picture) => picture.getBoundingClientRect().width)
    expect(width).toBeGreaterThan(800)
    expect(await axe(page)).toEqual([])
    await page.close()
  })

  test('by keyboard alone the pictures open, turn, close, and the focus goes back to the last one seen', async () => {
    const { page } = await open(gallery)
    await page.locator('.gallery a.large').first().focus()
    await page.keyboard.press('Enter')
    const viewer = page.locator('dialog.viewer')
    await viewer.waitFor()
    expect(await viewer.locator('figcaption').innerText()).toContain('Ảnh 1/3')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await viewer.locator('img').getAttribute('alt')).toBe('Mô tả 3')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    expect(await viewer.locator('figcaption').innerText()).toContain('Ảnh 3/3')
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => [...document.querySelectorAll('a.large')].indexOf(document.activeElement!))).toBe(
      2,
    )
    await page.close()
  })

  test('without script the same link leads to the large picture', async () => {
    const plain = await openBrowser(phone, false)
    try {
      const { page } = await open(gallery, plain)
      await page.locator('.gallery a.large').first().click()
      await page.waitForURL(/\/tep\/\d+\/1280\.webp$/)
    } finally {
      await plain.close()
    }
  })

  test('on every screen a picture comes in a width that fits, with its room kept, and only the first at once', async () => {
    for (const width of [360, 768, 1366]) {
      // A fresh browser: one that has a wider file already shows that.
      const fresh = await openBrowser({ width, height: 800 })
      const { page } = await open(story, fresh)
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      await page.waitForLoadState('networkidle')
      const shown = await page.locator('.story img').evaluateAll((all) =>
        all.map((each) => {
          const picture = each as HTMLImageElement
          return {
            room: picture.getAttribute('width') !== null && picture.getAttribute('height') !== null,
            lazy: picture.loading === 'lazy',
            type: picture.currentSrc.split('.').at(-1),
            share: Number(/\/(\d+)\.\w+$/.exec(picture.currentSrc)?.[1]) / picture.getBoundingClientRect().width,
          }
        }),
      )
      expect(shown.map(({ room, type }) => [room, type])).toEqual(shown.map(() => [true, 'avif']))
      expect(shown.map(({ lazy }) => lazy)).toEqual([false, true, true])
      for (const { share } of shown.filter((_, at) => at !== 1)) expect(share, `at ${width}`).toBeGreaterThan(0.9)
      for (const { share } of shown.filter((_, at) => at !== 1)) expect(share, `at ${width}`).toBeLessThan(2.1)
      await fresh.close()
    }
  })
})
