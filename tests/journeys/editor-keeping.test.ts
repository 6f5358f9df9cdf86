import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { plainText } from '../../src/editions/body/plain-text.ts'
import { createLogger } from '../../src/logger.ts'
import { createAuth } from '../../src/people/sign-in.ts'
import { htmlFaults } from '../support/check-html.ts'
import { signIn, testSecret } from '../support/session.ts'
import {
  eventually,
  faults,
  focused,
  saved,
  saveState,
  shot,
  textBox,
  typeAtEnd,
  writingDesk,
  type WritingDesk,
} from '../support/writing-desk.ts'
import { writingOffice } from '../support/writing-office.ts'

let desk: WritingDesk
beforeAll(async () => {
  desk = await writingDesk()
})
afterEach(() => desk.tidy())
afterAll(() => desk?.stop())

const wordsOf = async (id: number) => plainText((await desk.standing(id)).body)

/** Composes a word as Telex does: each key shows the word so far; nothing is final before `end`. */
async function composer(page: Page) {
  const keyboard = await page.context().newCDPSession(page)
  return {
    show: (text: string) =>
      keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    end: (text: string) => keyboard.send('Input.insertText', { text }),
  }
}

test('a word still being composed is saved as it stands, and is neither lost nor doubled when it is finished', async () => {
  const id = await desk.draft(['Tổ dân phố'])
  const page = await desk.open(await desk.as(desk.lan), id)
  const word = await composer(page)
  await typeAtEnd(page, ' ')
  for (const part of ['t', 'ti', 'tiê', 'tiên']) await word.show(part)
  // Longer than the pause after which what was typed is saved.
  await saved(page)
  expect(await wordsOf(id)).toBe('Tổ dân phố tiên')
  for (const part of ['tiêng', 'tiếng']) await word.show(part)
  await word.end('tiếng')
  await word.show('n')
  await word.show('nó')
  await word.end('nói')
  await saved(page)
  await eventually(() => wordsOf(id)).toBe('Tổ dân phố tiếngnói')
  expect(await textBox(page).textContent()).toBe('Tổ dân phố tiếngnói')
})

test('a word composed in the title while it saves itself stands there once; Enter goes on to the sapo', async () => {
  const id = await desk.draft(['Nội dung.'], { title: '' })
  const page = await desk.open(await desk.as(desk.lan), id)
  const word = await composer(page)
  await page.getByLabel('Tiêu đề', { exact: true }).click()
  await word.show('đ')
  await word.show('đươ')
  await saved(page)
  await word.show('đường')
  await word.end('Đường')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('o-sapo')
  await page.keyboard.type('Hai câu.')
  await eventually(async () => (await desk.standing(id)).title, { timeout: 6000 }).toBe('Đường')
  await eventually(async () => (await desk.standing(id)).summary, { timeout: 6000 }).toBe('Hai câu.')
})

test('a colleague’s picture or comment arriving while a word is composed leaves the word alone', async () => {
  const id = await desk.draft(['Hơn 200 người.'])
  const page = await desk.open(await desk.as(desk.lan), id)
  const word = await composer(page)
  await typeAtEnd(page, ' ')
  await word.show('xu')
  await page.evaluate(() => {
    const file = new File(
      [
        Uint8Array.from(
          atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
          (char) => char.charCodeAt(0),
        ),
      ],
      'a.png',
      { type: 'image/png' },
    )
    const data = new DataTransfer()
    data.items.add(file)
    const place = document.querySelector('#o-van-ban')!
    const { left, bottom } = place.querySelector('p')!.getBoundingClientRect()
    place.dispatchEvent(
      new DragEvent('drop', {
        dataTransfer: data,
        bubbles: true,
        cancelable: true,
        clientX: left + 5,
        clientY: bottom + 5,
      }),
    )
  })
  await word.show('xuâ')
  await word.end('xuân')
  await eventually(async () => (await desk.standing(id)).body.content.some(({ type }) => type === 'image'), {
    timeout: 8000,
  }).toBe(true)
  await saved(page)
  expect((await wordsOf(id)).match(/xu/g)).toHaveLength(1)
})

test('the sheet of two texts marks the words that differ, has chosen what only one changed, and is gone through by keyboard', async () => {
  const id = await desk.draft(['Mở đầu của bài viết này.', 'Đoạn giữa không đổi.', 'Hơn hai trăm người tham gia.'])
  const lans = await desk.open(await desk.as(desk.lan), id)
  const minhs = await desk.open(await desk.as(desk.minh), id)
  await minhs.getByLabel('Tiêu đề', { exact: true }).fill('Ra quân đầu xuân Bính Ngọ')
  await typeAtEnd(minhs, ' Và thiếu nhi.')
  await saved(minhs)
  await lans.getByLabel('Từ khóa').fill('môi trường')
  await textBox(lans).click()
  await lans.keyboard.press('Control+End')
  await lans.keyboard.type(' Rất vui.')
  const sheet = lans.getByRole('dialog')
  await sheet.getByRole('group', { name: 'Tiêu đề (chỉ Trần Minh sửa)' }).waitFor()
  expect(await sheet.locator('.compare-mine mark').allTextContents()).toContain('Rất vui')
  expect((await sheet.locator('.compare-theirs mark').allTextContents()).join(' ')).toContain('thiếu nhi')
  expect(await faults(lans)).toEqual([])
  await shot(lans, 'conflict-wide')
  await lans.setViewportSize({ width: 360, height: 740 })
  expect(await lans.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await sheet.evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true)
  expect(await faults(lans)).toEqual([])
  await shot(lans, 'conflict-phone')
  // Past the two buttons and the title to the paragraph both changed.
  const paragraph = sheet.getByRole('group', { name: 'cả hai cùng sửa' })
  for (let presses = 0; presses < 8 && !(await paragraph.locator(':focus').count()); presses++)
    await lans.keyboard.press('Tab')
  await lans.keyboard.press('ArrowDown')
  await lans.keyboard.press('ArrowDown')
  expect(await paragraph.getByLabel('Giữ cả hai').isChecked()).toBe(true)
  for (let presses = 0; presses < 8 && (await focused(lans)) !== 'Lưu bản đã chọn'; presses++)
    await lans.keyboard.press('Tab')
  await lans.keyboard.press('Enter')
  await saved(lans)
  const content = await desk.standing(id)
  expect([content.title, content.tags]).toEqual(['Ra quân đầu xuân Bính Ngọ', ['môi trường']])
  expect(plainText(content.body)).toBe(
    'Mở đầu của bài viết này.\nĐoạn giữa không đổi.\nHơn hai trăm người tham gia. Rất vui.\nHơn hai trăm người tham gia. Và thiếu nhi.',
  )
}, 40_000)

test('the preview is drawn by the public face beside the text, follows what is saved, opens for who has no account, and is revoked', async () => {
  const port = desk.office.publicPort
  const id = await desk.draft(['Câu đầu.'])
  const page = await desk.open(await desk.as(desk.lan, { viewport: { width: 1366, height: 850 } }), id)
  await page.getByRole('button', { name: 'Xem thử', exact: true }).click()
  const frame = page.frameLocator('.preview-pane iframe')
  await frame.getByText('Câu đầu.').waitFor()
  await typeAtEnd(page, ' Câu vừa thêm.')
  await frame.getByText('Câu đầu. Câu vừa thêm.').waitFor()
  await shot(page, 'preview-wide')
  expect(await faults(page)).toEqual([])
  const link = await page.getByLabel('Liên kết xem thử').inputValue()
  expect(link).toContain(`http://ba-dinh.test:${port}/xem-thu/`)
  const stranger = await (await desk.browser.newContext()).newPage()
  expect((await stranger.goto(link))?.status()).toBe(200)
  await stranger.getByText('Câu vừa thêm.').waitFor()
  await page.setViewportSize({ width: 360, height: 740 })
  await shot(page, 'preview-phone')
  await page.getByRole('button', { name: 'Thu hồi mọi liên kết' }).click()
  await page.getByText('Đã thu hồi').waitFor()
  await eventually(() => focused(page)).toBe('Xem thử')
  expect((await stranger.goto(link))?.status()).toBe(404)
  await stranger.context().close()
  const made = await desk.database.db
    .selectFrom('previewLink')
    .select('editionId')
    .where('editionId', '=', id)
    .execute()
  expect(made).toHaveLength(1)
})

test('the keyboard alone goes from text to toolbar and back, opens and leaves sheets, and opens a picture', async () => {
  const id = await desk.draft(['Chữ.'])
  const page = await desk.open(await desk.as(desk.lan), id)
  await textBox(page).focus()
  await page.keyboard.press('Alt+F10')
  await eventually(() => focused(page)).toBe('Hoàn tác')
  await page.keyboard.press('Escape')
  await eventually(() => focused(page)).toBe('Nội dung bài')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Liên kết' }).waitFor()
  await page.keyboard.press('Escape')
  await eventually(() => focused(page)).toBe('Nội dung bài')
  await page.getByRole('button', { name: 'Chọn ảnh' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Thư viện của cổng' }).waitFor()
  await page.keyboard.press('Escape')
  await eventually(() => focused(page)).toBe('Chọn ảnh')
  await textBox(page).focus()
  await page.keyboard.press('Control+End')
  await page.getByRole('button', { name: 'Chèn video bằng đường dẫn' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('https://vimeo.com/123456789')
  await page.keyboard.press('Enter')
  await page.getByText('Video Vimeo: 123456789').waitFor()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Tên video' }).waitFor()
  await page.keyboard.type('Lễ hội')
  await page.keyboard.press('Enter')
  await page.getByText('Video Vimeo: Lễ hội').waitFor()
  await saved(page)
  const videoTitle = async () =>
    (await desk.standing(id)).body.content.find(({ type }) => type === 'video')?.attrs?.title
  await eventually(videoTitle).toBe('Lễ hội')
  await page.goto(`${desk.origin}/phim-tat`)
  await page.getByText('Lên thanh định dạng').waitFor()
  expect(await faults(page)).toEqual([])
})

test('the longest title is read whole on a phone, and one too long is cut and named', async () => {
  const long = 'Phường Ba Đình tổ chức ra quân tổng vệ sinh môi trường, chỉnh trang đô thị, trồng cây xanh '
    .repeat(4)
    .slice(0, 300)
  const id = await desk.draft(['Chữ.'])
  const page = await desk.open(await desk.as(desk.lan, { viewport: { width: 360, height: 740 } }), id)
  const title = page.getByLabel('Tiêu đề', { exact: true })
  await title.fill(long)
  await saved(page)
  expect(await title.evaluate((box) => box.scrollHeight <= box.clientHeight + 1)).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await shot(page, 'long-title')
  expect((await desk.standing(id)).title).toBe(long.trim())
})

test('an open tab does not keep the session alive; when it ends, what was typed is kept and saved after signing in', async () => {
  const { db } = desk.database
  const config = readConfig({ SESSION_IDLE_MINUTES: '30' })
  const auth = createAuth({ config, db, secret: testSecret, demo: true, logger: createLogger('silent') })
  const office = await writingOffice(desk.database, [], { readSession: auth.readSession })
  const origin = await office.listen()
  const context = await desk.as(desk.lan)
  const enter = async (): Promise<void> => {
    const [name = '', value = ''] = (await signIn(db, desk.lan)).split('=')
    await context.addCookies([{ name, value, url: origin }])
  }
  await enter()
  const id = await desk.draft(['Đầu bài.'])
  const page = await context.newPage()
  await page.goto(`${origin}/ban-thao/${id}`)
  await page.waitForSelector('html[data-editor-ready]')
  const seen = async (minutesAgo: number): Promise<void> =>
    void (await db
      .updateTable('personSession')
      .set({ seenAt: new Date(Date.now() - minutesAgo * 60_000) })
      .where('personId', '=', desk.lan.id)
      .execute())
  const lastSeen = async (): Promise<number> =>
    (
      await db
        .selectFrom('personSession')
        .select('seenAt')
        .where('personId', '=', desk.lan.id)
        .orderBy('createdAt', 'desc')
        .executeTakeFirstOrThrow()
    ).seenAt.getTime()
  await seen(10)
  const before = await lastSeen()
  const asked = office.log.length
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await eventually(() => office.log.slice(asked).some(({ path }) => path.endsWith('/nguoi-dang-sua'))).toBe(true)
  await page.waitForTimeout(300)
  expect(await lastSeen()).toBe(before)
  expect(office.log.slice(asked).filter(({ background }) => !background)).toEqual([])
  await typeAtEnd(page, ' Đang viết.')
  await saved(page)
  expect(await lastSeen()).toBeGreaterThan(before)
  await seen(31)
  await typeAtEnd(page, ' Viết khi phiên đã hết.')
  await saveState(page).getByText('Phiên đã hết').waitFor()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain('Viết khi phiên đã hết.')
  await enter()
  await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')))
  await saved(page)
  expect(await wordsOf(id)).toBe('Đầu bài. Đang viết. Viết khi phiên đã hết.')
  await context.close()
  await office.stop()
}, 40_000)

test('without script the screen stands up to axe and to the rules of HTML, and the whole of it is used by keyboard', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  const values = new FormData()
  values.set('tep', new File([png], 'cho-que.png'))
  const stored = (await (
    await desk.office.request(`/cong/${desk.sites.ward.id}/tep`, desk.lan, {
      method: 'POST',
      body: values,
      headers: { accept: 'application/json' },
    })
  ).json()) as { mediaId: number }
  const picture = { mediaId: stored.mediaId, alt: 'Chợ quê', caption: 'Chợ quê ngày Tết', source: 'Lan' }
  const id = await desk.draft(['Chữ thường.'], { lead: picture, gallery: [picture], summary: 'Sapo.' })
  expect(await htmlFaults(await (await desk.office.request(`/ban-thao/${id}`, desk.lan)).text())).toEqual([])
  // axe itself is script, so the page keeps the right to run some; its own never arrive.
  const context = await desk.as(desk.lan)
  await context.route('**/*.js', (route) => route.abort())
  const page = await context.newPage()
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 850 })
    await page.goto(`${desk.origin}/ban-thao/${id}`)
    const closed = page.locator('.editor-side .fold:not([open]) > summary')
    while ((await closed.count()) > 0) await closed.first().press('Enter')
    expect(await faults(page)).toEqual([])
    await shot(page, `plain-${width}`, true)
  }
  await page.getByLabel('Chọn trong các ảnh mới nhất').selectOption('Không có ảnh đại diện')
  await page.getByLabel('Chợ quê ngày Tết').uncheck()
  await page.getByLabel('Nội dung', { exact: true }).fill('Gõ không có script.')
  await page.getByRole('button', { name: 'Lưu', exact: true }).press('Enter')
  await page.getByText(/Đã lưu \d\d:\d\d/).waitFor()
  const content = await desk.standing(id)
  expect([content.lead, content.gallery, plainText(content.body)]).toEqual([null, [], 'Gõ không có script.'])
  // Someone saved meanwhile: the page of two texts stands up to the same rules.
  await page.getByLabel('Nội dung', { exact: true }).fill('Hai người cùng viết.')
  await desk.office.request(`/ban-thao/${id}`, desk.minh, {
    method: 'POST',
    body: new URLSearchParams({ revision: '2', 'noi-dung': 'Minh viết không có script.' }),
  })
  await page.getByRole('button', { name: 'Lưu', exact: true }).press('Enter')
  await page.getByRole('heading', { name: 'Có người đã lưu bài này trước bạn' }).waitFor()
  expect(await faults(page)).toEqual([])
  await shot(page, 'plain-conflict')
}, 40_000)
