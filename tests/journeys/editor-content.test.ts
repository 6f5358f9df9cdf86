import { Document, ImageRun, Packer, Paragraph } from 'docx'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { plainText } from '../../src/editions/body/plain-text.ts'
import { miniWebm } from '../support/films.ts'
import { liveBuilder } from '../support/live.ts'
import {
  eventually,
  focused,
  paste,
  saved,
  shot,
  textBox,
  typeAtEnd,
  writingDesk,
  type WritingDesk,
} from '../support/writing-desk.ts'

let desk: WritingDesk
beforeAll(async () => {
  desk = await writingDesk()
})
afterEach(() => desk.tidy())
afterAll(() => desk?.stop())

const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 80, height: 60, channels: 3, background } })
    .png()
    .toBuffer()
const pdf = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
)
const body = async (id: number) => (await desk.standing(id)).body.content
const types = async (id: number) => (await body(id)).map(({ type }) => type)

/** Puts a file into the ward's library, as the editor's upload does. */
async function stored(name: string, bytes: Buffer): Promise<number> {
  const form = new FormData()
  form.set('tep', new File([new Uint8Array(bytes)], name))
  const answer = await desk.office.request(`/cong/${desk.sites.ward.id}/tep`, desk.lan, {
    method: 'POST',
    body: form,
    headers: { accept: 'application/json' },
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return ((await answer.json()) as { mediaId: number }).mediaId
}

test('headings, lists, a quote and alignment come from the toolbar; undo and redo walk back and forth', async () => {
  const id = await desk.draft()
  const page = await desk.open(await desk.as(desk.lan), id)
  const press = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true }).click()
  await textBox(page).click()
  await press('Tiêu đề lớn')
  await page.keyboard.type('Kết quả')
  await page.keyboard.press('Enter')
  await press('Danh sách')
  await page.keyboard.type('Tổ 1')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ngõ 5')
  for (let times = 0; times < 3; times++) await page.keyboard.press('Enter')
  await press('Trích dẫn')
  await page.keyboard.type('Rất vui.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Cuối trang')
  await press('Căn phải')
  await page.keyboard.press('Control+s')
  await saved(page)
  const nodes = await body(id)
  expect(nodes.map(({ type }) => type)).toEqual(['heading', 'bulletList', 'blockquote', 'paragraph'])
  expect(nodes[1]?.content?.[0]?.content?.map(({ type }) => type)).toEqual(['paragraph', 'bulletList'])
  expect(nodes[3]?.attrs).toEqual({ textAlign: 'right' })
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+s')
  await eventually(async () => (await body(id))[3]?.attrs).toBeUndefined()
  await page.keyboard.press('Control+y')
  await page.keyboard.press('Control+s')
  await eventually(async () => (await body(id))[3]?.attrs).toEqual({ textAlign: 'right' })
})

test('a table gains and loses rows and columns, its cells are merged, and it goes as a whole', async () => {
  const id = await desk.draft()
  const page = await desk.open(await desk.as(desk.lan), id)
  const press = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true }).click()
  await textBox(page).click()
  await press('Chèn bảng')
  await page.keyboard.type('Tổ')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Số người')
  await press('Thêm cột bên phải')
  await press('Xóa hàng')
  await press('Thêm hàng bên dưới')
  await press('Hàng tiêu đề của bảng')
  const cells = textBox(page).locator('tr').nth(1).locator('td, th')
  await cells.nth(0).click()
  await page.keyboard.down('Shift')
  await cells.nth(1).click()
  await page.keyboard.up('Shift')
  await press('Gộp hoặc tách ô')
  await page.keyboard.press('Control+s')
  await saved(page)
  const table = (await body(id))[0]
  expect(table?.content).toHaveLength(3)
  expect(table?.content?.[1]?.content?.[0]?.attrs).toEqual({ colspan: 2 })
  await textBox(page).locator('td').first().click()
  await press('Xóa bảng')
  await page.keyboard.press('Control+s')
  await eventually(() => types(id)).toEqual(['paragraph'])
})

test('a link to an article of the portal is found by its words, knows its target, and leads there on the public page', async () => {
  const live = await liveBuilder(desk.database.db)
  const target = await live.publish(desk.sites.ward, { title: 'Chợ Châu Long mở lại sau tu sửa' })
  const id = await desk.draft(['Xem bài trước.'])
  const page = await desk.open(await desk.as(desk.lan), id)
  await textBox(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+k')
  const sheet = page.getByRole('dialog', { name: 'Liên kết' })
  await sheet.getByLabel('Địa chỉ').fill('javascript:alert(1)')
  await sheet.getByRole('button', { name: 'Xong' }).click()
  await sheet.getByText('Địa chỉ không dùng được').waitFor()
  await sheet.getByLabel('Hoặc tìm bài đã đăng của cổng').fill('cho chau long')
  await sheet.getByRole('button', { name: 'Chợ Châu Long mở lại' }).click()
  await page.keyboard.press('Control+s')
  await saved(page)
  const linked = await desk.standing(id)
  expect(linked.body.content[0]?.content?.[0]?.marks).toEqual([{ type: 'link', attrs: { entryId: target.entryId } }])
  await page.reload()
  await page.waitForSelector('html[data-editor-ready]')
  expect(await textBox(page).locator(`a[data-entry="${target.entryId}"]`).textContent()).toBe('Xem bài trước.')
  const published = await live.publish(desk.sites.ward, { title: 'Bài có liên kết', body: linked.body })
  const port = desk.office.publicPort
  const reader = await (await desk.browser.newContext()).newPage()
  await reader.goto(`http://${desk.sites.ward.host}:${port}${published.path}`)
  await reader.getByRole('link', { name: 'Xem bài trước.' }).click()
  await reader.getByRole('heading', { level: 1, name: 'Chợ Châu Long mở lại sau tu sửa' }).waitFor()
  await reader.context().close()
})

test('a film is brought, titled, captioned and told from the writing screen; without script the text keeps it', async () => {
  const captions = await stored('le-hoi.srt', Buffer.from('1\n00:00:00,500 --> 00:00:02,000\nTrống hội vang lên'))
  const id = await desk.draft(['Mở đầu.'])
  const context = await desk.as(desk.lan)
  const page = await desk.open(context, id)
  await typeAtEnd(page, ' Xem phim.')
  await page.getByRole('button', { name: 'Chèn video từ thư viện' }).click()
  const sheet = page.getByRole('dialog', { name: 'Video của thư viện' })
  await sheet.getByRole('button', { name: 'Chèn' }).click()
  await sheet.getByText('Hãy chọn tệp video.').waitFor()
  await sheet.getByRole('button', { name: 'Chọn: Tệp video' }).click()
  const shelf = page.getByRole('dialog', { name: 'Thư viện của cổng' })
  await shelf
    .locator('input[type=file]')
    .setInputFiles({ name: 'le-hoi.webm', mimeType: 'video/webm', buffer: miniWebm() })
  await shelf.getByLabel('le-hoi.webm (0:03)').waitFor()
  await shelf.getByRole('button', { name: 'Chèn' }).click()
  await sheet.getByRole('button', { name: 'Chọn: Phụ đề tiếng Việt' }).click()
  await shelf.getByLabel('le-hoi.vtt').check()
  await shelf.getByRole('button', { name: 'Chèn' }).click()
  expect(await sheet.getByLabel('Tên video').inputValue()).toBe('le-hoi')
  await sheet.getByLabel('Tên video').fill('Lễ hội làng')
  await sheet.getByLabel('Lời thoại và nội dung hình').fill('Trống hội vang lên.\n\nHình: đoàn rước.')
  await sheet.getByRole('button', { name: 'Chèn' }).click()
  await page.getByText('Lễ hội làng · 1 phụ đề, lời thoại 2 đoạn').waitFor()
  await page.keyboard.press('Control+s')
  await saved(page)
  const film = (await body(id)).find(({ type }) => type === 'film')
  expect(film?.attrs).toMatchObject({
    poster: null,
    captions: [{ mediaId: captions, language: 'vi' }],
    title: 'Lễ hội làng',
    transcript: [{ text: 'Trống hội vang lên.' }, { text: 'Hình: đoàn rước.' }],
  })
  await page.getByRole('button', { name: 'Sửa: Video của thư viện' }).click()
  await sheet.getByLabel('Tên video').fill('Lễ hội làng Đăm')
  await sheet.getByRole('button', { name: 'Xong' }).click()
  await page.keyboard.press('Control+s')
  await eventually(async () => (await body(id)).find(({ type }) => type === 'film')?.attrs?.title).toBe(
    'Lễ hội làng Đăm',
  )
  const before = await body(id)
  const plain = await (await desk.as(desk.lan, { javaScriptEnabled: false })).newPage()
  await plain.goto(page.url())
  await plain.getByLabel('Tiêu đề').first().fill('Bài có phim')
  await plain.getByRole('button', { name: 'Lưu', exact: true }).first().click()
  await eventually(async () => (await desk.standing(id)).title).toBe('Bài có phim')
  expect(await body(id)).toEqual(before)
})

test('a related article, the files of the article and a video by its link are saved; a wrong link is said', async () => {
  const live = await liveBuilder(desk.database.db)
  const target = await live.publish(desk.sites.ward, { title: 'Lịch tiêm chủng tháng Mười Một' })
  await stored('lich-tiem.pdf', pdf)
  const id = await desk.draft(['Mở đầu.'])
  const page = await desk.open(await desk.as(desk.lan), id)
  await page.locator('#muc-lien-quan > summary').click()
  await page.getByLabel('Tìm bài để thêm').fill('tiêm chủng')
  await page.getByRole('button', { name: 'Lịch tiêm chủng' }).click()
  await page.locator('#muc-dinh-kem > summary').click()
  await page.getByRole('button', { name: 'Thêm tệp' }).click()
  await page.getByRole('dialog').getByLabel('lich-tiem.pdf').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Chèn' }).click()
  await eventually(() => focused(page)).toBe('Thêm tệp')
  await page.getByLabel('Tên hiện cho bạn đọc 1').fill('Lịch tiêm (PDF)')
  await typeAtEnd(page, ' Xem video.')
  await page.getByRole('button', { name: 'Chèn video bằng đường dẫn' }).click()
  const sheet = page.getByRole('dialog', { name: 'Video' })
  await sheet.getByLabel('Đường dẫn YouTube hoặc Vimeo').fill('https://example.vn/clip')
  await sheet.getByRole('button', { name: 'Chèn' }).click()
  await sheet.getByText('Không nhận ra video').waitFor()
  await sheet.getByLabel('Đường dẫn YouTube hoặc Vimeo').fill('https://youtu.be/dQw4w9WgXcQ?si=x')
  await sheet.getByLabel('Tên video').fill('Hướng dẫn đăng ký')
  await page.keyboard.press('Enter')
  await page.getByText('Video YouTube: Hướng dẫn đăng ký').waitFor()
  await page.getByRole('button', { name: 'Chèn tệp đính kèm' }).click()
  await page.getByRole('dialog').getByLabel('lich-tiem.pdf').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Chèn' }).click()
  await page.keyboard.press('Control+s')
  await saved(page)
  const content = await desk.standing(id)
  expect(content.relatedIds).toEqual([target.entryId])
  expect(content.attachments.map(({ name }) => name)).toEqual(['Lịch tiêm (PDF)'])
  expect(content.body.content.map(({ type }) => type)).toEqual(['paragraph', 'video', 'attachment'])
  expect(content.body.content[1]?.attrs).toEqual({
    provider: 'youtube',
    videoId: 'dQw4w9WgXcQ',
    title: 'Hướng dẫn đăng ký',
  })
})

test('a gallery is put in order and its words are written without a mouse; the focus is never lost', async () => {
  const names = ['mot.png', 'hai.png', 'ba.png']
  const ids = await Promise.all(
    ['#123', '#456', '#789'].map(async (colour, at) => stored(names[at]!, await picture(colour))),
  )
  const id = await desk.draft(['Ảnh lễ hội.'], {
    gallery: ids.map((mediaId, at) => ({ mediaId, alt: '', caption: `Ảnh ${at + 1}`, source: '' })),
  })
  const page = await desk.open(await desk.as(desk.lan), id)
  await page.locator('#muc-bo-anh > summary').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Đưa xuống: Ảnh 1' }).focus()
  await page.keyboard.press('Enter')
  await eventually(() => focused(page)).toBe('Đưa xuống: Ảnh 1')
  await page.getByRole('button', { name: 'Sửa: Ảnh 1' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByLabel('Mô tả ảnh cho người không nhìn được').fill('Múa lân trước đình')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await eventually(() => focused(page)).toBe('Sửa: Ảnh 1')
  await page.getByRole('button', { name: 'Bỏ: Ảnh 3' }).focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  await page.keyboard.press('Control+s')
  await saved(page)
  expect((await desk.standing(id)).gallery.map(({ mediaId, alt }) => [mediaId, alt])).toEqual([
    [ids[1], ''],
    [ids[0], 'Múa lân trước đình'],
  ])
  await textBox(page).click()
  await page.getByRole('button', { name: 'Chèn bộ ảnh' }).click()
  const boxes = page.getByRole('dialog').getByRole('checkbox')
  await boxes.first().check()
  await boxes.nth(1).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Chèn' }).click()
  await page.getByText('Bộ ảnh: 2 ảnh').waitFor()
  await shot(page, 'gallery')
})

test('the focal point of the lead picture is moved by click and by arrows, and kept with the file', async () => {
  const mediaId = await stored('cong-vien.png', await picture('#0a4'))
  const id = await desk.draft(['Có ảnh.'])
  const page = await desk.open(await desk.as(desk.lan), id)
  await page.getByRole('button', { name: 'Chọn ảnh' }).click()
  await page.getByRole('dialog').getByLabel('cong-vien.png').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Chèn' }).click()
  await eventually(() => focused(page)).not.toBe('')
  const area = page.locator('.focal')
  await area.locator('img').evaluate((image) => (image as HTMLImageElement).decode())
  const box = (await area.boundingBox())!
  await area.click({ position: { x: box.width * 0.25, y: box.height * 0.75 } })
  const focal = () =>
    desk.database.db
      .selectFrom('media')
      .select(['focalX', 'focalY'])
      .where('id', '=', mediaId)
      .executeTakeFirstOrThrow()
  await eventually(async () => (await focal()).focalX.toFixed(2)).toBe('0.25')
  expect((await focal()).focalY).toBeCloseTo(0.75, 2)
  await area.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await eventually(async () => (await focal()).focalX.toFixed(2)).toBe('0.35')
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.reload()
  await page.waitForSelector('html[data-editor-ready]')
  expect(await page.locator('.focal-dot').getAttribute('style')).toContain('left: 35%')
})

test('what is pasted from a web page comes in clean; its script and its pictures elsewhere are named as left out', async () => {
  const id = await desk.draft()
  const page = await desk.open(await desk.as(desk.lan), id)
  await paste(
    page,
    `<article><h1>Tiêu đề báo</h1><p onclick="alert(1)">Theo <a href="https://bao.vn/x">báo</a>, <a href="javascript:alert(1)">bấm đây</a>.</p>
    <script>alert(1)</script><figure><img src="https://bao.vn/anh.jpg" alt="Ảnh"><figcaption>Chú thích</figcaption></figure><iframe src="https://la.vn"></iframe></article>`,
  )
  const notice = page.locator('[data-notices]').getByText('Không giữ được:').first()
  await notice.waitFor()
  const said = (await notice.textContent()) ?? ''
  for (const what of ['mã script', 'hình ở trang khác', 'nội dung nhúng']) expect(said).toContain(what)
  await saved(page)
  const text = JSON.stringify(await body(id))
  expect(text).toContain('https://bao.vn/x')
  expect(text).not.toMatch(/javascript:|anh\.jpg|onclick|alert/)
})

test('a Word file is imported from the panel with its picture, below words not yet saved', async () => {
  const id = await desk.draft(['Đầu bài.'])
  const page = await desk.open(await desk.as(desk.lan), id)
  const word = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('Đoạn từ Word.'),
            new Paragraph({
              children: [
                new ImageRun({ type: 'png', data: await picture('#c0c'), transformation: { width: 40, height: 30 } }),
              ],
            }),
          ],
        },
      ],
    }),
  )
  await typeAtEnd(page, ' Vừa gõ.')
  await page.locator('#muc-khac > summary').click()
  await page.getByLabel('Nhập từ tệp Word').setInputFiles({
    name: 'bai.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: word,
  })
  await page.getByRole('button', { name: 'Nhập vào bài' }).click()
  await page.getByText('Đã nhập tệp Word.').waitFor()
  expect(plainText((await desk.standing(id)).body)).toBe('Đầu bài. Vừa gõ.\nĐoạn từ Word.')
  expect(await types(id)).toEqual(['paragraph', 'paragraph', 'image'])
})

test('a passage is commented on, marked in the text, follows it, and is resolved without leaving', async () => {
  const id = await desk.draft(['Hơn 200 người tham gia.'])
  const page = await desk.open(await desk.as(desk.minh), id)
  await page.getByRole('button', { name: 'Góp ý cho đoạn đang chọn' }).click()
  await page.getByText('Hãy bôi đen đoạn muốn góp ý trước.').waitFor()
  await textBox(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.type('Số liệu từ đâu?')
  await page.getByRole('button', { name: 'Gửi góp ý' }).click()
  await page.locator('.quoted').getByText('Hơn 200 người tham gia.').waitFor()
  await textBox(page).click()
  // The editor puts its own selection back when it is given the focus; a person is slower than that.
  await eventually(() => page.evaluate(() => getSelection()?.isCollapsed)).toBe(true)
  await page.waitForTimeout(50)
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Sáng nay: ')
  expect(await textBox(page).textContent()).toBe('Sáng nay: Hơn 200 người tham gia.')
  expect(await page.locator('.quoted').textContent()).toBe('Hơn 200 người tham gia.')
  await page.getByRole('button', { name: 'Đánh dấu xong' }).click()
  await page.locator('.quoted').waitFor({ state: 'detached' })
  await saved(page)
  expect(
    await desk.database.db
      .selectFrom('editionComment')
      .select('resolvedAt')
      .where('body', '=', 'Số liệu từ đâu?')
      .executeTakeFirstOrThrow(),
  ).not.toEqual({ resolvedAt: null })
  expect(plainText((await desk.standing(id)).body)).toBe('Sáng nay: Hơn 200 người tham gia.')
})

test('twelve pictures dropped at once show their progress, arrive in order, and the one that is none is named', async () => {
  const id = await desk.draft(['Trước.'])
  const page = await desk.open(await desk.as(desk.lan), id)
  await page.route('**/cong/*/tep', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 60))
    await route.continue()
  })
  const files = await Promise.all(
    Array.from({ length: 12 }, async (_, at) => (await picture(`rgb(${at * 20},10,90)`)).toString('base64')),
  )
  files.splice(5, 0, Buffer.from('không phải ảnh').toString('base64'))
  await page.evaluate((encoded) => {
    const data = new DataTransfer()
    for (const [at, text] of encoded.entries())
      data.items.add(
        new File(
          [Uint8Array.from(atob(text), (char) => char.charCodeAt(0))],
          `tha-${String(at).padStart(2, '0')}.png`,
          { type: 'image/png' },
        ),
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
  }, files)
  await page.locator('.uploads progress').first().waitFor()
  await page.keyboard.type('Gõ trong lúc chờ. ')
  await page.locator('.uploads li').first().waitFor({ state: 'detached', timeout: 20_000 })
  await eventually(async () => (await types(id)).filter((type) => type === 'image').length, { timeout: 20_000 }).toBe(
    12,
  )
  await page.locator('[data-notices]').getByText('Chưa tải được tha-05.png').waitFor()
  const ids = (await body(id)).flatMap(({ attrs }) => (typeof attrs?.mediaId === 'number' ? [attrs.mediaId] : []))
  const found = await desk.database.db.selectFrom('media').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = ids.map((mediaId) => found.find((media) => media.id === mediaId)!.name)
  expect(names).toEqual(names.toSorted())
  expect(plainText((await desk.standing(id)).body)).toContain('Gõ trong lúc chờ.')
}, 40_000)
