import { mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleContent, newsroomOf, type Newsroom } from '../../../tests/support/articles.ts'
import { openBrowser } from '../../../tests/support/browser.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { box, mp4 } from '../../../tests/support/films.ts'
import { testOffice, type TestOffice } from '../../../tests/support/session.ts'
import { auditOfficeRoutes } from '../../audit/office/routes.ts'
import { inTransaction } from '../../database/connect.ts'
import { outboxOfficeRoutes } from '../../outbox/office.tsx'
import { queueMail } from '../../outbox/queue-mail.ts'
import type { Actor } from '../../people/actor.ts'
import { changeMedia } from '../change-media.ts'
import { deriveImages } from '../derive-images.ts'
import { storedName } from '../file-kinds.ts'
import { openFileStore, type FileStore } from '../file-store.ts'
import { mediaById, mediaOfSite } from '../queries.ts'
import { storeUpload } from '../store-upload.ts'
import { mediaOfficeRoutes } from './routes.ts'

let database: TestDatabase
let desk: Newsroom
let office: TestOffice
let files: FileStore
let server: ReturnType<typeof serve>
let origin: string
let bridge: number
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-screens-'))
/** Where to leave pictures of the screens, for whoever wants to look at them. */
const shots = process.env.TEST_SHOTS

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  office = testOffice({
    db: database.db,
    routes: [...mediaOfficeRoutes, ...auditOfficeRoutes, ...outboxOfficeRoutes],
    env: { KHUE_HOME: home },
  })
  files = openFileStore(path.join(home, 'test-files'))
  server = serve({ fetch: office.office.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const colours = ['#7a9e7e', '#c96f4a', '#30638e', '#edae49', '#6b4e71']
  for (const [n, name] of [
    'Cầu Long Biên lúc bình minh.jpg',
    'Phố sách ngày cuối tuần.jpg',
    'Hội nghị tiếp xúc cử tri phường Ba Đình quý III năm 2026, bản chụp toàn cảnh từ ban công tầng hai.png',
    'Vườn hoa.webp',
    'Đường hoa.jpg',
  ].entries()) {
    const drawn = Buffer.from(
      `<svg width="1200" height="${n === 3 ? 1800 : 800}"><rect width="1200" height="1800" fill="${colours[n]}"/><circle cx="${300 + n * 150}" cy="300" r="160" fill="#fff8"/><path d="M0 700L500 420L1200 760V1800H0Z" fill="#0004"/></svg>`,
    )
    const stored = await store(name, await sharp(drawn).jpeg().toBuffer())
    if (n < 4) await deriveImages(database.db, files, stored)
    if (n === 0) bridge = stored
  }
  await store('Kế hoạch 12-KH-UBND.pdf', Buffer.from('%PDF-1.4\nstartxref\n9\n%%EOF\n'))
  await inTransaction(database.db, (tx) =>
    changeMedia(tx, desk.editor, {
      mediaId: bridge,
      alt: 'Cầu Long Biên trong nắng sớm',
      caption: 'Cầu Long Biên nhìn từ bãi giữa',
      source: 'Trần Văn Minh',
      focalX: 0.3,
      focalY: 0.4,
    }),
  )
  const content = JSON.stringify(
    await articleContent(database.db, desk.ward, {
      title: 'Cầu Long Biên tròn 124 tuổi',
      lead: { mediaId: bridge, alt: 'Cầu', caption: '', source: 'Lan' },
    }),
  )
  const entry = await database.db
    .insertInto('entry')
    .values({ siteId: desk.ward.id, kind: 'article', createdBy: desk.writer.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await database.db
    .insertInto('edition')
    .values({
      entryId: entry.id,
      siteId: desk.ward.id,
      kind: 'article',
      version: 1,
      chain: 'full',
      content,
      authorId: desk.writer.id,
      updatedBy: desk.writer.id,
    })
    .execute()
  for (const subject of ['Mời bạn tham gia cổng phường Ba Đình', 'Bài “Cầu Long Biên tròn 124 tuổi” đã được duyệt']) {
    await inTransaction(database.db, (tx) =>
      queueMail(tx, {
        to: 'nguyen.thi.lan@ba-dinh.example',
        subject,
        body: 'Chào chị Lan,\n\nMời chị mở liên kết sau trong 24 giờ:\nhttp://localhost:3001/dat-lai-mat-khau/AbCdEfGhIjKlMnOpQrStUvWxYz0123\n',
        siteId: desk.ward.id,
      }),
    )
  }
}, 60_000)
afterAll(async () => {
  server.close()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const store = (name: string, body: Buffer): Promise<number> =>
  inTransaction(database.db, (tx) => storeUpload(tx, desk.editor, { siteId: desk.ward.id, name, body }, files)).then(
    (stored) => stored.mediaId,
  )

async function signedIn(browser: BrowserContext, who: Actor): Promise<void> {
  const [name = '', value = ''] = (await office.cookieOf(who)).split('=')
  await browser.addCookies([{ name, value, url: origin }])
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`))
}

describe('screens of library, mail and log', () => {
  test('hold for everyone, at 360, 768 and 1366 pixels, and nothing runs over the edge', async () => {
    const screens: [string, Actor, string][] = [
      ['thu-vien', desk.editor, '/thu-vien'],
      ['thu-vien-trong', desk.cityEditor, '/thu-vien'],
      ['thu-vien-khong-thay', desk.editor, '/thu-vien?q=khongco'],
      ['tep', desk.editor, `/thu-vien/${bridge}`],
      ['tep-kiem-tra', desk.auditor, `/thu-vien/${bridge}`],
      ['nhat-ky', desk.auditor, '/nhat-ky'],
      ['su-kien', desk.auditor, '/nhat-ky/7'],
      ['thu-di', desk.networkAdmin, '/thu-di'],
      ['thu', desk.admin, '/thu-di/1'],
    ]
    for (const [width, height] of [
      [360, 740],
      [768, 1024],
      [1366, 850],
    ] as const) {
      const browser = await openBrowser({ width, height })
      try {
        const page = await browser.newPage()
        for (const [name, who, address] of screens) {
          await signedIn(browser, who)
          const answer = await page.goto(`${origin}${address}`)
          expect(answer?.status(), address).toBe(200)
          if (shots) await page.waitForLoadState('networkidle')
          if (shots) await page.screenshot({ path: path.join(shots, `${name}-${width}.png`), fullPage: true })
          expect(await findings(page), `${address} ${width}`).toEqual([])
          const over = await page.evaluate(() =>
            document.documentElement.scrollWidth <= innerWidth
              ? []
              : [...document.querySelectorAll('main *')]
                  .filter((each) => each.getBoundingClientRect().right > innerWidth)
                  .map((each) => each.outerHTML.slice(0, 80)),
          )
          expect(over, `${address} ${width}`).toEqual([])
        }
      } finally {
        await browser.close()
      }
    }
  }, 180_000)
})

describe('an editor at the library', () => {
  test('without script she uploads several files together and reads why one was refused', async () => {
    const browser = await openBrowser({ width: 1366, height: 850 }, false)
    try {
      await signedIn(browser, desk.editor)
      const page = await browser.newPage()
      await page.goto(`${origin}/thu-vien`)
      const body = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#5a3' } })
        .png()
        .toBuffer()
      await page.setInputFiles('#tep', [
        { name: 'Ảnh mới.png', mimeType: 'image/png', buffer: body },
        {
          name: 'logo.svg',
          mimeType: 'image/svg+xml',
          buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        },
      ])
      await page.click('.upload-panel button')
      expect(await page.textContent('.notice-ok')).toContain('Đã tải lên 1 tệp')
      expect(await page.textContent('.notice-error')).toContain('logo.svg: Không nhận ảnh SVG')
      await page.setInputFiles('#tep', [{ name: 'Ảnh mới.png', mimeType: 'image/png', buffer: body }])
      await page.click('.upload-panel button')
      expect(await page.textContent('.notice-ok')).toContain('đã có sẵn')
      expect(page.url()).toContain('/thu-vien?cong=')
    } finally {
      await browser.close()
    }
  }, 60_000)

  test('without script she clicks the picture where it matters, then types exact numbers', async () => {
    const browser = await openBrowser({ width: 768, height: 900 }, false)
    try {
      await signedIn(browser, desk.editor)
      const page = await browser.newPage()
      await page.goto(`${origin}/thu-vien/${bridge}`)
      await page.locator('.focal-picture input').click({ position: { x: 204, y: 18 } })
      expect(await mediaById(database.db, bridge)).toMatchObject({
        focalX: expect.closeTo(0.75, 2),
        focalY: expect.closeTo(0.1, 2),
      })
      await page.fill('input[name=x]', '25')
      await page.press('input[name=x]', 'Enter')
      expect(await mediaById(database.db, bridge)).toMatchObject({ focalX: 0.25, focalY: expect.closeTo(0.1, 2) })
      await page.fill('input[name=y]', '')
      await page.click('text=Lưu điểm chính')
      expect(await page.textContent('.focal-form .error')).toContain('Nhập số từ 0 đến 100')
    } finally {
      await browser.close()
    }
  }, 60_000)

  test('two editors of one file: the second sees the first’s words beside hers, and nothing is overwritten unseen', async () => {
    const browser = await openBrowser({ width: 1366, height: 850 }, false)
    try {
      await signedIn(browser, desk.editor)
      const [first, second] = [await browser.newPage(), await browser.newPage()]
      await first.goto(`${origin}/thu-vien/${bridge}`)
      await second.goto(`${origin}/thu-vien/${bridge}`)
      await first.fill('textarea[name=alt]', 'Lời của người thứ nhất')
      await first.click('text=Lưu thông tin')
      await second.fill('textarea[name=alt]', 'Lời của người thứ hai')
      await second.click('text=Lưu thông tin')
      expect(await second.inputValue('textarea[name=alt]')).toBe('Lời của người thứ hai')
      expect(await second.textContent('#o-alt-hint')).toContain('Lời của người thứ nhất')
      expect((await mediaById(database.db, bridge))?.alt).toBe('Lời của người thứ nhất')
      await second.click('text=Lưu thông tin')
      expect((await mediaById(database.db, bridge))?.alt).toBe('Lời của người thứ hai')
      await second.goto(`${origin}/thu-vien/${bridge}`)
      expect(await second.locator('text=Tôi muốn xóa').count()).toBe(0)
    } finally {
      await browser.close()
    }
  }, 60_000)

  test('with script she drops many files at once, sees each arrive, and tries again what the network lost', async () => {
    const browser = await openBrowser()
    try {
      await signedIn(browser, desk.editor)
      const page = await browser.newPage()
      const script = await build({
        stdin: {
          contents: `import { enhanceUpload } from './upload.ts'; enhanceUpload()`,
          resolveDir: path.resolve(import.meta.dirname, '../../office/shell'),
          loader: 'ts',
        },
        bundle: true,
        write: false,
        format: 'esm',
      })
      await page.route('**/office.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: script.outputFiles[0]?.text ?? '' }),
      )
      await page.goto(`${origin}/thu-vien`)
      const before = (await mediaOfSite(database.db, desk.ward.id, {}, { size: 200 })).rows.length
      const bodies = await Promise.all(
        [1, 2, 3, 4].map((n) =>
          sharp({ create: { width: 60 + n, height: 50, channels: 3, background: '#a53' } })
            .png()
            .toBuffer(),
        ),
      )
      let lost = 0
      await page.route('**/cong/*/tep', (route) => (lost++ === 0 ? route.abort() : route.continue()))
      const dropped = await page.evaluateHandle(
        (contents) => {
          const transfer = new DataTransfer()
          for (const [n, base64] of contents.entries())
            transfer.items.add(
              new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], `Ảnh ${n}.png`, {
                type: 'image/png',
              }),
            )
          transfer.items.add(new File(['<svg/>'], 'logo.svg'))
          return transfer
        },
        bodies.map((body) => body.toString('base64')),
      )
      await page.dispatchEvent('.upload-panel', 'drop', { dataTransfer: dropped })
      await page.locator('.upload-list button').click()
      await page.locator('.upload-refresh').waitFor()
      await page.locator('.upload-list [data-tone=ok]').nth(3).waitFor()
      expect(await page.locator('.upload-list [data-tone=error]').allTextContents()).toEqual([
        expect.stringContaining('Không nhận ảnh SVG'),
      ])
      expect(await findings(page)).toEqual([])
      if (shots) await page.screenshot({ path: path.join(shots, 'dang-tai.png'), fullPage: true })
      expect((await mediaOfSite(database.db, desk.ward.id, {}, { size: 200 })).rows.length - before).toBe(4)
    } finally {
      await browser.close()
    }
  }, 60_000)
})

describe('the editor’s script at the endpoint', () => {
  const ask = async (
    who: Actor,
    init: RequestInit & { query?: string } = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await office.office.request(`http://localhost:3001/cong/${desk.ward.id}/tep${init.query ?? ''}`, {
      ...init,
      headers: { cookie: await office.cookieOf(who), origin: 'http://localhost:3001', accept: 'application/json' },
    })
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> }
  }
  const form = (...parts: File[]): FormData => {
    const body = new FormData()
    for (const part of parts) body.append('tep', part)
    return body
  }

  test('gets 201 with what the file became, 422 with why not, and a list to choose from', async () => {
    const body = await sharp({ create: { width: 77, height: 44, channels: 3, background: '#15a' } })
      .png()
      .toBuffer()
    const stored = await ask(desk.writer, {
      method: 'POST',
      body: form(new File([new Uint8Array(body)], 'Sông Hồng.png')),
    })
    expect(stored).toMatchObject({
      status: 201,
      body: {
        kind: 'image',
        name: 'Sông Hồng.png',
        width: 77,
        height: 44,
        alt: '',
        duplicate: false,
        processing: true,
        url: `/thu-vien/${stored.body.mediaId as number}/xem/640`,
      },
    })
    expect(await ask(desk.writer, { method: 'POST', body: form(new File(['<svg/>'], 'a.svg')) })).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('SVG') },
    })
    expect((await ask(desk.writer, { method: 'POST', body: form() })).status).toBe(422)
    expect((await ask(desk.writer, { method: 'POST', body: 'x' })).status).toBe(422)
    const list = await ask(desk.writer, { query: '?q=song+hong&loai=anh' })
    expect((list.body.files as { mediaId: number }[]).map((file) => file.mediaId)).toEqual([stored.body.mediaId])
  })

  test('a film and its captions are stored as such and listed as such; one no browser plays is refused with what to do', async () => {
    const send = (name: string, body: Buffer) =>
      ask(desk.writer, { method: 'POST', body: form(new File([new Uint8Array(body)], name)) })
    const film = await send('Lễ hội.mp4', mp4({ head: [box('udta', Buffer.from('+21.0285+105.8542/'))] }))
    expect(film).toMatchObject({ status: 201, body: { kind: 'video', width: 1280, length: '1:05', processing: false } })
    const captions = await send('Lễ hội.srt', Buffer.from('1\n00:00:00,000 --> 00:00:02,000\nXin chào bà con'))
    expect(captions).toMatchObject({ status: 201, body: { kind: 'captions', name: 'Lễ hội.vtt', language: 'vi' } })
    const refused = await send('Lễ hội.mp4', mp4({ codec: 'hvc1' }))
    expect(refused).toMatchObject({ status: 422, body: { error: expect.stringContaining('HEVC (H.265)') } })
    const again = await send('Tên khác.mp4', mp4({ head: [box('udta', Buffer.from('+21.0285+105.8542/'))] }))
    expect(again.body).toMatchObject({ mediaId: film.body.mediaId, duplicate: true })
    const listed = async (kind: string): Promise<unknown[]> =>
      ((await ask(desk.writer, { query: `?loai=${kind}` })).body.files as { mediaId: number }[]).map((f) => f.mediaId)
    expect([await listed('video'), await listed('phu-de')]).toEqual([[film.body.mediaId], [captions.body.mediaId]])
    const kept = await buffer(files.read(storedName((await mediaById(database.db, Number(film.body.mediaId)))!)))
    expect(kept.includes('+21.0285')).toBe(false)
    expect(await readdir(path.join(files.folder, 'dang-nhan'))).toEqual([])
  })

  test('a form cut off on its way, or longer than it said, keeps nothing and is told so', async () => {
    const cookie = await office.cookieOf(desk.writer)
    const headers = { cookie, origin: 'http://localhost:3001', 'content-type': 'multipart/form-data; boundary=x' }
    const head = '--x\r\nContent-Disposition: form-data; name="tep"; filename="a.mp4"\r\n\r\n'
    for (const body of [head, `${head}abc`, `${head}abc\r\n--x`, '--x', 'x', '--x--']) {
      const answer = await office.office.request(`http://localhost:3001/cong/${desk.ward.id}/tep`, {
        method: 'POST',
        body,
        headers,
      })
      expect(answer.status, body).toBe(422)
    }
    expect(await readdir(path.join(files.folder, 'dang-nhan'))).toEqual([])
  })

  test('is closed to auditors for writing, and to people of other portals altogether', async () => {
    expect((await ask(desk.auditor, { method: 'POST', body: form() })).status).toBe(403)
    expect((await ask(desk.auditor)).status).toBe(200)
    expect((await ask(desk.stranger)).status).toBe(404)
    const seen = await office.office.request(`http://localhost:3001/thu-vien/${bridge}/xem/320`, {
      headers: { cookie: await office.cookieOf(desk.stranger) },
    })
    expect(seen.status).toBe(404)
  })

  test('a request heavier than the limit is turned away without being read', async () => {
    const answer = await office.office.request(`http://localhost:3001/cong/${desk.ward.id}/tep`, {
      method: 'POST',
      body: 'x',
      headers: {
        cookie: await office.cookieOf(desk.writer),
        origin: 'http://localhost:3001',
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(400 * 1024 * 1024),
      },
    })
    expect(answer.status).toBe(413)
  })
})
