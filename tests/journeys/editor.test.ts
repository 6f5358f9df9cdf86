import sharp from 'sharp'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { plainText } from '../../src/editions/body/plain-text.ts'
import type { Content } from '../../src/editions/content.ts'
import type { Actor } from '../../src/people/actor.ts'
import {
  eventually,
  faults,
  paste,
  saved,
  saveState,
  shot,
  textBox,
  typeAtEnd,
  writingDesk,
  type WritingDesk,
} from '../support/writing-desk.ts'

let desk: WritingDesk
let lan: Actor
let minh: Actor
let office: WritingDesk['office']
let database: WritingDesk['database']
let sites: WritingDesk['sites']
beforeAll(async () => {
  desk = await writingDesk()
  ;({ lan, minh, office, database, sites } = desk)
})
afterEach(() => desk.tidy())
afterAll(() => desk?.stop())

const draft = (...paragraphs: string[]): Promise<number> => desk.draft(paragraphs)
const standing = (id: number): Promise<Content> => desk.standing(id)
const as = (actor: Actor): Promise<BrowserContext> => desk.as(actor)
const open = (context: BrowserContext, id: number): Promise<Page> => desk.open(context, id)

test('what Lan types is saved by itself, and Ctrl+S saves at once', async () => {
  const id = await draft('Sáng nay.')
  const page = await open(await as(lan), id)
  await typeAtEnd(page, ' Hơn 200 người tham gia.')
  await saved(page)
  expect(plainText((await standing(id)).body)).toBe('Sáng nay. Hơn 200 người tham gia.')
  await page.getByLabel('Tiêu đề', { exact: true }).fill('Ra quân')
  await page.getByLabel('Tin tức').check()
  await page.keyboard.press('Control+s')
  await eventually(async () => (await standing(id)).title).toBe('Ra quân')
  expect((await standing(id)).sectionIds).toEqual([sites.ward.sections['tin-tuc']])
})

test('a tab closed in the middle of a sentence loses nothing', async () => {
  const id = await draft('Sáng nay.')
  const context = await as(lan)
  const page = await open(context, id)
  // The session has ended, so even what the tab sends in its last moment is turned away: only this computer has the words.
  office.signedOut.add(lan.id)
  await typeAtEnd(page, ' Câu chưa kịp lưu.')
  await page.close()
  // What was sent on the way out arrives, and is turned away.
  await new Promise((resolve) => setTimeout(resolve, 800))
  office.signedOut.clear()
  const again = await open(context, id)
  await again.getByRole('button', { name: 'Lấy lại' }).click()
  await textBox(again).getByText('Câu chưa kịp lưu.').waitFor()
  await saved(again)
  expect(plainText((await standing(id)).body)).toBe('Sáng nay. Câu chưa kịp lưu.')
  await again.reload()
  await again.waitForSelector('html[data-editor-ready]')
  expect(await again.getByRole('button', { name: 'Lấy lại' }).count()).toBe(0)
})

test('a tab closed while the network works sends its last words on the way out', async () => {
  const id = await draft('Sáng nay.')
  const page = await open(await as(lan), id)
  await typeAtEnd(page, ' Xong.')
  await page.goto('about:blank')
  await eventually(async () => plainText((await standing(id)).body)).toBe('Sáng nay. Xong.')
})

test('without network the words stay on the computer, say so, and are saved when it is back', async () => {
  const id = await draft()
  const context = await as(lan)
  const page = await open(context, id)
  await context.setOffline(true)
  await typeAtEnd(page, 'Viết khi mất mạng.')
  await saveState(page).getByText('Mất mạng').waitFor()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain('Viết khi mất mạng.')
  await context.setOffline(false)
  await saved(page)
  expect(plainText((await standing(id)).body)).toBe('Viết khi mất mạng.')
})

test('two who write at once see both texts and choose paragraph by paragraph; both texts are kept', async () => {
  const id = await draft('Đoạn một.', 'Đoạn hai.')
  const lans = await open(await as(lan), id)
  const minhs = await open(await as(minh), id)
  await typeAtEnd(minhs, ' Minh thêm.')
  await saved(minhs)
  await typeAtEnd(lans, ' Lan thêm.')
  const sheet = lans.getByRole('dialog')
  await sheet.getByText('Đoạn hai. Minh thêm.').waitFor()
  await sheet.getByText('Đoạn hai. Lan thêm.').waitFor()
  expect(plainText((await standing(id)).body)).toContain('Minh thêm.')
  await sheet.getByLabel('Giữ cả hai').check()
  await sheet.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
  await saved(lans)
  expect(plainText((await standing(id)).body)).toBe('Đoạn một.\nĐoạn hai. Lan thêm.\nĐoạn hai. Minh thêm.')
  const kept = await database.db
    .selectFrom('editionSave')
    .select(['kind', 'content'])
    .where('editionId', '=', id)
    .execute()
  expect(
    kept
      .filter(({ kind }) => kind === 'conflict')
      .map(({ content }) => plainText((content as unknown as Content).body)),
  ).toEqual(['Đoạn một.\nĐoạn hai. Lan thêm.'])
})

test('one person in two tabs collides with herself and loses nothing', async () => {
  const id = await draft('Đầu.')
  const context = await as(lan)
  const first = await open(context, id)
  const second = await open(context, id)
  await typeAtEnd(first, ' Tab một.')
  await saved(first)
  await typeAtEnd(second, ' Tab hai.')
  await second.getByRole('dialog').getByText('Đầu. Tab hai.').waitFor()
  await second.getByRole('dialog').getByRole('button', { name: 'Để sau' }).click()
  await saveState(second).getByRole('button', { name: 'So hai bản' }).waitFor()
  expect(plainText((await standing(id)).body)).toBe('Đầu. Tab một.')
  expect(await second.evaluate(() => JSON.stringify(localStorage))).toContain('Tab hai.')
})

test('an ended session keeps the words; after signing in elsewhere writing goes on', async () => {
  const id = await draft()
  const page = await open(await as(lan), id)
  office.signedOut.add(lan.id)
  await typeAtEnd(page, 'Phiên đã hết.')
  await saveState(page).getByText('Phiên đã hết: chữ vẫn còn').waitFor()
  expect(await saveState(page).getByRole('link', { name: 'Đăng nhập ở cửa sổ mới' }).count()).toBe(1)
  await typeAtEnd(page, ' Vẫn gõ.')
  office.signedOut.clear()
  await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')))
  await saved(page)
  expect(plainText((await standing(id)).body)).toBe('Phiên đã hết. Vẫn gõ.')
})

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

test('what is pasted from Word comes in clean, its picture goes to the library, and what is left out is named', async () => {
  const id = await draft()
  const page = await open(await as(lan), id)
  await paste(
    page,
    `<html><head><style>p{color:red}</style></head><body><p class=MsoNormal><b><span style="font-family:Arial">Đậm</span></b> thường<o:p></o:p></p>
    <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>Một</p><script>alert(1)</script><img src="data:image/png;base64,${png}" alt="Chợ"></body></html>`,
  )
  await page.locator('[data-notices]').getByText('Không giữ được: màu, cỡ và phông chữ riêng; mã script').waitFor()
  await eventually(async () => (await standing(id)).body.content.map(({ type }) => type), { timeout: 10_000 }).toEqual([
    'paragraph',
    'orderedList',
    'image',
  ])
  const { body } = await standing(id)
  expect(body.content[0]?.content).toEqual([
    { type: 'text', marks: [{ type: 'bold' }], text: 'Đậm' },
    { type: 'text', text: ' thường' },
  ])
  expect(body.content[2]?.attrs).toMatchObject({ alt: 'Chợ' })
  expect(
    await database.db
      .selectFrom('media')
      .select('id')
      .where('id', '=', Number(body.content[2]?.attrs?.mediaId))
      .execute(),
  ).toHaveLength(1)
})

test('pictures dropped together are all uploaded and stand in the text in their order', async () => {
  const id = await draft('Trước.')
  const page = await open(await as(lan), id)
  const colours = ['#a00', '#0a0', '#00a']
  const files = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  await page.evaluate(
    (encoded) => {
      const data = new DataTransfer()
      for (const [at, text] of encoded.entries())
        data.items.add(
          new File([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))], `anh-${at}.png`, { type: 'image/png' }),
        )
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
    },
    files.map((file) => file.toString('base64')),
  )
  await eventually(async () => (await standing(id)).body.content.filter(({ type }) => type === 'image').length, {
    timeout: 10_000,
  }).toBe(3)
  const ids = (await standing(id)).body.content.flatMap(({ attrs }) =>
    typeof attrs?.mediaId === 'number' ? [attrs.mediaId] : [],
  )
  const names = await database.db.selectFrom('media').select(['id', 'name']).where('id', 'in', ids).execute()
  expect(ids.map((mediaId) => names.find((media) => media.id === mediaId)?.name)).toEqual([
    'anh-0.png',
    'anh-1.png',
    'anh-2.png',
  ])
})

test('a lead picture is uploaded from the picker, and its words are saved with the article', async () => {
  const id = await draft('Có ảnh.')
  const page = await open(await as(lan), id)
  await page.getByRole('button', { name: 'Chọn ảnh' }).click()
  const picture = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#fa0' } })
    .png()
    .toBuffer()
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name: 'cho.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('dialog').getByText('cho.png').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Chèn' }).click()
  await page.getByLabel('Mô tả ảnh cho người không nhìn được').fill('Chợ sớm')
  await page.getByLabel('Tên tác giả 1').fill('Ban Biên tập')
  await page.getByLabel('Tên tác giả 1').blur()
  await eventually(async () => (await standing(id)).lead?.alt, { timeout: 8000 }).toBe('Chợ sớm')
  await eventually(async () => (await standing(id)).credits.map(({ name }) => name), { timeout: 8000 }).toEqual([
    'Ban Biên tập',
  ])
})

test('the toolbar is one stop of the Tab key, arrows move in it, and a table is made without a mouse', async () => {
  const id = await draft()
  const page = await open(await as(lan), id)
  await textBox(page).focus()
  const first = page.getByRole('toolbar').getByRole('button').first()
  await first.focus()
  await page.keyboard.press('End')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Góp ý cho đoạn đang chọn')
  await page.keyboard.press('Home')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Hoàn tác')
  await page.getByRole('button', { name: 'Chèn bảng' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Thêm hàng bên dưới' }).click()
  await saved(page)
  expect((await standing(id)).body.content.find(({ type }) => type === 'table')?.content).toHaveLength(4)
})

test('Ctrl+Enter saves and submits what is on the screen', async () => {
  const id = await draft('Đủ để trình.')
  const page = await open(await as(lan), id)
  await typeAtEnd(page, ' Câu cuối.')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/duyet/)
  await eventually(
    async () =>
      (await database.db.selectFrom('edition').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state,
  ).toBe('submitted')
  expect(plainText((await standing(id)).body)).toBe('Đủ để trình. Câu cuối.')
})

test('a text with pictures, a table and a comment, and the sheets over it stand up to axe', async () => {
  const id = await draft('Đoạn có góp ý.', 'Đoạn hai.')
  const context = await as(lan)
  const page = await open(context, id)
  await typeAtEnd(page, ' Thêm.')
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Góp ý cho đoạn đang chọn' }).click()
  await page.getByLabel('Lời góp ý hoặc lời nhắn cho tòa soạn').fill('Nói rõ hơn.')
  await page.getByRole('button', { name: 'Gửi góp ý' }).click()
  await page.locator('.quoted').first().waitFor()
  await textBox(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await paste(
    page,
    `<table><tr><th>Tổ</th><th>Người</th></tr><tr><td>1</td><td>20</td></tr></table><img src="data:image/png;base64,${png}"><p>Hết.</p>`,
  )
  await page.getByText('Thiếu mô tả ảnh').waitFor()
  expect(await faults(page)).toEqual([])
  await shot(page, 'rich')
  await page.getByRole('button', { name: 'Sửa: Hình' }).click()
  await page.getByLabel('Mô tả ảnh cho người không nhìn được').fill('Một chấm đỏ')
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Xong', exact: true }).click()
  await page.getByRole('button', { name: 'Chèn ảnh từ thư viện' }).click()
  await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
  expect(await faults(page)).toEqual([])
  await shot(page, 'picker')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+s')
  await saved(page)
  const minhs = await open(await as(minh), id)
  await typeAtEnd(minhs, ' Minh.')
  await saved(minhs)
  await page.getByLabel('Tiêu đề', { exact: true }).fill('Tên khác')
  await page.getByRole('dialog').waitFor()
  expect(await faults(page)).toEqual([])
  await shot(page, 'conflict')
}, 40_000)

test('two editors see each other, and the writing screen has nothing axe finds fault with, wide and narrow', async () => {
  const id = await draft('Sáng nay, hơn 200 người tham gia.')
  await open(await as(minh), id)
  const page = await open(await as(lan), id)
  await page.locator('[data-presence]').getByText('Trần Minh').waitFor()
  for (const width of [360, 768, 1366]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await shot(page, `editor-${width}`, width === 360)
  }
})
